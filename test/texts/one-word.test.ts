import type { Flag } from '../../electron/api/records.ts';
import { sheetTexts } from '../../electron/service/documents/sheet-texts.ts';
import { messagesIn } from '../../electron/service/messages/messages.ts';
import { domain as pageEn } from '../../renderer/i18n/en/domain.ts';
import { domain as pageFr } from '../../renderer/i18n/fr/domain.ts';

const capital = (words: string) => (words[0] ?? '').toUpperCase() + words.slice(1);

test.each([
  ['fr', pageFr.flag],
  ['en', pageEn.flag],
] as const)('page, paper and terminal say a flag alike: %s', (language, page) => {
  expect(messagesIn(language).cli.flags).toEqual(page);
  const flags = Object.keys(page) as readonly Flag[];
  expect(flags.map((flag) => sheetTexts(language).flag[flag])).toEqual(
    flags.map((flag) => capital(page[flag])),
  );
});
