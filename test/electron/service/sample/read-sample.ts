import Papa from 'papaparse';
import { generateSample } from '../../../../electron/service/sample/generate.ts';

/** Any seed will do; this one is the app’s. */
export const sampleSeed = 20_260_901;

export type SampleRow = Readonly<Record<string, string>>;

/** The rows of each generated file, under the file’s name. */
export function readSample(today: string, seed = sampleSeed): (file: string) => readonly SampleRow[] {
  const files = new Map(generateSample({ seed, today }).map(({ name, text }) => [name, text]));
  return (file) =>
    Papa.parse<SampleRow>(files.get(file) ?? '', { header: true, delimiter: ';', skipEmptyLines: true }).data;
}

export function sampleMeals(rows: readonly SampleRow[]): number {
  return rows.reduce((sum, row) => sum + Number(row.reel), 0);
}

/** Meals of all canteens per day, over the days that all of them served. */
export function cityMeals(rows: readonly SampleRow[]): ReadonlyMap<string, number> {
  const days = Map.groupBy(rows, (row) => row.date ?? '');
  return new Map(
    [...days].filter(([, day]) => day.length === 6).map(([date, day]) => [date, sampleMeals(day)]),
  );
}
