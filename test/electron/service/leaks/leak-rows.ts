import Papa from 'papaparse';
import type { Leak } from '../../../../electron/api/records.ts';

/** The lines of *Bilan*'s file in French about where surplus remains: below the figures, under titles of their own. */
export function leakRows(csv: string) {
  const [, text = ''] = csv.replace('\ufeff', '').split('\r\n\r\n');
  const [name = [], titles = [], ...rows] = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' }).data;
  return {
    name: name[0],
    titles,
    rows: rows.filter((row) => row.length > 1),
    notes: rows.filter((row) => row.length === 1).flat(),
  };
}

const rounded = (value: number | undefined, decimals: number) =>
  value === undefined ? '' : String(Number(value.toFixed(decimals))).replace('.', ',');

/** The cells of a leak but for its words: `where`, cause, thing to try and trial. */
export function leakCells(
  { site, mean, inExcess, occurrences, since, eurosPerYear, trial }: Leak,
  [where, cause, toTry, tried = '']: readonly string[],
) {
  const { value, low, high } = trial?.difference ?? {};
  return [
    ...[site, where, rounded(mean, 1), String(inExcess), String(occurrences), since ?? ''],
    ...[rounded(eurosPerYear, 0), cause, toTry, tried],
    ...[value, low, high].map((meals) => rounded(meals, 1)),
  ];
}
