import { pageNames } from '../../electron/api/commands.ts';
import { fileKinds, schemas } from '../../electron/api/schemas.ts';
import type { SourceFile } from './import-rules.ts';

/** Names stand in a file as strings, as keys, or behind a dash (`'page-week'`). */
const names = (text: string, name: string) =>
  new RegExp(`['"\`-]${name}['"\`]|(^|[\\s{,])${name}: `, 'm').test(text);

/** The files that name every one of a list: one more of them touches each. */
const namingAll = (files: readonly SourceFile[], all: readonly string[]) =>
  files.filter(({ text }) => all.every((name) => names(text, name))).map(({ path }) => path);

/** The files of the contract and the service that name a method as a key. */
const namingMethod = (files: readonly SourceFile[], method: string) =>
  files
    .filter(({ path, text }) => /^electron\/(api|service)\//.test(path) && text.includes(`'${method}': `))
    .map(({ path }) => path);

export interface Places {
  readonly page: readonly string[];
  readonly kind: readonly string[];
  /** Of the method that touches most; its use case is one more. */
  readonly method: readonly string[];
}

/** What a new page, a new kind of import file and a new method touch, beside files of their own. */
export function countPlaces(files: readonly SourceFile[]): Places {
  const methods = Object.keys(schemas).map((method) => namingMethod(files, method));
  const [most = []] = methods.toSorted((a, b) => b.length - a.length);
  return { page: namingAll(files, pageNames), kind: namingAll(files, fileKinds), method: most };
}
