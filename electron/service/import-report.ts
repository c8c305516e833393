import type { ImportOutcome, ImportProblem, ProblemCode } from '../../db/import/problem.ts';
import type { ImportReport, Problem } from '../api/records.ts';
import type { Messages } from './messages/messages.ts';
import type { ProblemText } from './messages/problem-texts.ts';

function textOf<Code extends ProblemCode>(
  problem: Extract<ImportProblem, { code: Code }>,
  { problems }: Messages,
): ProblemText {
  const text = problems[problem.code];
  // The table has one type per code; a union of codes cannot be followed into it.
  return typeof text === 'function' ? (text as (params: object) => ProblemText)(problem.params) : text;
}

/** A finding of the import in words. */
export function problemIn(problem: ImportProblem, texts: Messages): Problem {
  const { level, line, column, value } = problem;
  return { level, line, column, value, ...textOf(problem, texts) };
}

export function importReport(outcome: ImportOutcome, texts: Messages): ImportReport {
  const files = outcome.files.map((file) => ({
    ...file,
    problems: file.problems.map((problem) => problemIn(problem, texts)),
  }));
  return { ...outcome, files };
}
