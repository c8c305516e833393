import type { ImportFileReport, ImportReport, UnlikelyInFile } from '../../../../electron/api/records.ts';
import {
  askedOf,
  isBlocking,
  isOpen,
  keyOf,
  noAnswers,
  nothingSeen,
  seeReport,
  shownFiles,
  sourcesOf,
  withCountAnswer,
  withNameAnswer,
  withTableAnswer,
} from '../../../../renderer/pages/data/guard-model.ts';
import { equationOf } from '../../../../renderer/pages/data/guard-report.ts';
import { generator } from '../../../db/support/random.ts';
import { fileReport } from '../../support/file-report.ts';

const report = (files: readonly ImportFileReport[], part: Partial<ImportReport> = {}): ImportReport => ({
  batch: null,
  dryRun: true,
  files,
  names: [],
  waitingNames: 0,
  ...part,
});

const group = (code: string, rows = 0) =>
  ({ code, level: 'warning', column: null, reason: code, remedy: '', rows, listed: [0] }) as const;

test('whatever becomes of the rows, the equation adds up, and no term but the first is empty', () => {
  const random = generator(7);
  const some = (most: number) => Math.floor(random() * most);
  for (let i = 0; i < 500; i++) {
    const files = Array.from({ length: 1 + some(3) }, () => {
      const newWithoutMeals = { marked: some(3), empty: some(4) };
      const imported = newWithoutMeals.marked + newWithoutMeals.empty + some(50);
      const [updated, unchanged, refused, asked] = [some(5), some(5), some(5), some(5)] as const;
      const read = imported + updated + unchanged + refused + asked;
      return fileReport({
        kind: random() < 0.5 ? 'attendance' : 'servings',
        ...{ read, imported, updated, unchanged, refused, asked, newWithoutMeals },
        groups: [
          group('total-left-out', some(4)),
          group('page-footer', some(2)),
          group('not-a-date', refused),
        ],
      });
    });
    const { lines, terms } = equationOf(files);
    expect(terms.reduce((sum, { rows }) => sum + rows, 0)).toBe(lines);
    expect(terms.slice(1).every(({ rows }) => rows > 0)).toBe(true);
    expect(terms[0]?.rows).toBeGreaterThanOrEqual(0);
  }
});

test('a workbook is one file: its notes stand aside, and sheets that nobody understands are one', () => {
  const sheet = (name: string, part: Partial<ImportFileReport>) =>
    fileReport({ file: `m.xlsx [${name}]`, workbook: 'm.xlsx', sheets: [name], ...part });
  const shown = shownFiles(
    report([
      sheet('Repas', {}),
      sheet('Notes', { kind: null, groups: [group('sheet-left-out')] }),
      sheet('Caché', { kind: null, groups: [group('sheet-hidden')] }),
      ...Array.from({ length: 13 }, (_, i) =>
        fileReport({ file: `u.xlsx [S${i}]`, workbook: 'u.xlsx', sheets: [`S${i}`], kind: null }),
      ),
    ]),
  );
  expect(shown.map(({ report: { file: name } }) => name)).toEqual(['m.xlsx [Repas]', 'u.xlsx']);
  expect(shown[0]?.aside).toEqual([
    { sheet: 'Notes', hidden: false },
    { sheet: 'Caché', hidden: true },
  ]);
  expect(sourcesOf(shown[1]?.report as ImportFileReport)).toHaveLength(14);
});

const site = {
  id: 'site',
  question: 'Quelle cantine ?',
  why: '',
  proposal: null,
  choices: [],
  blocking: true,
} as const;
const marks = { ...site, id: 'marks', blocking: false } as const;
const slip: UnlikelyInFile = {
  name: 'Jean Jaurès',
  date: '2026-10-06',
  served: 350,
  low: 43,
  usual: 50,
  high: 58,
  sheet: null,
  line: 12,
};

test('an answered question stays on the page, in its place, and can be opened again', () => {
  const asks = fileReport({ file: 'm.xlsx', workbook: 'm.xlsx', sheets: ['S', 'O'], questions: [site] });
  const reads = { ...asks, questions: [marks], unlikely: [slip] };
  const first = seeReport(nothingSeen, report([asks]));
  expect(askedOf(report([asks]), first, noAnswers).filter(isBlocking)).toHaveLength(1);
  const answers = withTableAnswer(noAnswers, [asks], site, 'Val-Fleuri');
  // Under the name of the workbook, and of each sheet.
  expect(Object.keys(answers.tables).toSorted()).toEqual(['m.xlsx', 'm.xlsx [O]', 'm.xlsx [S]']);
  expect(Object.keys(answers.tables)).toContain(keyOf(asks));
  const second = seeReport(first, report([reads]));
  const asked = askedOf(report([reads]), second, answers);
  expect(asked.map(({ type }) => type)).toEqual(['table', 'table', 'counts']);
  expect(asked.map(isOpen)).toEqual([false, true, true]);
  expect(askedOf(report([asks]), second, withTableAnswer(answers, [asks], site, null)).map(isOpen)).toEqual([
    true,
  ]);
});

test('a count is answered as it stands or corrected, a name as a site or a new one; both can be taken back', () => {
  const name = {
    kind: 'site',
    name: 'EC. JAURES',
    menusOnly: false,
    likelyFollowers: [],
    siteKind: null,
    rows: 3,
    firstDay: null,
    lastDay: null,
    proposal: { site: 'Jean Jaurès', siteKind: 'M/E' },
    ranges: [],
  } as const;
  const corrected = withCountAnswer(noAnswers, slip, 50);
  expect(Object.values(corrected.counts)).toEqual([
    { name: 'Jean Jaurès', date: '2026-10-06', served: 350, corrected: 50 },
  ]);
  expect(Object.values(withCountAnswer(corrected, slip, null).counts)[0]?.corrected).toBeNull();
  expect(withCountAnswer(corrected, slip, undefined)).toEqual(noAnswers);
  const named = withNameAnswer(noAnswers, name, name.proposal && { name: 'Jean Jaurès', siteKind: 'M/E' });
  expect(Object.values(named.names)).toHaveLength(1);
  expect(withNameAnswer(named, name, undefined)).toEqual(noAnswers);
});

test('the year of a workbook is asked once for all its tables; two files have one each', () => {
  const year = {
    ...site,
    id: 'year',
    question: 'Quelle année ?',
    proposal: '2025-2026',
    choices: [],
  } as const;
  const sheet = (name: string, workbook: string | null) =>
    fileReport({
      file: workbook ? `${workbook} [${name}]` : name,
      workbook,
      sheets: workbook ? [name] : [],
      questions: [year],
    });
  const asks = report([
    sheet('S10', 'm.xlsx'),
    sheet('S11', 'm.xlsx'),
    sheet('a.csv', null),
    sheet('b.csv', null),
  ]);
  const seen = seeReport(nothingSeen, asks);
  const asked = askedOf(asks, seen, noAnswers).filter(isBlocking);
  expect(asked.map((each) => each.type === 'table' && each.file.file)).toEqual(['m.xlsx', 'a.csv', 'b.csv']);
  const [first] = asked;
  if (first?.type !== 'table') throw new Error('no question');
  const answers = withTableAnswer(noAnswers, first.files, first.question, '2024-2025');
  expect(answers.tables['m.xlsx [S10]']).toEqual(answers.tables['m.xlsx [S11]']);
  expect(askedOf(asks, seen, answers).map(isOpen)).toEqual([false, true, true]);
});
