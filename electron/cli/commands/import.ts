import type { FileKind, ImportFileReport, ImportReport, Mapping, ProblemGroup } from '../../api/records.ts';
import { formatNumber } from '../../service/messages/format.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { textOption } from '../terminal/parse-line.ts';
import { readJson } from '../terminal/read-json.ts';
import { table } from '../terminal/table.ts';
import { importReturns, partAnswers, returnLines, returnsCode } from './import-returns.ts';

/** Findings of one file shown on a terminal, and rows of each; `--json` gives them all. */
const shownFindings = 20;
const shownLines = 8;

const countNames = ['read', 'imported', 'updated', 'unchanged', 'refused', 'asked'] as const;

/** One sentence for all rows with the same problem, and the lines where it stands. */
function findingLine(
  { reason, remedy, rows, listed }: ProblemGroup,
  { problems }: ImportFileReport,
  { texts, language }: Terminal,
): string {
  const places = listed
    .slice(0, shownLines)
    .flatMap((at) => problems[at] ?? [])
    .filter(({ line, value }) => line !== null || value)
    .map(({ sheet, line, value }) =>
      [
        sheet ? `[${sheet}]` : null,
        line === null ? null : formatNumber(line, language),
        value && !reason.includes(value) ? texts.cli.import.value(value) : null,
      ]
        .filter((part) => part !== null)
        .join(' '),
    );
  if (places.length === 0) return `  - ${reason} ${remedy}`;
  const rest = rows - places.length;
  const more = rest > 0 ? ` … ${texts.cli.import.more(rest)}` : '';
  const what = rows > 1 ? texts.cli.import.ofRows(rows, reason) : reason;
  return `  - ${what} (${texts.cli.import.lines(places.length)} ${places.join(', ')}${more}) ${remedy}`;
}

/** Days that were imported without a meal: the table counts them among the new rows. */
const emptyLines = (files: ImportReport['files'], { texts }: Terminal): readonly string[] => {
  const sum = (of: 'marked' | 'empty') =>
    files.reduce((total, { newWithoutMeals }) => total + newWithoutMeals[of], 0);
  const [marked, empty] = [sum('marked'), sum('empty')];
  return marked + empty === 0 ? [] : [texts.cli.import.withoutMeals(empty, marked)];
};

function findingLines(file: ImportFileReport, terminal: Terminal): readonly string[] {
  const rest = file.groups.length - shownFindings;
  return file.groups.length === 0
    ? []
    : [
        '',
        file.file,
        ...file.groups.slice(0, shownFindings).map((group) => findingLine(group, file, terminal)),
        ...(rest > 0 ? [`  … ${terminal.texts.cli.import.more(rest)}`] : []),
      ];
}

/** Counts that can hardly be and wait for an answer now, and days far below the usual. */
interface Noted {
  readonly unlikely: number;
  readonly low: number;
}

function readable(report: ImportReport, { unlikely, low }: Noted, terminal: Terminal): string {
  const { cli, kindNames } = terminal.texts;
  const columns = [
    { title: cli.import.file },
    { title: cli.import.kind },
    ...countNames.map((name) => ({ title: cli.counts[name], align: 'right' as const })),
  ];
  const rows = report.files.map((file) => [
    file.file,
    file.kind ? kindNames[file.kind] : cli.import.notRecognised,
    ...countNames.map((name) => formatNumber(file[name], terminal.language)),
  ]);
  const outcome = report.dryRun
    ? cli.import.dryRun
    : report.batch === null
      ? cli.import.nothingNew
      : cli.import.done(report.batch);
  const asked = report.files.reduce((sum, file) => sum + file.asked, 0) - unlikely;
  const { waiting, wouldWait, counts } = terminal.texts.questions;
  return [
    ...questionLines(report, terminal),
    table(columns, rows),
    ...emptyLines(report.files, terminal),
    ...report.files.flatMap((file) => findingLines(file, terminal)),
    '',
    outcome,
    ...(asked > 0 ? [(report.dryRun ? wouldWait : waiting)(asked)] : []),
    ...(unlikely > 0 ? [counts.waiting(unlikely)] : []),
    ...(low > 0 ? [cli.lowDays.listed(low)] : []),
  ].join('\n');
}

