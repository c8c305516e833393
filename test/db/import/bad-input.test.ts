import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory } from '../../../db/history.ts';
import { ImportCancelled, importFiles } from '../../../db/import/import-files.ts';
import type { ImportFileOutcome } from '../../../db/import/outcome.ts';
import { toApiError } from '../../../electron/service/context/errors.ts';
import { countsOf, dump, problemsOf, Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const header = 'site_type,date,prevision,reel,site_nom';
const good = 'E,2016-05-24,72,68,Les Tilleuls';

/** One good row, the row in question, one good row: what is good is imported. */
function withRow(row: string): ImportFileOutcome {
  const text = [header, good, row, 'E,2016-05-26,70,66,Les Tilleuls'].join('\n');
  const outcome = bench.importOne(bench.database(), text);
  expect(countsOf(outcome).imported).toBeGreaterThanOrEqual(2);
  return outcome;
}

describe('a whole file is refused, the database stays as it was', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64');
  const cases: readonly (readonly [string, string | Uint8Array, object])[] = [
    ['an empty file', '', { code: 'empty-file' }],
    ['nothing but blank lines', '\r\n \r\n\t\r\n', { code: 'empty-file' }],
    ['a PNG', png, { code: 'not-text', params: { type: 'image' } }],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', { code: 'not-text', params: { type: 'pdf' } }],
    [
      'bytes of no known kind',
      Buffer.from([1, 2, 0, 3, 0, 0, 9]),
      { code: 'not-text', params: { type: 'unknown' } },
    ],
    [
      'a text without a known header',
      'plat;couleur\nMelon;jaune\n',
      { code: 'unknown-header', params: { columns: ['plat', 'couleur'] } },
    ],
    [
      'a letter',
      'Madame,\nvoici nos effectifs.\n',
      { code: 'unknown-header', params: { columns: ['Madame', ''] } },
    ],
  ];
  test.each(cases)('%s', (_, content, problem) => {
    const db = bench.database();
    const before = dump(db);
    const { batch, files } = bench.import(db, { 'file.csv': content });
    expect(batch).toBeNull();
    expect(files[0]).toMatchObject({
      kind: null,
      read: 0,
      problems: [{ level: 'refused', line: null, ...problem }],
    });
    expect(dump(db)).toEqual(before);
  });

  test('a file that is not there', () => {
    const source = { name: 'gone.csv', path: join(bench.folder, 'gone.csv') };
    const { files } = importFiles(bench.database(), [source], { now: '2026-11-23T09:00' });
    expect(files[0]?.problems).toMatchObject([{ code: 'unreadable-file', params: { reason: 'ENOENT' } }]);
  });

  test('a kind given by the user whose columns are missing', () => {
    const file = bench.importOne(bench.database(), 'date;plat\n2016-05-24;Melon\n', { kind: 'attendance' });
    expect(file.problems).toMatchObject([
      { code: 'missing-columns', params: { kind: 'attendance', fields: ['site', 'served'] } },
    ]);
  });

  test('the same file twice in one call: once is enough', () => {
    const db = bench.database();
    const { files } = bench.import(db, { 'a.csv': `${header}\n${good}`, 'b.csv': `${header}\n${good}` });
    expect(files.map(({ imported }) => imported)).toEqual([1, 0]);
    expect(files[1]?.problems).toMatchObject([{ code: 'same-file-twice', params: { other: 'a.csv' } }]);
  });

  test('a header without rows is told, not refused', () => {
    const file = bench.importOne(bench.database(), `${header}\n`);
    expect(file).toMatchObject({
      kind: 'attendance',
      read: 0,
      problems: [{ level: 'warning', code: 'no-rows' }],
    });
  });
});

