import { startTexts } from '../../../electron/desktop/start/start-texts.ts';
import { languageOfPreferences, texts } from '../../../electron/desktop/texts.ts';

test.each([
  [null, ['fr-FR'], 'fr'],
  [null, ['en-GB', 'fr'], 'en'],
  [null, ['de-DE', 'en-US'], 'en'],
  [null, ['de-DE'], 'fr'],
  [null, ['frp'], 'fr'],
  [null, [], 'fr'],
  ['en', ['fr-FR'], 'en'],
] as const)('chosen %s, system %j: %s', (chosen, preferred, expected) => {
  expect(languageOfPreferences(chosen, preferred)).toBe(expected);
});

const { pages, ...sentences } = texts.fr;

test.each([...Object.entries(sentences), ...Object.entries(pages), ...Object.entries(startTexts.fr)])(
  'French typography of %s',
  (_key, text) => {
    expect(text).not.toMatch(/'|\.\.\.|(?<!\u202f)[;!?%]|(?<!\u00a0|https):|«(?!\u00a0)|(?<!\u00a0)»/);
  },
);

test('no text is the same in both languages by oversight', () => {
  const keys = Object.keys(sentences) as (keyof typeof sentences)[];
  const pageNames = Object.keys(pages) as (keyof typeof pages)[];
  const same = [
    ...keys.filter((key) => sentences[key] === texts.en[key]),
    ...pageNames.filter((page) => pages[page] === texts.en.pages[page]),
  ];
  // « Menus » and the Mac’s « Services » are the words for it in both.
  expect(same).toEqual(['services', 'menus']);
});
