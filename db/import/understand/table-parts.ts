import { fold } from '../../fold.ts';
import type { TableField } from '../field.ts';
import type { LineDiners, Shape } from '../shape.ts';
import type { Answers, ColumnReason, TableQuestion } from '../table-question.ts';
import { classesOfParts } from './age-class.ts';
import type { TextColumn } from './axes.ts';
import { type ColumnOfCells, nameOf } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import { filledDown } from './lines.ts';
import type { TablePeriod } from './periods.ts';
import { isSumTitle, readCountTitle, wordsOf } from './words.ts';

/** Where a table stands, and what is known beside it. */
export interface Surroundings {
  readonly period: TablePeriod;
  /** Names that its sheet, its headings and its file give it, the likeliest first. */
  readonly siteNames: SiteNames;
  readonly answers: Answers;
  readonly knowledge: Knowledge;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface SiteNames {
  /** Said for sure: "École : Val-Fleuri", or a sheet for each school. */
  readonly certain: string | null;
  readonly likely: string | null;
  /** Blocks of lines below single cells that name a site each. */
  readonly inBanners: boolean;
  /** Each block has its titles again: whatever stands alone above them is its site's name. */
  readonly anyBanner: boolean;
  /** As in a pivot table: each site and its sum above its days. */
  readonly sumsAbove: boolean;
}

/** A table of counts as it is understood. */
export interface CountTable {
  readonly kind: 'attendance' | 'servings';
  readonly columns: ReadonlyMap<TableField, number>;
  readonly shape: Shape;
  /** A line is a row as it is written. */
  readonly plain: boolean;
  readonly by: 'site' | 'dish' | 'date' | null;
  readonly names: readonly string[];
  readonly reasons: ReadonlyMap<number, ColumnReason>;
  readonly questions: readonly TableQuestion[];
  readonly otherServices: readonly string[];
  readonly strikeColumn: number | null;
  readonly siteName: string | null;
  /** The first of the headings that it needs stands above its titles. */
  readonly fromTop?: boolean | undefined;
}

export const bannersOf = ({ siteNames }: Surroundings) =>
  siteNames.inBanners
    ? { first: siteNames.certain, any: siteNames.anyBanner, sums: siteNames.sumsAbove }
    : null;

/**
 * Classes or guests by line: the lines of adults are no children's. `kind`: the column that keeps guests apart, where
 * one does.
 */
export function groupColumn(
  texts: readonly TextColumn[],
  kind: ColumnOfCells | null,
): (LineDiners & { readonly hasAdults: boolean }) | null {
  const found = texts
    .filter(({ column, role }) => column !== kind && role !== 'site')
    .map(({ column }) => ({ column, diners: dinersNamed([...column.distinct]) }))
    .find(({ diners }) => diners.size > 0);
  return found === undefined
    ? null
    : {
        column: found.column.index,
        classOf: found.diners,
        hasAdults: [...found.diners.values()].includes('adult'),
      };
}

const typeTitle = /\b(TYPES?|KINDS?|SITES?|CANTINES?|CANTEENS?|LIBCON|SITETYPE|TYPESITE)\b/;
const dinersTitle = /\b(CONVIVES?|USAGERS?|PUBLICS?|GUESTS?|DINERS?)\b/;

/**
 * The column of the types of site. "Convives" above Maternelle, Élémentaire and Adultes of one site tells its diners
 * apart, unless they are on record as sites, or a site has adults alone.
 */
export function typeColumn(
  texts: readonly TextColumn[],
  site: ColumnOfCells | null,
  { knowledge }: Surroundings,
): ColumnOfCells | null {
  const column = texts.find(({ role }) => role === 'siteKind')?.column ?? null;
  if (column === null || site === null) return column;
  const title = wordsOf(column.title.own);
  if (typeTitle.test(title) && !dinersTitle.test(title)) return column;
  const bySite = Map.groupBy(filledDown(site.cells).entries(), ([, name]) => fold(name));
  let withAdults = 0;
  for (const [name, lines] of bySite) {
    const kinds = new Set(lines.flatMap(([line]) => readCountTitle(column.cells[line] ?? '').siteKind ?? []));
    if (knowledge.hasTypes(name) || (kinds.has('A') && kinds.size === 1)) return column;
    withAdults += kinds.has('A') ? 1 : 0;
  }
  return withAdults > 0 ? null : column;
}

/** Whom names of lines or sheets say, each; classes only where every name says one. */
export function dinersNamed(names: readonly string[]): LineDiners['classOf'] {
  const read = names
    .filter((name) => name !== '' && !isSumTitle(name))
    .map((name) => ({ name, title: readCountTitle(name) }));
  const adults = read.filter(({ title }) => title.who === 'adults');
  const children = read.filter(({ title }) => title.who !== 'adults');
  const classes = classesOfParts(children.map(({ title }) => title.titleClass)) ?? [];
  return new Map([
    ...adults.map(({ name }) => [name, 'adult'] as const),
    ...classes.map((one, at) => [children[at]?.name ?? '', one] as const),
  ]);
}

const leastLikely = 1.5;
const asSite = (text: TextColumn): TextColumn => ({ ...text, likeSite: leastLikely });

/** The column of sites: the likeliest; where two are nearly as likely it is asked. */
export function siteColumn(
  texts: readonly TextColumn[],
  { answers }: Surroundings,
): { column: ColumnOfCells | null; reason: ColumnReason; questions: readonly TableQuestion[] } {
  const likely = texts.filter(({ likeSite }) => likeSite > 0);
  // A sector, or a kitchen, stands for its site where nothing else does.
  const sectors = texts.filter(({ role, column }) => role === 'sector' && column.distinct.size > 1);
  const ranked = (
    likely.some(({ likeSite }) => likeSite >= leastLikely) ? likely : [...likely, ...sectors.map(asSite)]
  ).toSorted((a, b) => b.likeSite - a.likeSite);
  const said = answers['site-column'];
  const answered =
    said === undefined ? undefined : ranked.find(({ column }) => fold(nameOf(column)) === fold(said));
  if (answered !== undefined) {
    return { column: answered.column, reason: 'answered', questions: [] };
  }
  const [first, next] = ranked;
  const [best, second] =
    first !== undefined && next !== undefined && isCodeOf(first.column, next.column) ? [next, first] : ranked;
  if (best === undefined || best.likeSite < leastLikely) {
    return { column: null, reason: 'title', questions: [] };
  }
  const close =
    second !== undefined &&
    best.likeSite - second.likeSite < 1 &&
    !isCodeOf(second.column, best.column) &&
    !sameNames(best.column, second.column) &&
    second.column.distinct.size > 1 &&
    best.column.distinct.size > 1;
  const titles = close ? [best, second].map(({ column }) => nameOf(column)) : [];
  return {
    column: best.column,
    reason: best.likeSite >= 3 ? (best.role === 'site' ? 'title' : 'known-names') : 'holds-names',
    questions: close
      ? [{ id: 'site-column', names: titles, proposal: titles[0] ?? null, choices: titles, blocking: true }]
      : [],
  };
}

/** "S01" beside "Les Tilleuls", each with one of the other: a name is what people read. */
function isCodeOf(code: ColumnOfCells, names: ColumnOfCells): boolean {
  const isCode = (cell: string) => /\d/.test(cell) && !/\p{L}{4}/u.test(cell);
  const pairs = new Set(code.cells.map((cell, line) => `${cell}\t${names.cells[line] ?? ''}`));
  return (
    code.distinct.size === names.distinct.size &&
    pairs.size === code.distinct.size &&
    [...code.distinct].every(isCode) &&
    ![...names.distinct].some(isCode)
  );
}

const sameNames = (a: ColumnOfCells, b: ColumnOfCells) =>
  a.cells.every((cell, line) => fold(cell) === fold(b.cells[line] ?? ''));
