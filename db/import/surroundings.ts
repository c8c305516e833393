import type { AnswersOfFiles } from './import-options.ts';
import type { ImportSource } from './import-source.ts';
import { findTableLayout } from './layout.ts';
import type { Place } from './table-layout.ts';
import type { Answers } from './table-question.ts';
import { nameIn } from './understand/site-of.ts';

/** The name of the sheet that a source is, if it is one of a workbook. */
export function sheetOf({ sheet }: ImportSource): string | null {
  return sheet?.name ?? null;
}

/** What is answered about a file: for all, for its workbook, for itself. */
export function answersOf({ all, files }: AnswersOfFiles, file: string): Answers {
  return { ...all, ...files?.[file.replace(/ \[[^\]]*\]$/, '')], ...files?.[file] };
}

/** The sheets of workbooks in which at least two, with the same titles, have names as schools have. */
export function schoolSheets(
  sources: readonly ImportSource[],
  places: readonly Place[],
): ReadonlySet<ImportSource> {
  const alike = new Map<string, ImportSource[]>();
  for (const [at, source] of sources.entries()) {
    const place = places[at] as Place;
    if (
      source.workbook !== undefined &&
      source.refusal === undefined &&
      place.sheet !== null &&
      nameIn(place.sheet) !== null
    ) {
      const layout = findTableLayout(source.path, 'UTF-8', null, place);
      if (layout.kind !== null && layout.questions?.some(({ id }) => id === 'site') === true) {
        const key = JSON.stringify([source.workbook, layout.header]);
        alike.set(key, [...(alike.get(key) ?? []), source]);
      }
    }
  }
  return new Set([...alike.values()].filter(({ length }) => length > 1).flat());
}
