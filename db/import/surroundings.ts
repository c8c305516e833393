import type { AnswersOfFiles } from './import-options.ts';
import type { ImportSource } from './import-source.ts';
import type { Answers } from './table-question.ts';

/** The name of the sheet that a source is, if it is one of a workbook. */
export function sheetOf({ sheet }: ImportSource): string | null {
  return sheet?.name ?? null;
}

/** What is answered about a file: for all, for its workbook, for itself. */
export function answersFor({ all, files }: AnswersOfFiles, file: string): Answers {
  return { ...all, ...files?.[file.replace(/ \[[^\]]*\]$/, '')], ...files?.[file] };
}
