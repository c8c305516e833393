import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportCancelled, importFiles } from '../../../../db/import/import-files.ts';
import type { ImportOutcome } from '../../../../db/import/outcome.ts';
import { withUnpacked } from '../../../../db/import/unpack/unpack-sources.ts';
import type { Database } from '../../../../db/open.ts';
import { workbookFiles, xlsx } from '../../../support/xlsx.ts';
import { type ZipFile, zip } from '../../../support/zip.ts';
import { dump, Workbench } from '../../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const never = () => false;
const csv = 'site_type,date,prevision,reel,site_nom\nE,2018-09-03,120,118,Les Tilleuls\n';
const table = [
  ['site_type', 'date', 'prevision', 'reel', 'site_nom'],
  ['E', { serial: 43346 }, 120, 118, 'Les Tilleuls'],
];

function run(db: Database, path: string, name: string): Promise<ImportOutcome> {
  return withUnpacked([{ path, name }], never, (sources) =>
    importFiles(db, sources, { now: '2026-11-23T09:00' }),
  );
}

/** Those of this process, also of the tests before it: others import at the same time. */
const temporaryFolders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`bonne-mesure-import-${process.pid}-`));

/** A sheet of a workbook whose XML is given. */
function withSheetXml(sheet: string): Buffer {
  const files = workbookFiles([{ name: 'Feuil1', rows: table }]);
  return zip(
    files.map((file) => (file.name.startsWith('xl/worksheets/') ? { ...file, content: sheet } : file)),
  );
}

const sheetOf = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;
const zeros = new Uint8Array(210_000_000);

describe('what cannot be unpacked is told, the database stays as it was', () => {
  const manyFiles: readonly ZipFile[] = Array.from({ length: 1_001 }, (_, index) => ({
    name: `${index}.csv`,
    content: '',
  }));
  const workbook = xlsx([{ name: 'Feuil1', rows: table }]);
  const cases: readonly (readonly [string, () => Buffer, object])[] = [
    ['an absolute name', () => zip([{ name: '/etc/a.csv', content: csv }]), { code: 'unsafe-archive-name' }],
    ['a drive', () => zip([{ name: 'C:\\a.csv', content: csv }]), { code: 'unsafe-archive-name' }],
    [
      'a way out with backslashes',
      () => zip([{ name: 'a\\..\\..\\b.csv', content: csv }]),
      { code: 'unsafe-archive-name', value: 'a/../../b.csv' },
    ],
    ['too many files', () => zip(manyFiles), { code: 'too-many-files', params: { limit: 1_000 } }],
    [
      'an archive that says it is too large',
      () => zip([{ name: 'a.csv', content: csv, claimedSize: 2_000_000_001 }]),
      { code: 'archive-too-large', params: { megabytes: 2_000 } },
    ],
    [
      'an archive that says it is smaller than it is',
      () => zip([{ name: 'a.csv', content: csv.repeat(1_000), claimedSize: 100 }]),
      { code: 'damaged-archive' },
    ],
    [
      'a workbook that unpacks to more than memory should hold',
      () => zip([...workbookFiles([{ name: 'F', rows: table }]), { name: 'xl/media/a.bin', content: zeros }]),
      { code: 'archive-too-large', params: { megabytes: 200 } },
    ],
    [
      'a workbook that says it is smaller than it is',
      () =>
        zip(
          workbookFiles([{ name: 'F', rows: table }]).map((file) => ({
            ...file,
            ...(file.name === 'xl/worksheets/sheet1.xml' && { claimedSize: 10 }),
          })),
        ),
      { code: 'damaged-archive' },
    ],
    [
      'a row far beyond the last one of Excel',
      () => withSheetXml(sheetOf('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')),
      { code: 'workbook-too-large', params: { cells: 3_000_000 } },
    ],
    [
      'rows with a cell in the last column',
      () =>
        withSheetXml(
          sheetOf(
            Array.from({ length: 200 }, (_, row) => `<row><c r="XFD${row + 1}"><v>1</v></c></row>`).join(''),
          ),
        ),
      { code: 'workbook-too-large', params: { cells: 3_000_000 } },
    ],
    ['a sheet that is no XML', () => withSheetXml('<worksheet><sheetData><row'), { code: 'damaged-archive' }],
    [
      'an archive cut off',
      () => zip([{ name: 'a.csv', content: csv }]).subarray(0, 90),
      { code: 'damaged-archive' },
    ],
    ['a workbook with a byte changed', () => changed(workbook), { code: 'damaged-archive' }],
    ['an empty archive', () => zip([]), { code: 'empty-file' }],
    ['an empty workbook', () => xlsx([{ name: 'Feuil1', rows: [] }]), { code: 'empty-file' }],
    [
      'a drawing',
      () => zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.graphics' }]),
      { code: 'spreadsheet' },
    ],
    [
      'a few bytes of an old workbook',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      { code: 'old-workbook' },
    ],
  ];
  test.each(cases)('%s', async (_, content, problem) => {
    const db = bench.database();
    const before = dump(db);
    const { batch, files } = await run(db, bench.write('essai', content()), 'essai');
    expect(batch).toBeNull();
    expect(files).toMatchObject([
      { file: 'essai', read: 0, problems: [{ level: 'refused', line: null, ...problem }] },
    ]);
    expect(dump(db)).toEqual(before);
  });
});

