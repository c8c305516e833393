import type { AnswersOfFiles } from './import-options.ts';
import type { ImportSource } from './import-source.ts';
import { findTableLayout } from './layout.ts';
import type { Place } from './table-layout.ts';
import type { Answers } from './table-question.ts';
import { nameIn } from './understand/site-of.ts';
import { isSumTitle, wordsOf } from './understand/words.ts';

/** The name of the sheet that a source is, if it is one of a workbook. */
export function sheetOf({ sheet }: ImportSource): string | null {
  return sheet?.name ?? null;
}

/** What is answered about a file: for all, for its workbook, for itself. */
export function answersFor({ all, files }: AnswersOfFiles, file: string): Answers {
  return { ...all, ...files?.[file.replace(/ \[[^\]]*\]$/, '')], ...files?.[file] };
}

/** Sheets of one workbook that tell of a site each, and those that add them up. */
export interface SheetRoles {
  readonly schools: ReadonlySet<ImportSource>;
  readonly sums: ReadonlySet<ImportSource>;
}

/** Where at least two sheets of a workbook, with the same titles, have names as schools have, they are of one each. */
export function sheetRoles(sources: readonly ImportSource[], places: readonly Place[]): SheetRoles {
  const alike = new Map<string, { schools: ImportSource[]; sums: ImportSource[] }>();
  for (const [at, source] of sources.entries()) {
    const place = places[at] as Place;
    if (source.workbook === undefined || source.refusal !== undefined || place.sheet === null) {
      continue;
    }
    const isSum = isSumSheet(place.sheet);
    if (!isSum && nameIn(place.sheet) === null) {
      continue;
    }
    const layout = findTableLayout(source.path, 'UTF-8', null, place);
    if (layout.kind !== null && layout.questions?.some(({ id }) => id === 'site') === true) {
      const key = JSON.stringify([source.workbook, layout.header]);
      const group = alike.get(key) ?? { schools: [], sums: [] };
      (isSum ? group.sums : group.schools).push(source);
      alike.set(key, group);
    }
  }
  const several = [...alike.values()].filter(({ schools }) => schools.length > 1);
  return {
    schools: new Set(several.flatMap(({ schools }) => schools)),
    sums: new Set(several.flatMap(({ sums }) => sums)),
  };
}

const isSumSheet = (sheet: string) =>
  isSumTitle(sheet) ||
  /\b(RECAP\w*|SYNTHESE|BILAN|TOTAL|TOTAUX|GLOBAL|CONSOLIDE|SUMMARY)\b/.test(wordsOf(sheet));
