import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Kinds of files that the packaged app is registered for. */
export const openable = ['csv', 'tsv', 'txt', 'xlsx', 'ods', 'xls'] as const;
/** Kinds of files that the app offers to import; these others open elsewhere. */
export const importable = [...openable, 'xlsm', 'fods', 'xml', 'html', 'htm', 'zip'] as const;

/** The data files among the arguments that the system started the app with. */
export function filesOfArguments(words: readonly string[], workingFolder: string): readonly string[] {
  return words
    .map(pathOf)
    .filter((word) => !word.startsWith('-') && isOpenable(word))
    .map((word) => resolve(workingFolder, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** Desktops of Linux may hand over an address, `file:///…%20…`, where others hand over a path. */
function pathOf(word: string): string {
  if (!word.startsWith('file:')) {
    return word;
  }
  try {
    return fileURLToPath(word);
  } catch {
    // On another computer, or no address at all: there is no such file here.
    return word;
  }
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
