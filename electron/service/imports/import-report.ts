import type { ImportFileOutcome, ImportOutcome } from '../../../db/import/outcome.ts';
import type { ImportProblem, ImportProblemGroup, ProblemCode } from '../../../db/import/problem.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type {
  ImportFileReport,
  ImportReport,
  NameInFiles,
  Problem,
  ProblemGroup,
} from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { ProblemText } from '../messages/problem-texts.ts';

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
  const { level, sheet, line, column, value } = problem;
  const { reason, remedy } = textOf(problem, texts);
  return {
    code: problem.code,
    level,
    ...(sheet === null ? {} : { sheet }),
    line,
    column,
    value,
    reason,
    remedy,
  };
}

function groupIn({ rows, listed }: ImportProblemGroup, of: ImportFileOutcome, texts: Messages): ProblemGroup {
  const first = of.problems[numberAt(listed, 0)] as ImportProblem;
  const { reason, remedy, ofMany } = textOf(first, texts);
  const { level, column } = first;
  return { code: first.code, level, column, reason, remedy, ...(rows > 1 ? ofMany : {}), rows, listed };
}

const levels = ['refused', 'asked', 'warning'] as const;

/** What costs rows comes first, the most rows before. */
const byWeight = (a: ProblemGroup, b: ProblemGroup) =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || b.rows - a.rows;

function fileIn(file: ImportFileOutcome, texts: Messages): ImportFileReport {
  const { ask, choice } = texts.tableQuestions;
  const questions = file.questions.map((question) => ({
    id: question.id,
    ...ask[question.id](question.names, question.days ?? []),
    ...(question.days === undefined ? {} : { days: question.days }),
    proposal: question.proposal,
    choices: question.choices.map((value) => ({ value, label: choice(value) })),
    blocking: question.blocking,
  }));
  return {
    ...file,
    questions,
    problems: file.problems.map((problem) => problemIn(problem, texts)),
    groups: file.groups.map((group) => groupIn(group, file, texts)).toSorted(byWeight),
  };
}

/** `waiting`: the names that no site answers to, after the import. */
export function importReport(
  outcome: ImportOutcome,
  texts: Messages,
  waiting: readonly NameInFiles[] = [],
): ImportReport {
  return {
    ...outcome,
    files: outcome.files.map((file) => fileIn(file, texts)),
    names: waiting.slice(0, listedNames),
    waitingNames: waiting.length,
  };
}

const listedNames = 100;
