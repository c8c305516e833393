import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '../../../db/import/import-files.ts';
import { undoImport } from '../../../db/import/imports.ts';
import type { ImportFileOutcome } from '../../../db/import/outcome.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { Database } from '../../../db/open.ts';
import { sharedFolder } from '../../support/shared.ts';
import { countsOf, dump, Workbench } from '../support/database.ts';
import { generator } from '../support/random.ts';

const folder = join(__dirname, '..', '..', 'fixtures', 'import');
const bench = new Workbench();
afterAll(() => bench.close());

type Random = () => number;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const below = (random: Random, count: number) => Math.floor(random() * count);
const onLines =
  (change: (lines: string[], random: Random) => string[]): Mutation =>
  (bytes, random) =>
    Buffer.from(change(bytes.toString('latin1').split('\n'), random).join('\n'), 'latin1');

const mutations: readonly Mutation[] = [
  function flipBytes(bytes, random) {
    const flipped = Buffer.from(bytes);
    for (let count = 1 + below(random, 5); count > 0; count--) {
      flipped[below(random, flipped.length)] = below(random, 256);
    }
    return flipped;
  },
  function cut(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length));
  },
  function changeEncoding(bytes, random) {
    const text = bytes.toString('latin1');
    return Buffer.from(text, (['utf8', 'utf16le', 'latin1'] as const)[below(random, 3)]);
  },
  onLines((lines, random) =>
    lines.map((line) => (random() < 0.3 ? line.replace(/[,;]/, ';,\t|'[below(random, 4)]) : line)),
  ),
  onLines((lines, random) =>
    lines.map((line) => (random() < 0.2 ? line.slice(0, below(random, line.length)) : line)),
  ),
  onLines((lines, random) => lines.toSorted(() => random() - 0.5)),
  onLines((lines, random) => lines.flatMap((line) => (random() < 0.3 ? [line, line] : [line]))),
  onLines((lines, random) =>
    lines.map((line) => (random() < 0.3 ? line.replace(/(\d\d)([-/.])(\d\d)/, '$3$2$1') : line)),
  ),
  onLines((lines, random) => lines.map((line) => (random() < 0.2 ? `"${line}` : line))),
  onLines((lines, random) =>
    lines.map((line) =>
      line
        .split(/[,;]/)
        .toSorted(() => random() - 0.5)
        .join(','),
    ),
  ),
  onLines((lines, random) =>
    lines.map((line) => (random() < 0.2 ? line.replace(/\d+/, (digits) => `-${digits}`) : line)),
  ),
];

/** All of them: `MUTATIONS=5000 jest test/db/import/mutations`. The suite runs a share. */
const seeds = Number(process.env.MUTATIONS ?? 1_000);

/** The corpus, and excerpts of the real files where these are there. */
const files: readonly Buffer[] = [
  ...readdirSync(folder).map((name) => readFileSync(join(folder, name))),
  ...['data/nantes', 'data/calendars'].flatMap((name) => excerpts(join(sharedFolder, name))),
];

function excerpts(from: string): readonly Buffer[] {
  return existsSync(from) ? readdirSync(from).map((name) => excerpt(readFileSync(join(from, name)))) : [];
}

/** The header and twenty lines from the middle. */
function excerpt(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const middle = Math.floor(lines.length / 2);
  return Buffer.from([lines[0], ...lines.slice(middle, middle + 20)].join('\n'), 'latin1');
}

test(`${seeds} mutated files: nothing crashes or hangs, no row is lost, no date or count is invented, undo takes all back`, async () => {
  const db = bench.database();
  // What a crash of the computer would leave is not the question here.
  db.pragma('synchronous = OFF');
  const empty = dump(db);
  for (let seed = 1; seed <= seeds; seed++) {
    const path = bench.write('mutated', mutate(generator(seed)));
    // Most take a few milliseconds; one that is read over and over would take all the time of this test.
    const { outcome, text } = await withUnpacked(
      [{ path, name: `seed ${seed}` }],
      () => false,
      (sources) => ({
        outcome: importFiles(db, sources, { now: '2026-11-23T09:00' }),
        text: sources.map((source) => readFileSync(source.path, 'latin1')).join('\n'),
      }),
    );
    outcome.files.forEach(checkOutcome);
    checkValues(db, text);
    if (outcome.batch !== null) {
      undoImport(db, outcome.batch);
    }
    expect(db.prepare('SELECT count(*) FROM import_batch').pluck().get()).toBe(0);
    rmSync(path);
  }
  expect(dump(db)).toEqual(empty);
}, 600_000);

function mutate(random: Random): Buffer {
  let bytes = files[below(random, files.length)];
  for (let rounds = 1 + below(random, 3); rounds > 0 && bytes.length > 0; rounds--) {
    bytes = mutations[below(random, mutations.length)](bytes, random);
  }
  return bytes;
}

function checkOutcome(outcome: ImportFileOutcome): void {
  const { refused, asked } = countsOf(outcome);
  const of = (level: string) => outcome.problems.filter((problem) => problem.level === level);
  const isLeftOut = outcome.problems.some(({ code }) => code === 'sheet-left-out');
  if (outcome.kind === null) {
    expect(of('refused')).toHaveLength(isLeftOut ? 0 : 1);
  } else {
    expect(of('refused').filter(({ line }) => line !== null)).toHaveLength(refused);
    expect(of('asked').filter(({ line }) => line !== null)).toHaveLength(asked);
  }
}

/** Each count and each day in the database is written somewhere in the file, in whatever encoding. */
function checkValues(db: Database, text: string): void {
  const digits = text.replace(/[^!-~]|'/g, '');
  const counts = select(
    db,
    `SELECT served FROM attendance UNION SELECT staff FROM attendance
     UNION SELECT served FROM serving UNION SELECT prepared FROM serving UNION SELECT children FROM enrolment`,
  );
  for (const count of counts) {
    expect(digits).toContain(String(count));
  }
  const days = select(
    db,
    `SELECT day FROM attendance UNION SELECT day FROM serving
     UNION SELECT unixepoch(date) / 86400 FROM menu_item UNION SELECT unixepoch(date) / 86400 FROM closure`,
  );
  const numbers = ` ${(text.replaceAll('\0', '').match(/\d+/g) ?? []).map(Number).join(' ')} `;
  for (const day of days) {
    // An instant before midnight, as 22:00 in UTC, is written with the day before.
    expect(
      [day, day - 1].flatMap(spellings).filter((spelling) => numbers.includes(` ${spelling} `)),
    ).not.toEqual([]);
  }
}

const select = (db: Database, sql: string) =>
  (db.prepare(sql).pluck().all() as (number | null)[]).filter((value) => value !== null);

/** The numbers that a day may be written with, in their order. */
function spellings(day: number): readonly string[] {
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
  const years = [y, y % 100];
  const written = years.flatMap((year) => [`${year} ${m} ${d}`, `${d} ${m} ${year}`, `${m} ${d} ${year}`]);
  const inWords = years.map((year) => `${d} ${year}`);
  return [...written, ...inWords, String(day + 25_569), String(Number(iso.replaceAll('-', '')))];
}
