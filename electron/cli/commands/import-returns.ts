import type { ReturnSheetReport, TableAnswers } from '../../api/records.ts';
import { spelledDate } from '../../service/messages/format.ts';
import type { ExitCode, Terminal } from '../terminal/command.ts';

/** `conflict` and `day` of `--answer` speak of return sheets, `site` of them too; the rest is for tables. */
export function partAnswers(answers: Readonly<Record<string, string>>): {
  readonly tables: TableAnswers;
  readonly returns: Readonly<Record<string, string>>;
} {
  const { conflict, day, ...tables } = answers;
  const own = { conflict, day, site: tables.site };
  return {
    tables: tables as TableAnswers,
    returns: Object.fromEntries(Object.entries(own).flatMap(([id, said]) => (said ? [[id, said]] : []))),
  };
}

/** Keeps what return sheets among the files say, or (dry run) tells it. */
export async function importReturns(
  terminal: Terminal,
  tickets: readonly string[],
  said: Readonly<Record<string, string>>,
  dryRun: boolean,
): Promise<readonly ReturnSheetReport[]> {
  const read = await terminal.call('returns.read', { tickets });
  const answers = Object.fromEntries([
    ...(said.conflict === undefined ? [] : [['all', said.conflict]]),
    ...read.flatMap(({ question }) => {
      const wanted = question === null ? undefined : said[question.about];
      const choice = question?.choices.find(({ value, label }) => wanted === value || wanted === label);
      return question && choice ? [[question.id, choice.value]] : [];
    }),
  ]);
  return terminal.call(dryRun ? 'returns.read' : 'returns.merge', { tickets, answers });
}

export function returnLines(
  sheets: readonly ReturnSheetReport[],
  dryRun: boolean,
  { texts, language }: Terminal,
): readonly string[] {
  const { cli } = texts.returnSheets;
  const lines = sheets.flatMap(({ file, site, date, taken, unchanged, conflicts, question, findings }) => [
    '',
    site === null || date === null ? file : cli.sheet(site, spelledDate(date, language)),
    `  ${(dryRun ? cli.wouldCount : cli.counts)(taken, unchanged)}`,
    ...(question === null
      ? []
      : [
          `  ? ${cli.cell(question.cell)} – ${question.question}`,
          ...question.choices
            .slice(0, 6)
            .map(({ value, label }) =>
              question.about === 'site' ? `    --site "${label}"` : `    --answer day=${value}`,
            ),
        ]),
    ...conflicts
      .filter(({ answer }) => answer !== 'file')
      .map(({ cell, what, mine, file: other }) => `  ? ${cli.conflict(cell, what, mine, other)}`),
    ...findings.map(
      ({ cell, message, remedy }) => `  - ${cell === null ? '' : `${cli.cell(cell)} – `}${message} ${remedy}`,
    ),
  ]);
  const asks = sheets.some(({ conflicts }) => conflicts.some(({ answer }) => answer === null));
  return asks ? [...lines, '', cli.resolve] : lines;
}

/** 2 when nothing of any sheet was of use, 1 when something was refused or waits for an answer. */
export function returnsCode(sheets: readonly ReturnSheetReport[]): ExitCode {
  const open = sheets.some(
    ({ question, conflicts, findings }) =>
      question !== null ||
      conflicts.some(({ answer }) => answer === null) ||
      findings.some(({ severity }) => severity === 'refused'),
  );
  if (!open) return 0;
  return sheets.some(({ taken, unchanged }) => taken + unchanged > 0) ? 1 : 2;
}
