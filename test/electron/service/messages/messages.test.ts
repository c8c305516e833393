import type { ImportProblem } from '../../../../db/import/problem.ts';
import { problemIn } from '../../../../electron/service/imports/import-report.ts';
import { formatNumber, plural, spelledDate } from '../../../../electron/service/messages/format.ts';
import { type Messages, messagesIn } from '../../../../electron/service/messages/messages.ts';

/** Every text of a table, functions called with the same stand-ins in both languages. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') {
    return [[path, value]];
  }
  if (typeof value === 'function') {
    return texts(call(value as (...given: unknown[]) => unknown), path);
  }
  return Object.entries(value as object).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

/** A parameter that serves as number, text, list or record, whatever the text asks for. */
const anything = (): unknown =>
  new Proxy(() => '7', {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive) return () => 7;
      if (key === Symbol.iterator) return [][Symbol.iterator];
      if (key === 'length') return 1;
      if (key === 'map') return (make: (item: string) => string) => [make('x')];
      if (key === 'join') return () => 'x, y';
      if (key === 'slice') return () => '08:30';
      if (key === 'toLocaleString') return () => '7';
      return anything();
    },
  });

function call(make: (...given: unknown[]) => unknown): unknown {
  return make(...Array.from({ length: make.length }, anything));
}

const all = (messages: Messages) => {
  const { problems, ...others } = messages;
  // A question about a table is one of `tableQuestions.ask`, which are all looked at.
  const told = Object.entries(problems).filter(([code]) => code !== 'table-question');
  const inWords = told.flatMap(([code, text]) => {
    const { reason, remedy } = (typeof text === 'function' ? call(text as never) : text) as never;
    return [
      [`problems.${code}.reason`, reason],
      [`problems.${code}.remedy`, remedy],
    ] as [string, string][];
  });
  return [...texts(others), ...inWords];
};

const french = all(messagesIn('fr'));
const english = all(messagesIn('en'));
/** Command lines, file names and web addresses keep the signs of a keyboard. */
const isCode = (text: string) => /--|\.\(html|^[a-z-]+, /.test(text);

test('both languages have the same texts', () => {
  const names = (table: readonly (readonly [string, string])[]) =>
    table
      .map(([path]) => path)
      .filter((path) => !path.startsWith('.cli.common') && !path.includes('.options.'));
  expect(names(english)).toEqual(names(french));
  const empty = [...french, ...english].filter(([path, text]) => text === '' && !path.endsWith('.line'));
  expect(empty).toEqual([]);
});

test.each(french.filter(([, text]) => !isCode(text)))('French typography: %s', (_path, text) => {
  expect(text).not.toMatch(/'/);
  expect(text).not.toMatch(/[^\u202f] ?(?<!\u202f)[;!?%](?=\s|$)/);
  expect(text).not.toMatch(/(?<!\u00a0):(?=\s|$)/);
  expect(text).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/);
});

test.each(english.filter(([, text]) => !isCode(text)))('English typography: %s', (_path, text) => {
  expect(text).not.toMatch(/'|[«»]|[\u00a0\u202f][:;!?%]/);
});

test('dates, numbers and plurals follow the language', () => {
  expect(spelledDate('2016-09-01', 'fr')).toBe('1er septembre 2016');
  expect(spelledDate('2016-09-11', 'fr')).toBe('11 septembre 2016');
  expect(spelledDate('2016-09-01', 'en')).toBe('1 September 2016');
  expect(spelledDate('not a date', 'fr')).toBe('not a date');
  expect(formatNumber(78601, 'fr')).toBe('78\u202f601');
  expect(formatNumber(7.2, 'fr', 2)).toBe('7,20');
  expect(formatNumber(78601, 'en')).toBe('78,601');
  expect([0, 1, 1.5, 2].map((count) => plural(count, 'fr', 'jour', 'jours'))).toEqual([
    'jour',
    'jour',
    'jour',
    'jours',
  ]);
  expect([0, 1, 1.5, 2].map((count) => plural(count, 'en', 'day', 'days'))).toEqual([
    'days',
    'day',
    'days',
    'days',
  ]);
});

/** A finding about a file in the words of one language. */
function reasonOf(problem: Pick<ImportProblem, 'code' | 'params'>, language: 'fr' | 'en'): string {
  const place = { level: 'warning', line: null, column: null, value: null };
  return problemIn({ ...place, ...problem } as ImportProblem, messagesIn(language)).reason;
}

test('a sentence agrees with its number', () => {
  const inHolidays = (rows: number, language: 'fr' | 'en') =>
    reasonOf({ code: 'dates-in-holidays', params: { rows, of: 89 } }, language);
  const onWeekend = (rows: number, language: 'fr' | 'en') =>
    reasonOf({ code: 'dates-on-weekend', params: { rows, of: 89 } }, language);
  expect(inHolidays(1, 'fr')).toBe('1 ligne sur 89 tombe pendant des vacances scolaires.');
  expect(inHolidays(2, 'fr')).toBe('2 lignes sur 89 tombent pendant des vacances scolaires.');
  expect(inHolidays(1, 'en')).toBe('1 row of 89 falls in school holidays.');
  expect(inHolidays(2, 'en')).toBe('2 rows of 89 fall in school holidays.');
  expect(onWeekend(1, 'fr')).toContain('1 ligne sur 89 tombe un week-end');
  const { undone } = messagesIn('fr').cli;
  expect(undone({ batch: 3, restored: 1, kept: 1 })).toBe(
    'Import 3 annulé\u00a0: 1 ligne rétablie\u202f; 1 ligne conservée, parce qu’un import plus récent l’a changée.',
  );
  expect(onWeekend(1, 'en')).toContain('1 row of 89 falls on a weekend');
});

test('a file that cannot be read is told in words, never by a code', () => {
  const said = (reason: string) =>
    (['fr', 'en'] as const).map((language) =>
      reasonOf({ code: 'unreadable-file', params: { reason } }, language),
    );
  expect(said('ENOENT')).toEqual([
    'Ce fichier n’existe pas ou n’existe plus.',
    'This file does not exist, or no longer does.',
  ]);
  expect(said('EISDIR')).toEqual(['C’est un dossier, pas un fichier.', 'This is a folder, not a file.']);
  expect(said('EIO')).toEqual([
    'Le disque ou le réseau n’a pas rendu ce fichier.',
    'The disk or the network did not give this file.',
  ]);
  expect(said('EXDEV')).toEqual(['Le fichier ne peut pas être lu.', 'The file cannot be read.']);
});
