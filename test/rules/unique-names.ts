import type { SourceFile } from './import-rules.ts';

const declaration =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) ([\w$]+)/gm;

/** Catalogues of texts: each language exports the same name from a file of its own, and so does each room. */
const isCatalogue = (path: string) =>
  path.startsWith('renderer/i18n/') || path.startsWith('electron/service/messages/');

/** A migration calls nothing that can change: what it needs stands in it, under the name it has elsewhere. */
const isMigration = (path: string) => path.startsWith('db/migrations/');

/** Names that several files export with one meaning, and why. */
const allowed: Readonly<Record<string, string>> = {
  TableQuestion: 'as the import gives it, and as the contract carries it: the contract may not import db',
};

/** Names that more than one file exports; a re-export is no second one. A line for each, with its files. */
export function checkUniqueNames(files: readonly SourceFile[]): readonly string[] {
  const filesOf = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    if (isCatalogue(path) || isMigration(path)) continue;
    for (const [, name = ''] of text.matchAll(declaration)) {
      filesOf.set(name, (filesOf.get(name) ?? new Set()).add(path));
    }
  }
  const twice = [...filesOf].filter(([, paths]) => paths.size > 1);
  const idle = Object.keys(allowed).filter(
    (name) => filesOf.has(name) && !twice.some(([double]) => double === name),
  );
  return [
    ...twice
      .filter(([name]) => !Object.hasOwn(allowed, name))
      .map(([name, paths]) => `${name} is exported by ${[...paths].toSorted().join(' and ')}`),
    ...idle.map((name) => `${name} needs no place in the list of test/rules/unique-names.ts`),
  ].toSorted();
}