/** 2 when no row of any file was of use, 1 when some were refused or a question keeps a file out. */
function exitCode({ files }: ImportReport): ExitCode {
  const refused = files.some(
    (file) =>
      file.problems.some(({ level }) => level === 'refused') ||
      file.questions.some(({ blocking }) => blocking),
  );
  const used = files.some((file) => file.read > file.refused);
  return refused ? (used ? 1 : 2) : 0;
}

/** `--site NAME` and `--answer QUESTION=VALUE`. */
function answersOf({ values }: Arguments, { texts }: Terminal): Readonly<Record<string, string>> {
  const pairs = [values.answer ?? []].flat().map((text) => {
    const [, id, value] = /^([a-z-]+)=(.+)$/s.exec(String(text)) ?? [];
    if (id === undefined || value === undefined) {
      throw new UsageError(texts.cli.badOption('--answer'));
    }
    return [id, value] as const;
  });
  return Object.fromEntries([
    ...pairs,
    ...(values.site === undefined ? [] : [['site', String(values.site)] as const]),
  ]);
}

/** What is open, and the words that answer it on this command line. */
function questionLines({ files }: ImportReport, { texts }: Terminal): readonly string[] {
  const open = new Map(
    files.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)),
  );
  return [...open.values()].flatMap(({ id, question, why, proposal, choices }) => {
    const values = [
      ...new Set([...(proposal === null ? [] : [proposal]), ...choices.map(({ value }) => value)]),
    ].slice(0, 6);
    const shown = values.length === 0 ? ['…'] : values;
    const option = (value: string) => (id === 'site' ? `--site "${value}"` : `--answer ${id}="${value}"`);
    return [
      '',
      `${question} ${why}`.trim(),
      `  ${texts.cli.import.answerWith} ${shown.map(option).join(' | ')}`,
    ];
  });
}

export const importCommand: Command = {
  options: {
    kind: { type: 'string' },
    mapping: { type: 'string' },
    site: { type: 'string' },
    answer: { type: 'string', multiple: true },
    remember: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  words: [1, Number.POSITIVE_INFINITY],
  async run(terminal, given) {
    const files = await Promise.all(given.positionals.map((path) => terminal.service.registerFile(path)));
    const kind = textOption(given, 'kind') as FileKind | undefined;
    const mapping = textOption(given, 'mapping');
    if (kind !== undefined && mapping !== undefined) {
      throw new UsageError(terminal.texts.profiles.mappingOrKind);
    }
    const reading = mapping === undefined ? undefined : ((await readJson(mapping, terminal)) as Mapping);
    const { tables: answers, returns: said } = partAnswers(answersOf(given, terminal));
    const tickets = files.map(({ ticket }) => ticket);
    const dryRun = given.values['dry-run'] === true;
    const report = await terminal.call('imports.run', {
      tickets,
      ...(kind === undefined ? {} : { kind }),
      ...(reading === undefined
        ? {}
        : { readings: Object.fromEntries(files.map(({ name }) => [name, reading])) }),
      ...(Object.keys(answers).length === 0 ? {} : { answers: { all: answers } }),
      ...(given.values.remember ? { remember: true } : {}),
      ...(dryRun ? { dryRun } : {}),
    });
    const noted = {
      unlikely: report.dryRun ? 0 : (await terminal.call('counts.unlikely', {})).length,
      low: report.dryRun ? 0 : (await terminal.call('counts.low', {})).length,
    };
    const returned = report.returnSheets ? await importReturns(terminal, tickets, said, dryRun) : [];
    const answer = returned.length > 0 ? { ...report, returnSheets: returned } : report;
    terminal.answer(answer, () =>
      [
        ...(report.files.length > 0 || returned.length === 0 ? [readable(report, noted, terminal)] : []),
        ...returnLines(returned, dryRun, terminal),
      ].join('\n'),
    );
    const codes = [
      ...(report.files.length > 0 ? [exitCode(report)] : []),
      ...(returned.length > 0 ? [returnsCode(returned)] : []),
    ];
    return codes.every((code) => code === codes[0]) ? (codes[0] ?? 0) : 1;
  },
};
