import { formatDate, formatNumber, plural } from '../../../electron/service/messages/format.ts';
import { type Messages, messagesIn } from '../../../electron/service/messages/messages.ts';

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
  const inWords = Object.entries(problems).flatMap(([code, text]) => {
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
  expect(formatDate('2016-09-01', 'fr')).toBe('1er septembre 2016');
  expect(formatDate('2016-09-11', 'fr')).toBe('11 septembre 2016');
  expect(formatDate('2016-09-01', 'en')).toBe('1 September 2016');
  expect(formatDate('not a date', 'fr')).toBe('not a date');
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
