import { isoOf, weekdayOfDay } from '../../../db/day.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import type { ImportOutcome } from '../../../db/import/outcome.ts';
import type { Answers } from '../../../db/import/table-question.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { Database } from '../../../db/open.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { Workbench } from './database.ts';

/** A made town of two canteens, and one that is alone; thirty days of school from 1 September 2025 on. */
export const [tilleuls, preVert, alone] = ['Les Tilleuls', 'Le Pré Vert', 'Val-Fleuri'] as const;
const firstDay = Date.UTC(2025, 8, 1) / 86_400_000;
export const days: readonly number[] = Array.from({ length: 60 }, (_, at) => firstDay + at)
  .filter((day) => weekdayOfDay(day) <= 5 && weekdayOfDay(day) !== 3)
  .slice(0, 30);
export const dates = days.map(isoOf);
export const french = (iso: string) => iso.split('-').reverse().join('/');
export const serial = (at: number) => ({ serial: numberAt(days, at) + 25_569 });
export const weekdayName = (at: number) =>
  ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'][weekdayOfDay(numberAt(days, at)) - 1] as string;
export const inTilleuls = (at: number) => 60 + ((at * 7) % 11);
export const inPreVert = (at: number) => 38 + ((at * 5) % 9);

/** What a file says: meals served by date and site. */
export type Counts = ReadonlyMap<string, number>;
export const countsOf = (site: string, of: (at: number) => number): Counts =>
  new Map(dates.map((date, at) => [`${date} ${site}`, of(at)]));
export const ofBoth: Counts = new Map([...countsOf(tilleuls, inTilleuls), ...countsOf(preVert, inPreVert)]);
export const ofAlone: Counts = countsOf(alone, inTilleuls);
export const without = (counts: Counts, isGone: (key: string) => boolean): Counts =>
  new Map([...counts].filter(([key]) => !isGone(key)));

export type Cells = readonly (string | number | null)[];
export const csv = (rows: readonly Cells[], separator = ';') =>
  `${rows.map((cells) => cells.map((cell) => cell ?? '').join(separator)).join('\n')}\n`;
/** A line for each day of the one canteen; one for each day and canteen of the town. */
export const eachDay = (line: (at: number) => Cells): readonly Cells[] => dates.map((_, at) => line(at));
export const eachLine = (line: (date: string, site: string, served: number, at: number) => Cells) =>
  dates.flatMap((date, at) => [
    line(french(date), tilleuls, inTilleuls(at), at),
    line(french(date), preVert, inPreVert(at), at),
  ]);

export interface OwnFile {
  readonly bytes: string | Uint8Array;
  readonly name?: string;
  readonly answers?: Answers;
}

export function importOwn(
  bench: Workbench,
  db: Database,
  { bytes, name = 'cantine.csv', answers = {} }: OwnFile,
): Promise<ImportOutcome> {
  return withUnpacked(
    [{ name, path: bench.write(name, bytes) }],
    () => false,
    (sources) => importFiles(db, sources, { now: '2025-11-16T09:00', answers: { all: answers } }),
  );
}

export function storedCounts(db: Database): Counts {
  const rows = db
    .prepare(
      `SELECT a.day, n.name, a.served FROM attendance a JOIN site_name n ON n.id = a.site_name_id
       WHERE a.served IS NOT NULL`,
    )
    .raw()
    .all() as [number, string, number][];
  return new Map(rows.map(([day, site, served]) => [`${isoOf(day)} ${site}`, served]));
}

export const sorted = (counts: Counts) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
export const codesOf = ({ files }: ImportOutcome) =>
  files.flatMap(({ problems }) => problems.map(({ code }) => code));
export const askedOf = ({ files }: ImportOutcome) =>
  files.flatMap(({ questions }) => questions.filter(({ blocking }) => blocking).map(({ id }) => id));

/** A file imported alone: what is kept of it, told and asked. */
export async function readOwn(bench: Workbench, file: OwnFile) {
  const db = bench.database();
  const outcome = await importOwn(bench, db, file);
  return { outcome, counts: sorted(storedCounts(db)), codes: codesOf(outcome), asked: askedOf(outcome) };
}

/** As French files write them, January first. */
export const monthNames = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