describe('one row is refused, the others are imported', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['31 February', 'E,2016-02-31,72,68,Les Tilleuls', 'refused 3 invalid-date 2016-02-31'],
    ['31/02 as written in France', 'E,31/02/2016,72,68,Les Tilleuls', 'refused 3 invalid-date 31/02/2016'],
    ['no date', 'E,,72,68,Les Tilleuls', 'refused 3 missing-value -'],
    ['a word for a date', 'E,demain,72,68,Les Tilleuls', 'refused 3 not-a-date demain'],
    [
      'a date of another century',
      'E,1016-05-25,72,68,Les Tilleuls',
      'refused 3 date-out-of-range 1016-05-25',
    ],
    ['a negative count', 'E,2016-05-25,72,-5,Les Tilleuls', 'refused 3 negative-count -5'],
    ['a text for a count', 'E,2016-05-25,72,beaucoup,Les Tilleuls', 'refused 3 invalid-count beaucoup'],
    ['a count of half a child', 'E,2016-05-25,72,"68,5",Les Tilleuls', 'refused 3 count-not-whole 68,5'],
    [
      'a count with a digit too many',
      'E,2016-05-25,72,680000,Les Tilleuls',
      'refused 3 count-too-large 680000',
    ],
    ['no site', 'E,2016-05-25,72,68,', 'refused 3 missing-value -'],
    ['guests of no known kind', 'X,2016-05-25,72,68,Les Tilleuls', 'refused 3 unknown-site-kind X'],
    ['a torn row', 'E,2016-05-25,72', 'refused 3 torn-row E,2016-05-25,72'],
    [
      'a row with cells to spare',
      'E,2016-05-25,72,68,Les Tilleuls,12',
      'refused 3 torn-row E,2016-05-25,72,68,Les Tilleuls,12',
    ],
    ['two counts for one site and day', 'E,2016-05-24,72,69,Les Tilleuls', 'refused 3 conflicting-rows 69'],
  ];
  test.each(cases)('%s', (_, row, problem) => {
    const file = withRow(row);
    expect(problemsOf(file)).toEqual([problem]);
    expect(countsOf(file)).toEqual({ read: 3, imported: 2, updated: 0, unchanged: 0, refused: 1, asked: 0 });
  });

  test('of two counts the first stays; both lines are named', () => {
    const db = bench.database();
    const file = bench.importOne(db, `${header}\n${good}\nE,2016-05-24,72,69,Les Tilleuls\n`);
    expect(file.problems).toMatchObject([
      { line: 3, column: 'reel', value: '69', params: { otherLine: 2, otherValue: '68' } },
    ]);
    expect([...readHistory(db).attendance.served]).toEqual([68]);
  });

  test('an exact repetition changes nothing', () => {
    expect(countsOf(withRow(good))).toMatchObject({ imported: 2, unchanged: 1 });
  });

  test('two rows of which each has one count are one record', () => {
    const db = bench.database();
    const rows = ['E,2016-05-24,72,NA,Les Tilleuls', 'E,2016-05-24,NA,68,Les Tilleuls'];
    const file = bench.importOne(db, [header, ...rows].join('\n'));
    expect(countsOf(file)).toMatchObject({ imported: 1, updated: 1 });
    const { served, staff } = readHistory(db).attendance;
    expect([[...served], [...staff]]).toEqual([[68], [72]]);
  });

  test('a site never seen is asked once sites are known; its rows wait', () => {
    const db = bench.database();
    bench.importOne(db, `${header}\n${good}\n`);
    const file = bench.importOne(db, `${header}\nE,2016-05-25,72,68,La Licorne\n`);
    expect(file.problems).toMatchObject([
      {
        level: 'asked',
        line: 2,
        column: 'site_nom',
        code: 'site-unknown',
        params: { name: 'La Licorne', siteKind: 'E' },
      },
    ]);
    expect(countsOf(file)).toMatchObject({ read: 1, asked: 1 });
    expect(db.prepare('SELECT count(*) FROM attendance').pluck().get()).toBe(2);
  });

  test('dates on weekends are told', () => {
    const file = withRow('E,2016-05-28,72,68,Les Tilleuls');
    expect(file.problems).toMatchObject([
      { level: 'warning', code: 'dates-on-weekend', params: { rows: 1, of: 3 } },
    ]);
  });

  test('problems beyond 5,000 are counted', () => {
    const rows = Array.from({ length: 5100 }, () => 'E,hier,72,68,Les Tilleuls').join('\n');
    const file = bench.importOne(bench.database(), `${header}\n${rows}\n`);
    expect(countsOf(file).refused).toBe(5100);
    expect(file.problems).toHaveLength(5001);
    expect(file.problems.at(-1)).toMatchObject({
      code: 'more-problems',
      params: { listed: 5000, total: 5100 },
    });
  });

  test('rows with the same problem are one group, whose rows are all counted', () => {
    const db = bench.database();
    bench.importOne(db, `${header}\n${good}\n`);
    const undated = Array.from({ length: 5100 }, (_, i) => `E,hier ${i},72,68,Les Tilleuls`);
    const unknown = ['La Licorne', 'Le Dragon', 'La Licorne'].flatMap((name) =>
      ['25', '26', '27'].map((day) => `E,2016-05-${day},72,68,${name}`),
    );
    const file = bench.importOne(db, `${[header, ...undated, ...unknown].join('\n')}\n`);
    const told = file.groups.map(({ rows, listed }) => {
      const [first, second] = listed.map((at) => file.problems[at]);
      return [first?.code, rows, listed.length, second?.line];
    });
    expect(told).toEqual([
      ['not-a-date', 5100, 5000, 3],
      ['site-unknown', 6, 2, 5103],
      ['site-unknown', 3, 2, 5106],
      ['more-problems', 0, 1, undefined],
    ]);
    expect(file.refused + file.asked).toBe(5100 + 6 + 3);
  });
});

