import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { remove, writeNew } from '../../../db/files/patience.ts';
import { privateFile } from '../../../db/files/private.ts';
import { makeTemporary } from '../../../db/files/temporary.ts';

/** The system's own way to open a file. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** As long as the address in a file is good, in milliseconds. */
const lifetime = 60_000;

/** A browser of Ubuntu's is shut in: it reads neither the system's temporary folder nor hidden ones. */
const isShutIn = () => process.platform === 'linux' && existsSync('/snap/bin');

/** Files that lead a browser on to an address: gone after a minute, or when they are forgotten. */
export class WaysIn {
  readonly #folders = new Set<string>();

  /**
   * The address holds a key, and every user of the computer can read a command line: so the browser is given a file
   * that only this user reads. Returns its path.
   */
  make(address: string): string {
    const folder = makeTemporary('open', isShutIn() ? homedir() : undefined);
    this.#folders.add(folder);
    setTimeout(() => remove(folder), lifetime).unref();
    const file = join(folder, 'bonne-mesure.html');
    const page = `<!doctype html><title>Bonne Mesure</title><meta http-equiv="refresh" content="0;url=${address}">\n`;
    writeNew(file, page, privateFile);
    return file;
  }

  forget(): void {
    for (const folder of this.#folders) remove(folder);
  }
}

/** Opens a file in the user's browser. Answers whether the system took it. */
export function openInBrowser(file: string): Promise<boolean> {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program as string, [...words, file], { stdio: 'ignore', detached: true });
  child.unref();
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
