import { allTexts, isCode, type Text } from './all-texts.ts';
import { type Concept, glossary } from './glossary.ts';
import { keysOf } from './keys-of-concepts.ts';

const languages = ['fr', 'en'] as const;
type Language = (typeof languages)[number];

/** A word or words as a whole, in any case, French plurals and feminines with it. */
const asWord = (word: string): RegExp =>
  new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}e?s?(?!\\p{L})`, 'iu');

/**
 * Where an avoided word is right, by the beginning of the key: words that nobody reads (what search finds), columns that
 * the program reads again under their names, labels of official forms, the town council, the sample canteens, and the
 * question of a file whose sites are unknown, asked in the words of whoever made the file.
 */
const excused: Readonly<Record<string, readonly string[]>> = {
  '': ['page.palette.also.', 'page.record.also.', 'service.exports.titles.'],
  // A value of an option, older than the word.
  'roll-call': ['service.cli.commands.sheet.'],
  'le conseil': ['page.impact.council', 'service.impact.council'],
  laitage: ['page.balance.', 'service.balance.'],
  cantine: [
    'page.data.question',
    // A place of another kind may be no site of any town: a works canteen, a mess.
    'page.library.misfit',
    'page.week.sample',
    'page.settings.sample',
    'page.first.sample',
    'page.palette.command.sample',
    'service.tableQuestions.',
    'service.problems.too-many-names',
    'service.cli.sampleLoaded',
    'service.cli.commands.sample',
    'service.errors.notSample',
    'service.errors.notEmpty',
  ],
};
const canteenToo: Readonly<Record<string, string>> = { canteen: 'cantine' };

const isExcused = (key: string, word: string) =>
  ['', word.toLowerCase(), canteenToo[word] ?? ''].some((of) =>
    excused[of]?.some((start) => key.startsWith(start)),
  );

const found = (texts: readonly Text[], words: readonly string[]): readonly string[] =>
  texts.flatMap(({ key, text }) =>
    words
      .filter((word) => !isExcused(key, word) && asWord(word).test(text))
      .map((word) => `${key}: “${word}” in “${text}”`),
  );

/** Without the words that are right, and without options of the command line. */
const without = (text: string, right: readonly string[]): string =>
  right
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replace(new RegExp(asWord(word), 'giu'), ''), text)
    .replace(/--[\w-]+/g, '');

/** What a user reads, without the names of what is put in. */
const texts = (language: Language) =>
  allTexts(language)
    .filter(({ text }) => !isCode(text))
    .map(({ key, text }) => ({ key, text: text.replace(/\{\{\w+\}\}/g, '{}') }));

test.each(languages)('no text has a word that docs/glossary.md avoids everywhere: %s', (language) => {
  const avoided = glossary().flatMap((concept) => concept.avoidedEverywhere[language]);
  expect(avoided.length).toBeGreaterThan(5);
  const canteen = language === 'fr' ? 'cantine' : 'canteen';
  // The name of the State's own site has the word in it.
  const read = texts(language).map(({ key, text }) => ({ key, text: text.replaceAll('ma-cantine', '') }));
  expect(found(read, [...avoided, canteen])).toEqual([]);
});

test.each(languages)('no text of a concept has a word that is avoided for it: %s', (language) => {
  const wrong = ({ code, avoided, right }: Concept) => {
    const keys = keysOf[code];
    if (keys === undefined) return [];
    const own = texts(language)
      .filter(({ key }) => keys.in.test(key) && !keys.except?.test(key))
      .map(({ key, text }) => ({ key, text: without(text, [...right[language], ...(keys.right ?? [])]) }));
    return found(own, avoided[language]);
  };
  expect(glossary().flatMap(wrong)).toEqual([]);
});

test('each concept with words to avoid names the keys that speak of it', () => {
  const due = glossary().filter(({ avoided }) => avoided.fr.length + avoided.en.length > 0);
  const all = languages.flatMap((language) => texts(language).map(({ key }) => key));
  const silent = due.filter(({ code }) => !all.some((key) => keysOf[code]?.in.test(key)));
  expect(silent.map(({ code }) => code)).toEqual([]);
});

/** Turns of phrase that the house avoids, as docs/glossary.md has them at its end. */
const turns: Readonly<Record<Language, readonly RegExp[]>> = {
  fr: [
    /(?<!\p{L})(?:dit|dite|dits|su|sue|sus)(?!\p{L})/u,
    /(?<!\p{L})(?:nous|notre|nos|nôtre)(?!\p{L})/u,
    /±/,
  ],
  en: [
    /\b(?:say|says|said|tell|tells|told)\b/i,
    /\banswers? to “/i,
    /(?<!there )\bis no (?!longer\b)/i,
    /\b(?:type|typed|types) (?:in|it|on)\b/i,
    /\bholds?\b/i,
    /\bdata are\b|\bthese data\b/i,
    /\b(?:we|our|ours)\b/i,
    /\b(?:color|center|organize|recognize|favorite|gray|canceled|anymore)\b/i,
    /±/,
  ],
};

test.each(languages)('no text has a turn of phrase that the house avoids: %s', (language) => {
  const wrong = texts(language).filter(
    ({ key, text }) => !isExcused(key, '') && turns[language].some((turn) => turn.test(text)),
  );
  expect(wrong).toEqual([]);
});

/** Shortened words that a kitchen or a town hall knows, names of forms, and formats of files. */
const knownShort =
  /^(?:ADEME|MIT|IT|AOP|IGP|CSV|JSON|MSC|PAI|PDF|PDO|PGI|XLSX|GEM|RCN|WAPE|UTC|UTF|CO|ZIP|GROSS|TARE|AAAA|MM|JJ|YYYY|DD|HH)$/;

test.each(languages)('no page or sheet shows a code in capitals: %s', (language) => {
  const shown = texts(language).filter(({ key }) => /^(?:page|sheet|kitchen|desktop)\./.test(key));
  const codes = shown.flatMap(({ text }) => text.match(/\b[A-Z]{2,}\b/g) ?? []);
  expect(codes.filter((code) => !knownShort.test(code))).toEqual([]);
});

const typography: readonly RegExp[] = [
  / [:;?!%»]|« /,
  /\u00a0[;?!%]|\u202f[:»]|«\u202f/,
  /(?:\d|\}) (?:g|kg|mg|Mo|€|l|ml|cl|h|min|°C)(?![\p{L}’])/u,
  /\d \d{3}(?!\d)/,
  /[nN]° /,
  /\p{L}'\p{L}/u,
  /\.\.\./,
  /(?<!\p{L})(?:coeur|oeuf|boeuf|voeu)/iu,
];

test('French is set as French: no plain space where a no-break space belongs', () => {
  const wrong = texts('fr').filter(({ text }) => typography.some((slip) => slip.test(text)));
  expect(wrong).toEqual([]);
});

test('English has its own quotes and signs', () => {
  const wrong = texts('en').filter(({ text }) => /\p{L}'\p{L}|\.\.\.|«|»| [:;?!]/u.test(text));
  expect(wrong).toEqual([]);
});

test('sheets, terminal and service have the same keys in both languages', () => {
  const keys = (language: Language) =>
    [
      // An option is named with its value, which has a name of its own in each language.
      ...new Set(
        allTexts(language).flatMap(({ key }) =>
          key.startsWith('page.') || /\.(options|common)\./.test(key) ? [] : [key],
        ),
      ),
    ].toSorted();
  expect(keys('en')).toEqual(keys('fr'));
});