describe('what happens while a file is read', () => {
  test('a file removed meanwhile ends the import; the database stays as it was', () => {
    const db = bench.database();
    bench.importOne(db, `${header}\n${good}\n`);
    const before = dump(db);
    for (const moment of [0.1, 0.5]) {
      const path = bigFile(1_000_000, 'removed.csv');
      const onProgress = (done: number) => {
        if (done >= moment) {
          rmSync(path, { force: true });
        }
      };
      const run = () => importFiles(db, [{ path, name: 'a.csv' }], { now: '2026-11-23T09:00', onProgress });
      expect(messageOf(run)).toMatch(/^Fichier introuvable.*removed\.csv/);
      expect(dump(db)).toEqual(before);
    }
  });

  test('a full disk ends the import; the database stays as it was, and works', () => {
    const db = bench.database();
    bench.importOne(db, `${header}\n${good}\n`);
    const before = dump(db);
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages + 20}`);
    const sources = [{ path: bigFile(3_000_000, 'full.csv'), name: 'full.csv' }];
    const run = () => importFiles(db, sources, { now: '2026-11-23T09:00', kind: 'attendance' });
    expect(messageOf(run)).toBe('Le disque est plein. Rien n’a été changé.');
    expect(dump(db)).toEqual(before);
    db.pragma('max_page_count = 1000000');
    expect(countsOf(run().files[0]).refused).toBe(0);
  });
});

/** The message in French of what a call throws. */
function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return toApiError(error, 'fr').message;
  }
  return '';
}

describe('cancel', () => {
  test('leaves no trace, at whatever moment', () => {
    const db = bench.database();
    const before = dump(db);
    const path = bigFile(3_000_000, 'cancel.csv');
    for (const moment of [0, 3, 50, 80]) {
      let asked = 0;
      const cancelled = () => asked++ === moment;
      const run = () => importFiles(db, [{ path, name: 'a.csv' }], { now: '2026-11-23T09:00', cancelled });
      expect(run).toThrow(ImportCancelled);
      expect(dump(db)).toEqual(before);
    }
  });

  test('progress never goes back and ends at 1', () => {
    const seen: number[] = [];
    const path = bigFile(2_000_000, 'progress.csv');
    importFiles(bench.database(), [{ path, name: 'a.csv' }], {
      now: '2026-11-23T09:00',
      onProgress: (done) => seen.push(done),
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});

describe('200 MB and more', () => {
  const size = 200_000_000;

  test('of attendance are imported in little memory', () => {
    const path = bigFile(size, 'big.csv');
    expect(statSync(path).size).toBeGreaterThan(size);
    const script = join(__dirname, '..', 'support', 'import-alone.ts');
    const answer = execFileSync(process.execPath, [script, join(bench.folder, 'big.sqlite'), path]);
    const { read, imported, peakMegabytes } = JSON.parse(answer.toString());
    expect(imported).toBe(read);
    expect(read).toBeGreaterThan(1_000_000);
    expect(peakMegabytes).toBeLessThan(500);
  }, 300_000);

  // Read as one row after the other they would take far longer than this test may.
  test('without a newline (1 GB), or of nothing known, are refused at once', () => {
    const line = fill('line.csv', 1_000_000_000, Buffer.alloc(1_000_000, `${header};`));
    const noise = fill('noise.txt', size, Buffer.alloc(1_000_000, 'lorem ipsum; dolor\n'));
    const opened = fill(
      'quote.csv',
      size,
      Buffer.alloc(1_000_000, 'x'),
      `${header}\n${good}\nE,2016-05-26,72,68,"`,
    );
    const db = bench.database();
    const sources = [line, noise, opened].map((path) => ({ path, name: path }));
    const { files, batch } = importFiles(db, sources, { now: '2026-11-23T09:00' });
    // What comes before the quote that is never closed is imported.
    expect(batch).toBe(1);
    expect(files.map(({ imported }) => imported)).toEqual([0, 0, 1]);
    expect(files.map(({ problems }) => problems[0]?.code)).toEqual([
      'unknown-header',
      'unknown-header',
      'record-too-long',
    ]);
  }, 120_000);
});

/** Attendance of as many sites as fill the size, four years each. */
function bigFile(size: number, name: string): string {
  const days = Array.from({ length: 1000 }, (_, index) =>
    new Date(Date.UTC(2012, 8, 3) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const path = join(bench.folder, name);
  const file = openSync(path, 'w');
  let written = writeSync(file, `${header}\n`);
  for (let site = 1; written < size; site++) {
    const label = `Groupe scolaire de la Rose-Croix des Vents et des Marées, restaurant numéro ${site}`;
    written += writeSync(
      file,
      `${days.map((day, at) => `E,${day},${100 + (at % 50)},${90 + (at % 60)},"${label}"`).join('\n')}\n`,
    );
  }
  closeSync(file);
  return path;
}

function fill(name: string, size: number, block: Buffer, start = ''): string {
  const path = join(bench.folder, name);
  const file = openSync(path, 'w');
  for (let written = writeSync(file, start); written < size; ) {
    written += writeSync(file, block);
  }
  closeSync(file);
  return path;
}
