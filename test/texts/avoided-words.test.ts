import { allTexts, type Text } from './all-texts.ts';

/**
 * Words of docs/glossary.md that tempt and are avoided on the terminal, on paper and in the service's own texts; the
 * pages' texts are held to the same by test/renderer. A word is excused where it is right, by the beginning of its key.
 */
const excused = [
  // The question of a file whose sites are unknown is asked in the words of whoever made the file.
  'service.tableQuestions.',
  'service.problems.',
  'service.fieldNames.',
  'service.kindNames.',
  // Columns that the program reads again under these names.
  'service.exports.',
  // The sample canteens are called so.
  'service.cli.sampleLoaded',
  'service.cli.commands.sample',
  'service.errors.sample',
  'service.errors.notSample',
  'service.errors.notEmpty',
];

const avoided: Readonly<Record<'fr' | 'en', readonly RegExp[]>> = {
  fr: [
    /(?<!ma-)\bcantines?\b(?! d’exemple)/i,
    /\bfigée?s?\b/i,
    /\bforcée?s?\b/i,
    /valeurs? forcée/i,
    /\bcomptage/i,
    /\bécheance|échéance/i,
    /\bau conseil\b/i,
    /\bjours? courts?\b/i,
    /\ben trop\b/i,
    /\bgrammages?\b/i,
    /\brejouée?s?\b/i,
    /\bdéfaire\b/i,
    /\bjour de rentrée\b/i,
    /\blectures? retenue/i,
    /\bcentre de loisirs\b/i,
    /±/,
  ],
  en: [
    /\bcanteens?\b/i,
    /\bfrozen\b(?! spinach)|\bfreezes?\b/i,
    /\bvalidated?\b/i,
    /\bconfirmed order/i,
    /\boverrid(?:e|den|es)\b/i,
    /\broll-calls?\b(?!:)/i,
    /\bmiddle school\b/i,
    /\bleisure centre\b/i,
    /\banswers? to “/i,
    /\bis no readable\b/i,
    /\btaken back\b/i,
    /±/,
  ],
};

const isCode = (text: string) => /--\w|^\W*$/.test(text) || /^[a-z-]+$/.test(text);

const wrong = (language: 'fr' | 'en'): readonly Text[] =>
  allTexts(language)
    .filter(({ key }) => !key.startsWith('page.') && !excused.some((start) => key.startsWith(start)))
    .filter(({ text }) => !isCode(text) && avoided[language].some((word) => word.test(text)));

test.each(['fr', 'en'] as const)(
  'no avoided word on the terminal, on paper or from the service: %s',
  (language) => {
    expect(wrong(language)).toEqual([]);
  },
);

test('sheets and terminal have no plain space before : ; ? ! % in French, and the same keys in both languages', () => {
  const own = (language: 'fr' | 'en') => allTexts(language).filter(({ key }) => !key.startsWith('page.'));
  expect(own('fr').filter(({ text }) => !isCode(text) && / [:;?!%»]|« /.test(text))).toEqual([]);
  const keys = (language: 'fr' | 'en') =>
    [
      // An option is named with its value, which has a name of its own in each language.
      ...new Set(own(language).flatMap(({ key }) => (/\.(options|common)\./.test(key) ? [] : [key]))),
    ].toSorted();
  expect(keys('en')).toEqual(keys('fr'));
});
