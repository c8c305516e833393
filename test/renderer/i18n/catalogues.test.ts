import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { en } from '../../../renderer/i18n/en/catalogue.ts';
import { fr } from '../../../renderer/i18n/fr/catalogue.ts';

const folder = join(__dirname, '..', '..', '..', 'renderer');
const plural = /_(zero|one|two|few|many|other)$/;

type Words = { readonly [key: string]: string | Words };

function entriesOf(words: Words, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : entriesOf(value, `${path}${key}.`),
  );
}

const french = new Map(entriesOf(fr));
const english = new Map(entriesOf(en));

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^i18n.(fr|en)\b/.test(file))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

/** Keys written out, and the fixed beginnings of keys that end in a variable. */
function usedKeys(): { readonly whole: Set<string>; readonly starts: readonly string[] } {
  const whole = new Set<string>();
  const starts: string[] = [];
  for (const { text } of sources) {
    for (const [, key = ''] of text.matchAll(/['"]([\w-]+(?:\.[^'"\s]+)+)['"]/g)) whole.add(key);
    for (const [, start = ''] of text.matchAll(/(?:t\(|i18nKey=\{)`([\w.-]+\.[\w-]*)\$\{/g))
      starts.push(start);
  }
  return { whole, starts };
}

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted());
  });

  test('ask for the same values in both languages', () => {
    const values = (words: string) =>
      [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
    for (const [key, words] of french) {
      expect({ key, values: values(english.get(key) ?? '') }).toEqual({ key, values: values(words) });
    }
  });

  test('hold no key that no page uses', () => {
    const { whole, starts } = usedKeys();
    const unused = [...french.keys()].filter((key) => {
      const bare = key.replace(plural, '');
      return !whole.has(bare) && !starts.some((start) => bare.startsWith(start));
    });
    expect(unused).toEqual([]);
  });

  test('French follows French typography', () => {
    const slips = [...french].filter(([, words]) => {
      const bare = words.replace(/\{\{|\}\}/g, '');
      return (
        / [;!?%:»]/.test(bare) ||
        /« /.test(bare) ||
        /[^\s\u202f][!?;%]/.test(bare.replace(/&\w+;/g, '')) ||
        /'/.test(bare)
      );
    });
    expect(slips).toEqual([]);
  });
});

describe('the pages', () => {
  test('say nothing that is not in the catalogues', () => {
    const stray = sources
      .filter(({ file }) => file.endsWith('.tsx'))
      .flatMap(({ file, text }) => strayWords(text).map((words) => `${file}: ${words}`));
    expect(stray).toEqual([]);
  });

  test('a stray word is found', () => {
    expect(strayWords('const a = <p title="Bonjour">Hello</p>;')).toEqual(['Bonjour', 'Hello']);
    expect(strayWords('const a = <p className="soft">{x} – 3</p>;')).toEqual([]);
  });
});

/** Attributes that are shown or read out. */
const spoken = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label']);

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly name?: { readonly value?: string };
}

/** Text between tags, and spoken attributes given as text. */
function strayWords(source: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, value, name } = node as Node;
    if (type === 'JSXText' && typeof value === 'string' && /\p{L}/u.test(value)) found.push(value.trim());
    if (type === 'JSXAttribute' && name?.value && spoken.has(name.value)) {
      const words = (value as Node | null)?.type === 'StringLiteral' ? String((value as Node).value) : '';
      if (/\p{L}/u.test(words)) found.push(words);
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(source, { syntax: 'typescript', tsx: true }));
  return found;
}
