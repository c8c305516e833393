import { fold } from '../fold.ts';
import type { ClassField } from './field.ts';
import type { ImportSource } from './import-source.ts';
import { findTableLayout } from './layout.ts';
import type { Place } from './table-layout.ts';
import type { TableQuestion } from './table-question.ts';
import { parsePeriod } from './understand/periods.ts';
import { nameBesidePeriod, nameIn } from './understand/site-of.ts';
import { dinersNamed } from './understand/table-parts.ts';
import { isSumTitle, readCountTitle, serviceOf, wordsOf } from './understand/words.ts';

/** Why a sheet beside others with the same titles is not read. */
export type LeftOut =
  | { readonly why: 'sum' }
  | { readonly why: 'same'; readonly other: string }
  | { readonly why: 'other-meal'; readonly lunch: string };

/** The guests that one sheet of several counts. */
export interface SheetGuests {
  /** The names of all sheets of children. */
  readonly children: readonly string[];
  /** And those of adults. */
  readonly all: readonly string[];
  /** `null`: children of no class in particular. */
  readonly diners: ClassField | null;
}

/** What sheets of one workbook with the same titles are to each other. */
export interface SheetRoles {
  /** Sheets that are of a site each. */
  readonly sites: ReadonlyMap<ImportSource, string>;
  /** Sheets that count a part of the guests of one site (classes, levels, sittings, adults). */
  readonly guests: ReadonlyMap<ImportSource, SheetGuests>;
  readonly leftOut: ReadonlyMap<ImportSource, LeftOut>;
  /** The name that all sheets with the same titles have beside their periods, as that of the one site. */
  readonly likely: ReadonlyMap<ImportSource, string>;
}

interface Sheet {
  readonly source: ImportSource;
  readonly name: string;
  /** The site that its headings, or its own name, make likely. */
  readonly likely: string | null;
  readonly answer: string | undefined;
}

/** What the sheets are that say of no site themselves. */
export function sheetRoles(sources: readonly ImportSource[], places: readonly Place[]): SheetRoles {
  const roles = {
    sites: new Map<ImportSource, string>(),
    guests: new Map<ImportSource, SheetGuests>(),
    leftOut: new Map<ImportSource, LeftOut>(),
    likely: new Map<ImportSource, string>(),
  };
  for (const sheets of alikeSheets(sources, places)) {
    const isLunch = ({ name }: Sheet) => serviceOf(name) === 'lunch';
    const lunch = sheets.find(isLunch)?.name ?? null;
    const counted = sheets.filter(({ name }) => !isSumSheet(name));
    const meals = counted.filter(({ name }) => lunch === null || serviceOf(name) !== 'other');
    const adults = meals.filter((sheet) => guestsOf(sheet) === 'adults');
    const own = meals.filter((sheet) => !adults.includes(sheet));
    const names = own.length + adults.length > 1 ? roleOf(own, adults.length) : null;
    if (names !== null || meals.length < counted.length) {
      for (const { source, name } of sheets) {
        if (isSumSheet(name)) roles.leftOut.set(source, { why: 'sum' });
        else if (lunch !== null && serviceOf(name) === 'other')
          roles.leftOut.set(source, { why: 'other-meal', lunch });
      }
    }
    if (names === null) {
      const shared = sharedName(own);
      for (const { source } of shared === null ? [] : own) roles.likely.set(source, shared as string);
      continue;
    }
    if (names.sites !== undefined) {
      for (const [at, { source }] of own.entries()) roles.sites.set(source, names.sites[at] as string);
      continue;
    }
    const all = meals.map(nameOf);
    const named = dinersNamed(all);
    for (const [at, { source }] of meals.entries()) {
      const diners = named.get(all[at] ?? '') ?? null;
      roles.guests.set(source, { children: names.guests, all, diners });
    }
  }
  return roles;
}

