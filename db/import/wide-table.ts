import { fold, tidy } from '../fold.ts';
import { parseCount } from './counts.ts';
import { parseDay } from './dates.ts';
import { mealOf } from './meals.ts';
import type { ImportKind } from './problem.ts';
import { type Columns, guessColumns, hasKnownHeading, isDateHeading } from './recognise.ts';
import { parseSiteKind } from './site-kind.ts';

/** A column of counts of what its heading names: one site, one dish. */
export interface NamedColumn {
  readonly index: number;
  readonly name: string;
}

/** What a table has a column of counts for each of. */
export type Wide =
  | { readonly by: 'site' | 'dish'; readonly named: readonly NamedColumn[] }
  /** Only the column of the lunches is read, as one of meals served. */
  | { readonly by: 'meal'; readonly lunch: string; readonly others: readonly string[] };

export interface WideTable {
  readonly kind: ImportKind;
  /** The columns that hold one field, as in any table. */
  readonly columns: Columns;
  readonly wide: Wide;
}

/** A header, the place of its dates, and the rows that follow it. */
interface Sheet {
  readonly header: readonly string[];
  readonly date: number;
  readonly rows: readonly (readonly string[])[];
}

const finders: readonly (readonly [ImportKind, (sheet: Sheet) => Omit<WideTable, 'kind'> | null])[] = [
  ['attendance', findMeals],
  ['servings', findDishes],
  ['attendance', findSites],
];

/**
 * Is this the header of a table with a column per meal, per dish or per site? Little in such a header says what it
 * is: the cells below must be dates, and whole numbers under the names. `kind`: what the user says the file is.
 */
export function findWideTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kind: ImportKind | null,
): WideTable | null {
  const date = header.findIndex((cell, index) => isDateHeading(cell) && holdsDates(rows, index));
  if (date >= 0) {
    for (const [own, find] of finders) {
      const found = kind === null || kind === own ? find({ header, date, rows }) : null;
      if (found !== null) {
        return { kind: own, ...found };
      }
    }
  }
  return null;
}

/** A row per site and day, a column per meal. */
function findMeals({ header, date, rows }: Sheet): Omit<WideTable, 'kind'> | null {
  const meals = header.map((cell, index) => ({ index, name: tidy(cell), meal: mealOf(cell) }));
  const others = meals.filter(({ meal }) => meal === 'other').map(({ name }) => name);
  const [lunch, second] = meals.filter(({ meal }) => meal === 'lunch');
  const columns = new Map(guessColumns(header, 'attendance')).set('date', date);
  if (lunch === undefined || second !== undefined || others.length === 0 || !columns.has('site')) {
    return null;
  }
  columns.set('served', lunch.index);
  return holdsCounts(rows, lunch.index) ? { columns, wide: { by: 'meal', lunch: lunch.name, others } } : null;
}

/** Headings of counts that are no dish's portions. */
const counted =
  /\b(EFFECTIFS?|REPAS|NB|NBRE|NOMBRE|PREV\w*|REELS?|REALISES?|CONSTATES?|COMMANDE\w*|SERVIS?|INSCRITS?|PRESENTS?|ABSENTS?|ENFANTS?|ELEVES?|CONVIVES?|RESTES?|MEALS?|CHILDREN|PUPILS?|SERVED|PLANNED|ACTUAL|FORECAST)\b/;

/** A row per site and day, a column per dish. */
function findDishes(sheet: Sheet): Omit<WideTable, 'kind'> | null {
  const guessed = guessColumns(sheet.header, 'servings');
  const site = guessed.get('site');
  const siteKind = guessed.get('siteKind');
  const named = namesIn(sheet).filter(({ index }) => index !== site && index !== siteKind);
  if (site === undefined || named.some(({ name }) => isGuest(name) || counted.test(fold(name)))) {
    return null;
  }
  const dishes = named.filter(({ index, name }) => !hasKnownHeading(name) && holdsCounts(sheet.rows, index));
  const columns: Columns = new Map([
    ['date', sheet.date],
    ['site', site],
    ...(siteKind === undefined ? [] : [['siteKind', siteKind] as const]),
  ]);
  return dishes.length >= 2 ? { columns, wide: { by: 'dish', named: dishes } } : null;
}

/** A row per day, a column per site. */
function findSites(sheet: Sheet): Omit<WideTable, 'kind'> | null {
  const named = namesIn(sheet);
  // A column per kind of guest, or for what other tables hold, is no site.
  if (named.some(({ name }) => isGuest(name) || hasKnownHeading(name))) {
    return null;
  }
  const sites = named.filter(({ index }) => holdsCounts(sheet.rows, index));
  const columns: Columns = new Map([['date', sheet.date]]);
  return sites.length >= 2 ? { columns, wide: { by: 'site', named: sites } } : null;
}

const other =
  /^(TOTAL|TOTAUX|SOUS.?TOTAL|SOMME|MOYENNE|SUM|AVERAGE|SEMAINE|SEM|MOIS|ANNEE|N°?|ID|WEEK|MONTH|YEAR)\b/;

/** The headings that may name something. */
function namesIn({ header, date }: Sheet): readonly NamedColumn[] {
  return header
    .map((cell, index) => ({ index, name: cell.trim() }))
    .filter(
      ({ index, name }) =>
        !isDateHeading(name) && index !== date && /\p{L}/u.test(name) && !other.test(fold(name)),
    );
}

/** Who eats, or at which meal: the name of no place and no dish. */
function isGuest(name: string): boolean {
  return parseSiteKind(name) !== null || mealOf(name) !== null;
}

function holdsDates(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = filled(rows, index);
  const dates = cells.filter(
    (cell) => !Number.isNaN(parseDay(cell, 'day-first') || parseDay(cell, 'month-first')),
  );
  return dates.length > 0 && dates.length * 2 > cells.length;
}

function holdsCounts(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = filled(rows, index);
  const counts = cells.filter((cell) => typeof parseCount(cell) === 'number');
  return counts.length > 0 && counts.length * 2 > cells.length;
}

function filled(rows: readonly (readonly string[])[], index: number): readonly string[] {
  return rows.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
}
