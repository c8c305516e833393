import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { fr } from '../../../renderer/i18n/fr/catalogue.ts';

const folder = join(__dirname, '..', '..', '..', 'renderer');
const plural = /_(zero|one|two|few|many|other)$/;

type Words = { readonly [key: string]: string | Words };

function entriesOf(words: Words, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : entriesOf(value, `${path}${key}.`),
  );
}

const entries = entriesOf(fr);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Each node of a tree; parts without a type of their own are looked through. */
function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' ? (node.value as string) : null;

/** The words that an expression may stand for; `null` where they are not written out. */
function wordsOf(node: Node): readonly string[] | null {
  if (node.type === 'StringLiteral') return [node.value as string];
  if (node.type === 'ConditionalExpression') {
    const [yes, no] = [wordsOf(node.consequent as Node), wordsOf(node.alternate as Node)];
    return yes && no && [...yes, ...no];
  }
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = (node.quasis as readonly { readonly raw: string }[]).map(({ raw }) => raw);
  return (node.expressions as readonly Node[]).reduce<readonly string[] | null>(
    (starts, part, i) => {
      const middles = wordsOf(part);
      return (
        starts && middles && starts.flatMap((start) => middles.map((one) => start + one + quasis[i + 1]))
      );
    },
    [quasis[0] ?? ''],
  );
}

/** The texts that the first argument of `t` may stand for, where it is written out. */
function textsOf(node: Node): readonly (readonly [string, string])[] {
  const keys = new Set(wordsOf(node) ?? []);
  return entries.filter(([key]) => keys.has(key) || keys.has(key.replace(plural, '')));
}

/** The names of the values that a call gives; `null` where they are not written out. */
function valuesOf(node: Node | undefined): ReadonlySet<string> | null {
  if (node === undefined) return new Set();
  if (node.type !== 'ObjectExpression') return null;
  const names: string[] = [];
  for (const property of node.properties as readonly Node[]) {
    const name = nameOf(property) ?? nameOf(property.key);
    if (name === null) return null;
    names.push(name);
  }
  return new Set(names);
}

/** `file: key lacks name`, for each call of `t` that leaves a `{{name}}` of a text without its value. */
function lacking(file: string): readonly string[] {
  const source = readFileSync(join(folder, file), 'utf8');
  const tree = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('.tsx') });
  const found: string[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'CallExpression' || nameOf(node.callee) !== 't') continue;
    const [key, values] = (node.arguments as readonly { readonly expression: Node }[]).map(
      ({ expression }) => expression,
    );
    const given = valuesOf(values);
    if (!key || given === null) continue;
    for (const [name, words] of textsOf(key)) {
      for (const [, wanted = ''] of words.matchAll(/\{\{(\w+)\}\}/g)) {
        if (!given.has(wanted)) found.push(`${file}: ${name} lacks ${wanted}`);
      }
    }
  }
  return found;
}

test('every text is given the values that it asks for', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/^i18n.(fr|en)\b/.test(file),
  );
  expect(files.flatMap(lacking)).toEqual([]);
});
