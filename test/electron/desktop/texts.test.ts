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

test.each([...Object.entries(texts.fr), ...Object.entries(startTexts.fr)])(
  'French typography of %s',
  (_key, text) => {
    expect(text).not.toMatch(/'|\.\.\.|(?<!\u202f)[;!?%]|(?<!\u00a0|https):|«(?!\u00a0)|(?<!\u00a0)»/);
  },
);

test('no text is the same in both languages by oversight', () => {
  const same = Object.keys(texts.fr).filter(
    (key) => texts.fr[key as keyof typeof texts.fr] === texts.en[key as keyof typeof texts.en],
  );
  // « Menus » is the one word for it in both.
  expect(same).toEqual(['page-menus']);
});
