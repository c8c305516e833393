import type {
  CountInFileAnswer,
  ImportFileReport,
  ImportReport,
  NameInFileAnswer,
  NameInFiles,
  TableAnswers,
  TableQuestion,
  UnlikelyInFile,
} from '../../../electron/api/records.ts';

/** The names under which answers and mappings reach a report: its own, and those of sheets that are read as one table. */
export function sourcesOf({ file, workbook, sheets }: ImportFileReport): readonly string[] {
  const ofSheets = workbook === null ? [] : sheets.map((sheet) => `${workbook} [${sheet}]`);
  return [...new Set([...ofSheets, file])];
}

/** Tells a report from the others, however its file is read. */
export const keyOf = (file: ImportFileReport): string => sourcesOf(file)[0] ?? file.file;

/** A sheet beside the tables of a workbook. */
export interface AsideSheet {
  readonly sheet: string;
  readonly hidden: boolean;
}

/** What is one file to a person: a workbook's sheets that nobody understands stand together. */
export interface ShownFile {
  readonly report: ImportFileReport;
  readonly aside: readonly AsideSheet[];
}

const asideSheetCodes: ReadonlySet<string> = new Set([
  'sheet-left-out',
  'sum-sheet-left-out',
  'sheet-hidden',
]);

const isAside = ({ kind, groups }: ImportFileReport) =>
  kind === null && groups.some(({ code }) => asideSheetCodes.has(code));

export function shownFiles({ files }: ImportReport): readonly ShownFile[] {
  const told = new Set(files.flatMap((file) => (isAside(file) ? [] : (file.workbook ?? []))));
  const shown: ShownFile[] = [];
  const unknown = new Map<string, number>();
  for (const file of files) {
    const { workbook } = file;
    const before = workbook === null || file.kind !== null ? undefined : unknown.get(workbook);
    if (workbook !== null && isAside(file) && told.has(workbook)) continue;
    if (before !== undefined) {
      const first = shown[before] as ShownFile;
      const sheets = [...first.report.sheets, ...file.sheets];
      shown[before] = { ...first, report: { ...first.report, file: workbook ?? file.file, sheets } };
      continue;
    }
    if (workbook !== null && file.kind === null) unknown.set(workbook, shown.length);
    const isFirst = !shown.some(({ report }) => workbook !== null && report.workbook === workbook);
    shown.push({ report: file, aside: isFirst ? asideOf(files, workbook) : [] });
  }
  return shown;
}

function asideOf(files: readonly ImportFileReport[], workbook: string | null): readonly AsideSheet[] {
  return files
    .filter((file) => workbook !== null && file.workbook === workbook && isAside(file))
    .flatMap(({ sheets, groups }) => {
      const hidden = groups.some(({ code }) => code === 'sheet-hidden');
      return sheets.map((sheet) => ({ sheet, hidden }));
    });
}

/** What was answered before an import is confirmed. */
export interface GuardAnswers {
  /** By the names of files and sheets. */
  readonly tables: Readonly<Record<string, TableAnswers>>;
  readonly names: Readonly<Record<string, NameInFileAnswer>>;
  readonly counts: Readonly<Record<string, CountInFileAnswer>>;
}

export const noAnswers: GuardAnswers = { tables: {}, names: {}, counts: {} };

/** The same answer for all sheets that are read as one table, and all tables asked about; `null` takes it back. */
export function withTableAnswer(
  answers: GuardAnswers,
  files: readonly ImportFileReport[],
  { id }: TableQuestion,
  answer: string | null,
): GuardAnswers {
  const tables = { ...answers.tables };
  for (const source of files.flatMap(sourcesOf)) {
    const { [id]: _, ...others } = tables[source] ?? {};
    tables[source] = answer === null ? others : { ...others, [id]: answer };
  }
  return { ...answers, tables };
}

function withOne<T>(
  all: Readonly<Record<string, T>>,
  key: string,
  answer: T | null,
): Readonly<Record<string, T>> {
  const { [key]: _, ...others } = all;
  return answer === null ? others : { ...others, [key]: answer };
}

export const withNameAnswer = (
  answers: GuardAnswers,
  name: NameInFiles,
  site: NameInFileAnswer['site'] | undefined,
): GuardAnswers => ({
  ...answers,
  names: withOne(
    answers.names,
    nameAnswerKey(name),
    site === undefined ? null : { kind: name.kind, name: name.name, siteKind: name.siteKind, site },
  ),
});

/** `corrected` of `undefined`: the count waits again. */
export const withCountAnswer = (
  answers: GuardAnswers,
  count: UnlikelyInFile,
  corrected: number | null | undefined,
): GuardAnswers => ({
  ...answers,
  counts: withOne(
    answers.counts,
    countKey(count),
    corrected === undefined ? null : { name: count.name, date: count.date, served: count.served, corrected },
  ),
});

export const nameAnswerKey = ({
  kind,
  name,
  siteKind,
}: Pick<NameInFiles, 'kind' | 'name' | 'siteKind'>): string => `${kind} ${siteKind ?? ''} ${name}`;
export const countKey = ({ name, date }: Pick<UnlikelyInFile, 'name' | 'date'>): string => `${date} ${name}`;