/** Sheets with the same titles, of one workbook, that do not say of which site they are. */
function alikeSheets(
  sources: readonly ImportSource[],
  places: readonly Place[],
): readonly (readonly Sheet[])[] {
  const alike = new Map<string, Sheet[]>();
  for (const [at, source] of sources.entries()) {
    const { answers, ...place } = places[at] as Place;
    if (source.workbook === undefined || source.refusal !== undefined || place.sheet === null) {
      continue;
    }
    if (source.sheet?.hidden === true) continue;
    // What was answered about the site of all says nothing of what the sheets are to each other.
    const { site: _, ...other } = answers;
    const layout = findTableLayout(source.path, 'UTF-8', null, { ...place, answers: other });
    const question = layout.kind === null ? undefined : layout.questions?.find(({ id }) => id === 'site');
    if (question === undefined) continue;
    const key = JSON.stringify([source.workbook, layout.header.map(fold)]);
    const likely = question.names[0] ?? null;
    const sheet = { source, name: place.sheet, likely, answer: answers.sheets };
    alike.set(key, [...(alike.get(key) ?? []), sheet]);
  }
  return [...alike.values()].filter(({ length }) => length > 1);
}

type Names =
  | { readonly sites: readonly string[]; readonly guests?: never }
  | { readonly guests: readonly string[]; readonly sites?: never };

/** The site of each sheet, or the guests that they count; `null`: their names say neither. */
function roleOf(sheets: readonly Sheet[], adults: number): Names | null {
  const parts = sheets.map(guestsOf);
  const guests = sheets.map(nameOf);
  const distinct = new Set(guests.map((name) => fold(name ?? '')));
  if (sheets.length > 0 && parts.some((part) => part !== null) && distinct.size + adults > 1) {
    const names = guests.map((name) => name ?? '');
    return sheets[0]?.answer === 'sites' ? { sites: names } : { guests: [...new Set(names)] };
  }
  const sites =
    severalOf(sheets.map(({ name }) => nameIn(name))) ??
    ofGrid(sheets.map(({ likely }) => likely)) ??
    ofGrid(
      sheets.map(({ name }) => nameBesidePeriod(name)),
      sheets,
    );
  return sites === null ? null : { sites };
}

const nameOf = ({ name }: Sheet) => nameBesidePeriod(name) ?? nameIn(name) ?? name;

/** "Tilleuls sept.", "Tilleuls oct.": one name of several sheets; "ok" and the like are none. */
function sharedName(sheets: readonly Sheet[]): string | null {
  const names = sheets.map(({ name }) => nameBesidePeriod(name) ?? '');
  const [first = ''] = names;
  return names.length > 1 && first.length > 3 && new Set(names.map(fold)).size === 1 ? first : null;
}

/** Different names, one for each. */
function severalOf(names: readonly (string | null)[]): readonly string[] | null {
  const all = names.filter((name) => name !== null);
  return all.length === names.length && new Set(all.map(fold)).size > 1 ? all : null;
}

/**
 * Names of several sheets each, as of schools with a sheet a month; or two for one period, where that of each sheet is
 * given. "Sept. ok", "Oct. à vérifier" are no names.
 */
function ofGrid(names: readonly (string | null)[], sheets?: readonly Sheet[]): readonly string[] | null {
  const all = severalOf(names);
  if (all === null) return null;
  const times = [...Map.groupBy(all, fold).values()];
  const often = times.filter(({ length }) => length > 1).length;
  if (sheets === undefined) return often > 1 || times.length === all.length ? all : null;
  const periods = sheets.map(({ name }) => JSON.stringify(parsePeriod(name)));
  return often > 1 || new Set(periods).size < periods.length ? all : null;
}

/** "Maternelle", "CP", "1er service", "Enfants": a part of the guests; `null`: a name of something else. */
function guestsOf(sheet: Sheet): 'adults' | 'part' | null {
  const name = nameOf(sheet);
  return /^(ENFANTS?|ELEVES?|CHILDREN|PUPILS?)$/.test(wordsOf(name)) ? 'part' : readCountTitle(name).who;
}

const isSumSheet = (sheet: string) =>
  isSumTitle(sheet) ||
  /\b(RECAP\w*|SYNTHESE|BILAN|TOTAL|TOTAUX|GLOBAL|CONSOLIDE|SUMMARY)\b/.test(wordsOf(sheet));

/** "Additionner les feuilles ?": levels may be canteens of their own, classes and sittings are none. */
export function sheetsQuestion(names: readonly string[]): TableQuestion {
  const areLevels = names.some((name) => readCountTitle(name).siteKind !== null);
  return {
    id: 'sheets',
    names,
    proposal: areLevels ? null : 'sum',
    choices: ['sum', 'sites'],
    blocking: true,
  };
}
