import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';

/** Kinds of files that the packaged app is registered for. */
export const openable = ['csv', 'tsv', 'txt', 'xlsx'] as const;
/** Kinds of files that the app offers to import; these others open elsewhere. */
export const importable = [...openable, 'xlsm', 'ods', 'fods', 'xls', 'xml', 'html', 'htm', 'zip'] as const;

/** The data files among the arguments that the system started the app with. */
export function filesOfArguments(words: readonly string[], workingFolder: string): readonly string[] {
  return words
    .filter((word) => !word.startsWith('-') && isOpenable(word))
    .map((word) => resolve(workingFolder, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

const isOpenable = (path: string) =>
  openable.some((extension) => extname(path).toLowerCase() === `.${extension}`);

/** Files to open wait here until a page is there to take them. */
export class OpenedFiles {
  #waiting: string[] = [];
  #take: ((paths: readonly string[]) => void) | null = null;

  add(paths: readonly string[]): void {
    this.#waiting.push(...paths);
    this.#flush();
  }

  /** From now on files go here; `null`: nobody takes them, they wait again. */
  handTo(take: ((paths: readonly string[]) => void) | null): void {
    this.#take = take;
    this.#flush();
  }

  #flush(): void {
    if (this.#take && this.#waiting.length > 0) {
      const paths = this.#waiting;
      this.#waiting = [];
      this.#take(paths);
    }
  }
}