interface AskedTable {
  readonly type: 'table';
  readonly key: string;
  readonly file: ImportFileReport;
  /** The tables that the answer is for. */
  readonly files: readonly ImportFileReport[];
  readonly question: TableQuestion;
  readonly answer: string | null;
}

interface AskedDates {
  readonly type: 'dates';
  readonly key: string;
  readonly file: ImportFileReport;
}

interface AskedName {
  readonly type: 'name';
  readonly key: string;
  readonly name: NameInFiles;
  readonly answer: NameInFileAnswer | null;
}

interface AskedCounts {
  readonly type: 'counts';
  readonly key: string;
  readonly counts: readonly {
    readonly count: UnlikelyInFile;
    readonly answer: CountInFileAnswer | null;
  }[];
}

/** What is asked before an import, in the order in which it is shown. */
export type Asked = AskedTable | AskedDates | AskedName | AskedCounts;

/** What was asked so far: an answered question is no longer in the next report, and stays on the page. */
export interface Seen {
  readonly tables: ReadonlyMap<string, { readonly file: string; readonly question: TableQuestion }>;
  readonly names: ReadonlyMap<string, NameInFiles>;
  readonly counts: ReadonlyMap<string, UnlikelyInFile>;
}

export const nothingSeen: Seen = { tables: new Map(), names: new Map(), counts: new Map() };

const questionKey = (file: string, { id }: TableQuestion) => `${id} ${file}`;

export function seeReport(seen: Seen, report: ImportReport): Seen {
  const tables = shownFiles(report).flatMap(({ report: file }) =>
    file.questions.map(
      (question) => [questionKey(keyOf(file), question), { file: keyOf(file), question }] as const,
    ),
  );
  const counts = report.files.flatMap(({ unlikely }) => unlikely);
  return {
    tables: new Map([...seen.tables, ...tables]),
    names: new Map([...seen.names, ...report.names.map((name) => [nameAnswerKey(name), name] as const)]),
    counts: new Map([...seen.counts, ...counts.map((count) => [countKey(count), count] as const)]),
  };
}

/** Blocking questions, then names, then the others about tables, then counts: each open or answered. */
export function askedOf(report: ImportReport, seen: Seen, answers: GuardAnswers): readonly Asked[] {
  const shown = shownFiles(report);
  const tables = yearOnce(tablesOf(shown, seen, answers));
  const names = [...seen.names].flatMap(([key, name]): readonly AskedName[] => {
    const answer = answers.names[key] ?? null;
    const isOpen = report.names.some((other) => nameAnswerKey(other) === key);
    return answer !== null || isOpen ? [{ type: 'name', key, name, answer }] : [];
  });
  const open = new Set(report.files.flatMap(({ unlikely }) => unlikely.map(countKey)));
  const counts = [...seen.counts].flatMap(([key, count]) => {
    const answer = answers.counts[key] ?? null;
    return answer !== null || open.has(key) ? [{ count, answer }] : [];
  });
  const dates = shown.flatMap(({ report: file }): readonly AskedDates[] =>
    file.groups.some(({ code }) => code === 'day-month-unsure')
      ? [{ type: 'dates', key: `dates ${keyOf(file)}`, file }]
      : [],
  );
  return [
    ...tables.filter(({ question }) => question.blocking),
    ...dates,
    ...names,
    ...tables.filter(({ question }) => !question.blocking),
    ...(counts.length > 0 ? [{ type: 'counts', key: 'counts', counts } as const] : []),
  ];
}

function tablesOf(shown: readonly ShownFile[], seen: Seen, answers: GuardAnswers): readonly AskedTable[] {
  return shown.flatMap(({ report: file }) =>
    [...seen.tables.values()].flatMap(({ file: of, question }): readonly AskedTable[] => {
      const answer = answers.tables[of]?.[question.id] ?? null;
      const isOpen = file.questions.some(({ id }) => id === question.id);
      const key = questionKey(of, question);
      return of === keyOf(file) && (answer !== null || isOpen)
        ? [{ type: 'table', key, file, files: [file], question, answer }]
        : [];
    }),
  );
}

/** The year of a workbook is asked once, however many kinds of sheets it has. */
function yearOnce(tables: readonly AskedTable[]): readonly AskedTable[] {
  const isYear = ({ question, file }: AskedTable) => question.id === 'year' && file.workbook !== null;
  const ofWorkbooks = Map.groupBy(tables.filter(isYear), ({ file }) => file.workbook);
  return tables.flatMap((asked) => {
    const own = isYear(asked) ? (ofWorkbooks.get(asked.file.workbook) ?? []) : [];
    if (own.length < 2) return [asked];
    if (own[0] !== asked) return [];
    const isSame = own.every(({ answer }) => answer === asked.answer);
    const file = { ...asked.file, file: asked.file.workbook ?? asked.file.file };
    return [
      { ...asked, file, files: own.flatMap(({ files }) => files), answer: isSame ? asked.answer : null },
    ];
  });
}

export const isOpen = (asked: Asked): boolean =>
  asked.type === 'dates' ||
  (asked.type === 'counts' ? asked.counts.some(({ answer }) => answer === null) : asked.answer === null);

/** Nothing of a file is read before its blocking questions are answered. */
export const isBlocking = (asked: Asked): boolean =>
  asked.type === 'table' && asked.question.blocking && asked.answer === null;
