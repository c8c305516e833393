import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFileOutcome } from '../../../db/import/problem.ts';
import { undoImport } from '../../../db/imports.ts';
import type { Database } from '../../../db/open.ts';
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
    lines.map((line) => (random() < 0.3 ? line.replace(/[,;]/, ';,\t|'[below(random, 4)] as string) : line)),
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

const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));

test('600 mutated files: nothing crashes or hangs, no row is lost, no count is invented, undo takes all back', () => {
  const db = bench.database();
  const empty = dump(db);
  for (let seed = 1; seed <= 600; seed++) {
    const random = generator(seed);
    let bytes = files[below(random, files.length)] as Buffer;
    for (let rounds = 1 + below(random, 3); rounds > 0 && bytes.length > 0; rounds--) {
      bytes = (mutations[below(random, mutations.length)] as Mutation)(bytes, random);
    }
    const started = performance.now();
    const { batch, files: outcomes } = bench.import(db, { [`seed ${seed}.csv`]: bytes });
    expect(performance.now() - started).toBeLessThan(2000);
    checkOutcome(outcomes[0] as ImportFileOutcome);
    checkCounts(db, bytes);
    if (batch !== null) {
      undoImport(db, batch);
    }
    expect(db.prepare('SELECT count(*) FROM import_batch').pluck().get()).toBe(0);
  }
  expect(dump(db)).toEqual(empty);
});

function checkOutcome(outcome: ImportFileOutcome): void {
  const { refused, asked } = countsOf(outcome);
  const of = (level: string) => outcome.problems.filter((problem) => problem.level === level);
  if (outcome.kind === null) {
    expect(of('refused')).toHaveLength(1);
  } else {
    expect(of('refused').filter(({ line }) => line !== null)).toHaveLength(refused);
    expect(of('asked')).toHaveLength(asked);
  }
}

/** Each count in the database is written somewhere in the file (its digits, in whatever encoding). */
function checkCounts(db: Database, bytes: Buffer): void {
  const digits = bytes.toString('latin1').replace(/[^!-~]|'/g, '');
  const counts = db
    .prepare(
      'SELECT served FROM attendance WHERE served IS NOT NULL UNION SELECT staff FROM attendance WHERE staff IS NOT NULL',
    )
    .pluck()
    .all() as number[];
  for (const count of counts) {
    expect(digits).toContain(String(count));
  }
}
