import { startTexts } from '../../electron/desktop/start/start-texts.ts';
import { texts as desktopTexts } from '../../electron/desktop/texts.ts';
import { kitchenTexts } from '../../electron/service/documents/kitchen-texts.ts';
import { sheetTexts } from '../../electron/service/documents/sheet-texts.ts';
import { en as serviceEn } from '../../electron/service/messages/en.ts';
import { fr as serviceFr } from '../../electron/service/messages/fr.ts';
import { en as pageEn } from '../../renderer/i18n/en/catalogue.ts';
import { fr as pageFr } from '../../renderer/i18n/fr/catalogue.ts';

export interface Text {
  /** Where it stands: the catalogue, then its keys. */
  readonly key: string;
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  "'": "'",
  '"': '"',
  '`': '`',
  '\\': '\\',
};

/** The texts that a function is made of; what it inserts is written `{}`. */
export function literalsOf(code: string): readonly string[] {
  const texts: string[] = [];
  let i = 0;
  const escaped = (): string => {
    const [whole, hex] = /^\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|.)/is.exec(code.slice(i)) ?? [''];
    i += whole.length;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (whole[1] === 'x') return String.fromCharCode(Number.parseInt(whole.slice(2), 16));
    return escapes[whole[1] ?? ''] ?? whole[1] ?? '';
  };
  const literal = (quote: string): void => {
    let text = '';
    i++;
    while (i < code.length && code[i] !== quote) {
      if (code[i] === '\\') text += escaped();
      else if (quote === '`' && code.startsWith('${', i)) {
        i += 2;
        expression();
        text += '{}';
      } else text += code[i++];
    }
    i++;
    texts.push(text);
  };
  /** To the brace that closes what began before it, or to the end. */
  const expression = (): void => {
    for (let depth = 1; i < code.length; ) {
      const char = code[i] ?? '';
      if (char === "'" || char === '"' || char === '`') {
        literal(char);
        continue;
      }
      i++;
      if (char === '{') depth++;
      if (char === '}' && --depth === 0) return;
    }
  };
  while (i < code.length) expression();
  return texts;
}

function textsIn(value: unknown, key: string): readonly Text[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value === 'function') return literalsOf(String(value)).map((text) => ({ key, text }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${key}.${name}`));
}

/** Marks alone, options of the command line, and names of codes: nothing to read. */
export const isCode = (text: string): boolean =>
  /^\W*$/.test(text) || (/^[a-z]+(?:-[a-z]+)*$/.test(text) && /-/.test(text));

/** Every text that a user can read in a language, catalogue by catalogue. */
export function allTexts(language: 'fr' | 'en'): readonly Text[] {
  const [page, service] = language === 'fr' ? [pageFr, serviceFr] : [pageEn, serviceEn];
  return [
    ...textsIn(page, 'page'),
    ...textsIn(service, 'service'),
    ...textsIn(sheetTexts(language), 'sheet'),
    ...textsIn(kitchenTexts(language), 'kitchen'),
    ...textsIn(desktopTexts[language], 'desktop'),
    ...textsIn(startTexts[language], 'start'),
  ];
}