/** Turns a bit in the middle of the packed data of each file. */
function changed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\x03\x04'); at >= 0; at = copy.indexOf('PK\x03\x04', at + 1)) {
    const start = at + 30 + copy.readUInt16LE(at + 26);
    copy.fill(0xff, start, start + Math.min(20, copy.readUInt32LE(at + 18)));
  }
  return copy;
}

test('a cell that only has a format may lie anywhere', async () => {
  const file = workbookFiles([{ name: 'F', rows: table }]).map(({ name, content }) => ({
    name,
    content: String(content).replace(
      '</sheetData>',
      '<row r="9000"><c r="XFD9000" s="1"/></row></sheetData>',
    ),
  }));
  const { files } = await run(bench.database(), bench.write('a.xlsx', zip(file)), 'a.xlsx');
  expect(files).toMatchObject([{ read: 1, imported: 1, problems: [] }]);
});

describe('a folder', () => {
  test('is read with the folders in it, without what systems put there', async () => {
    const folder = join(bench.folder, 'Dossier');
    mkdirSync(join(folder, 'été', '.caché'), { recursive: true });
    writeFileSync(join(folder, 'a.csv'), csv);
    writeFileSync(join(folder, 'été', 'b.csv'), csv.replace('2018-09-03', '2018-09-04'));
    writeFileSync(
      join(folder, 'été', 'c.xlsx'),
      xlsx([{ name: 'F', rows: [...table.slice(0, 1), ['E', { serial: 43348 }, 1, 2, 'Les Tilleuls']] }]),
    );
    writeFileSync(join(folder, 'Thumbs.db'), '\0');
    writeFileSync(join(folder, '~$c.xlsx'), '\0');
    writeFileSync(join(folder, 'été', '.caché', 'd.csv'), csv);
    const { files } = await run(bench.database(), folder, 'Dossier');
    expect(files.map(({ file, imported }) => [file, imported])).toEqual([
      ['Dossier/a.csv', 1],
      ['Dossier/été/b.csv', 1],
      ['Dossier/été/c.xlsx [F]', 1],
    ]);
  });

  test('without files is told', async () => {
    const folder = join(bench.folder, 'vide');
    mkdirSync(folder);
    const { files } = await run(bench.database(), folder, 'vide');
    expect(files).toMatchObject([{ problems: [{ code: 'empty-file' }] }]);
  });
});

