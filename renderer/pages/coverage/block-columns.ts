import type { EntryClass } from '../../../electron/api/records.ts';
import { foldForSearch } from '../../format/fold.ts';

/** Of whom the counts of a column are; `all`: of all children. */
export type DinerColumn = 'all' | EntryClass;

type Title = DinerColumn | 'day' | 'sum' | 'aside' | null;

/** Ordered or planned is not what was served, and a class of guests is not a whole: the first that fits counts. */
const titles: readonly (readonly [RegExp, Title])[] = [
  [/\b(date|dates|jour|jours|day|days)\b/, 'day'],
  [
    /\b(prev\w*|commande\w*|reserv\w*|inscrit\w*|ordered|planned|booked|enrolled|observation\w*|notes?)\b/,
    'aside',
  ],
  [/\b(adulte?s?|enseignants?|personnels?|agents?|staff|teachers?)\b/, 'A'],
  [/\b(maternelles?|mater|mat|nursery|infants?)\b/, 'M'],
  [/\b(elementaires?|elem|primaires?|prim|primary|elementary|juniors?)\b/, 'E'],
  [/\b(total|totaux|ensemble|somme|sum)\b/, 'sum'],
  [/\b(enfants?|eleves?|repas|servis?|reels?|convives?|couverts?|children|pupils|meals|served)\b/, 'all'],
];

export const titleOf = (cell: string): Title => {
  const words = foldForSearch(cell);
  return titles.find(([pattern]) => pattern.test(words))?.[1] ?? null;
};

export const isSumLine = (cell: string): boolean =>
  /^(s ?\/ ?)?(total|totaux|sous[- ]total|somme|moyenne|cumul|ensemble|sum|average)\b/.test(
    foldForSearch(cell),
  );

type Lines = readonly (readonly string[])[];

/** A count as it is compared with a sum; `null`: none, or a word. */
const numberOf = (cell: string): number | null => {
  const bare = cell.replace(/[\s\u00a0\u202f]/gu, '');
  return /^\d+$/.test(bare) ? Number(bare) : null;
};

/** Is a column the sum of others, in every line that has all of them? Two lines at least. */
function isSumOf(lines: Lines, sum: number, others: readonly number[]): boolean {
  const whole = lines.flatMap((line) => {
    const parts = [sum, ...others].map((column) => numberOf(line[column] ?? ''));
    return parts.includes(null) ? [] : [parts.map((part) => part ?? 0)];
  });
  return (
    whole.length >= 2 &&
    whole.every(([total, ...parts]) => total === parts.reduce((all, part) => all + part, 0))
  );
}

export type BlockColumns =
  | { readonly type: 'columns'; readonly of: ReadonlyMap<number, DinerColumn> }
  | { readonly type: 'refused'; readonly problem: 'columns' | 'total' };

const refused = (problem: 'columns' | 'total'): BlockColumns => ({ type: 'refused', problem });
const hasNumber = (lines: Lines, column: number) =>
  lines.some((line) => numberOf(line[column] ?? '') !== null);

/** What the titles above counts say of them; a total is left out once it is seen to be one. */
export function columnsByTitle(
  title: readonly string[],
  lines: Lines,
  candidates: readonly number[],
): BlockColumns {
  const known = new Map(candidates.map((column) => [column, titleOf(title[column] ?? '')]));
  const withNumbers = candidates.filter((column) => hasNumber(lines, column));
  if (withNumbers.some((column) => known.get(column) === null)) return refused('columns');
  const of = new Map<number, DinerColumn>();
  for (const [column, what] of known) {
    if (what === 'all' || what === 'M' || what === 'E' || what === 'A') {
      if ([...of.values()].includes(what)) return refused('columns');
      of.set(column, what);
    }
  }
  const sums = candidates.filter((column) => known.get(column) === 'sum');
  const [sum] = sums;
  if (sum === undefined) return { type: 'columns', of };
  if (of.size === 0 && sums.length === 1) return { type: 'columns', of: new Map([[sum, 'all']]) };
  const parts = [...of].filter(([, what]) => what !== 'all' || ![...of.values()].includes('M'));
  const all = parts.map(([column]) => column);
  const children = parts.filter(([, what]) => what !== 'A').map(([column]) => column);
  const isTotal = (column: number) =>
    (children.length > 0 && isSumOf(lines, column, all)) ||
    (children.length > 0 && isSumOf(lines, column, children));
  return sums.every((column) => isTotal(column) || !hasNumber(lines, column))
    ? { type: 'columns', of }
    : refused('total');
}

/** Columns without titles: those of the page from where one pastes on, without the sum of the others. */
export function columnsInOrder(
  lines: Lines,
  candidates: readonly number[],
  page: readonly DinerColumn[],
): BlockColumns {
  const filled = candidates.filter((column) => lines.some((line) => (line[column] ?? '') !== ''));
  const last = filled.at(-1);
  const others = filled.slice(0, -1);
  const kept = last !== undefined && others.length >= 2 && isSumOf(lines, last, others) ? others : filled;
  if (kept.length > page.length) return refused('columns');
  // An empty column between two filled ones keeps its place.
  const first = kept[0] ?? 0;
  const wide = kept.length > 0 && (kept.at(-1) ?? first) - first < page.length;
  return {
    type: 'columns',
    of: new Map(kept.map((column, i) => [column, page[wide ? column - first : i] as DinerColumn])),
  };
}
