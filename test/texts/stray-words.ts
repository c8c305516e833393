import { parseSync } from '@swc/core';

interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** What no reader sees: names of modules and types, and errors of the program itself. */
const unread = new Set(['ImportDeclaration', 'TsLiteralType', 'ThrowStatement']);

/** Without marks of HTML and rules of CSS. */
const plain = (text: string): string =>
  /[{};]\s*$|^\s*[.*@}]|[a-z-]+: [^;]+;/.test(text) && !/[<«“]/.test(text)
    ? ''
    : (text.split('<style>')[0] ?? '').replace(/<[^>]*>|^[^<]*>|<[^>]*$/g, ' ');

/** Two words of letters, or a sign or an accent that only sentences have. */
const isProse = (text: string): boolean =>
  /[«»“”’àâçéèêëîïôûùÀÉÈ]/.test(text) ||
  (/\p{L}{2,} \p{L}{2,}/u.test(text) && !/^[EMdy ]+$|^ ?--/.test(text));

/** The texts of a source that read as words for a person, wherever they stand but in the name of a class. */
export function proseIn(source: string, tsx: boolean): readonly string[] {
  const found: string[] = [];
  const check = (text: unknown) => {
    if (typeof text === 'string' && isProse(plain(text))) found.push(plain(text).trim());
  };
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, value, cooked, source: _from, ...rest } = node as Node;
    if (type !== undefined && unread.has(type)) return;
    if (type === 'JSXAttribute' && (node as { name?: { value?: string } }).name?.value === 'className')
      return;
    if (type === 'StringLiteral') check(value);
    if (type === 'TemplateElement') check(cooked);
    for (const child of [value, ...Object.values(rest)]) walk(child);
  };
  walk(parseSync(source, { syntax: 'typescript', tsx }));
  return found;
}