test('a file without the right to read it is told, the others are imported', async () => {
  const db = bench.database();
  const closed = bench.write('closed.csv', csv);
  chmodSync(closed, 0);
  const sources = [closed, bench.write('open.csv', csv), join(bench.folder, 'gone.csv')];
  const { files } = await withUnpacked(
    sources.map((path) => ({ path, name: path.slice(path.lastIndexOf('/') + 1) })),
    never,
    (unpacked) => importFiles(db, unpacked, { now: '2026-11-23T09:00' }),
  );
  const isRoot = process.getuid?.() === 0;
  expect(files[0]?.problems.map(({ code }) => code)).toEqual(isRoot ? [] : ['unreadable-file']);
  expect(files[isRoot ? 0 : 1]).toMatchObject({ imported: 1 });
  expect(files[2]?.problems).toMatchObject([{ code: 'unreadable-file', params: { reason: 'ENOENT' } }]);
  rmSync(closed);
});

test('nothing unpacked stays behind, whether it went well or not', async () => {
  const before = temporaryFolders();
  const archive = bench.write(
    'a.zip',
    zip([
      { name: 'a.csv', content: csv },
      { name: 'b.csv', content: csv },
    ]),
  );
  const source = { path: archive, name: 'a.zip' };
  let unpacked: readonly string[] = [];
  await withUnpacked([source], never, (sources) => {
    unpacked = sources.map(({ path }) => path);
  });
  expect(unpacked).toHaveLength(2);
  expect(unpacked.every((path) => path.startsWith(tmpdir()))).toBe(true);
  let asked = 0;
  const cancelled = withUnpacked([source], () => asked++ === 2, never);
  await expect(cancelled).rejects.toThrow(ImportCancelled);
  const failed = withUnpacked([source], never, () => {
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(temporaryFolders()).toEqual(before);
});

test('every date of a workbook is the calendar date that Excel shows', async () => {
  const serials = [20_000, 36_585, 36_586, 43_346, 43_543, 43_765, 46_349, 60_000];
  const rows = serials.map((serial) => ['E', { serial }, 1, 2, 'Les Tilleuls']);
  const path = bench.write('dates.xlsx', xlsx([{ name: 'F', rows: [...table.slice(0, 1), ...rows] }]));
  const days: number[] = [];
  const db = bench.database();
  await run(db, path, 'dates.xlsx');
  days.push(...db.prepare('SELECT day FROM attendance ORDER BY day').pluck().all().map(Number));
  expect(days).toEqual(serials.filter((serial) => serial >= 32_874).map((serial) => serial - 25_569));
});

test('sheets of several kinds are read in the order of what builds on what', async () => {
  const workbook = xlsx([
    {
      name: 'Menus',
      rows: [
        ['Date', 'Entrée', 'Plat', 'Dessert'],
        [{ serial: 43346 }, 'Melon OU Pastèque', 'Rôti de dinde', 'Flan'],
      ],
    },
    {
      name: 'Repas servis',
      rows: [
        ['Date', 'Jean Jaurès', 'Le Port'],
        [{ serial: 43346 }, 118, 45],
        [{ serial: 43347 }, 120, null],
      ],
    },
  ]);
  const db = bench.database();
  const { files } = await run(db, bench.write('année.xlsx', workbook), 'année.xlsx');
  expect(files.map(({ file, kind, imported }) => [file, kind, imported])).toEqual([
    ['année.xlsx [Menus]', 'menus', 1],
    ['année.xlsx [Repas servis]', 'attendance', 3],
  ]);
  expect(db.prepare('SELECT count(*) FROM menu_item').pluck().get()).toBe(4);
  const again = await run(db, bench.write('année-2.xlsx', workbook), 'année-2.xlsx');
  expect(again.batch).toBeNull();
  expect(again.files.map(({ unchanged }) => unchanged)).toEqual([1, 3]);
});

const testWithPipes = process.platform === 'win32' ? test.skip : test;

testWithPipes('a pipe and a device are refused, and not waited for', async () => {
  const db = bench.database();
  const pipe = join(bench.folder, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, '/dev/zero']) {
    const { files } = await run(db, path, 'a.csv');
    expect(files.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['unreadable-file']]);
  }
});
