import { spawn } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeNew } from '../../../db/files/patience.ts';
import { copyFile, roughSize } from '../../../db/files/reading.ts';
import { withTemporary } from '../../../db/files/temporary.ts';
import { findBrowser, isSnap } from './find-browser.ts';

/** No Chrome, Edge or Chromium is installed. */
export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

/** A browser was found, but it gave no PDF. */
export class PrintError extends Error {
  override name = 'PrintError';
  readonly reason: 'timeout' | 'failed';
  readonly browser: string;
  constructor(reason: 'timeout' | 'failed', browser: string, detail: string) {
    super(`${browser}: ${detail}`);
    this.reason = reason;
    this.browser = browser;
  }
}

export interface PrintOptions {
  /** The browser's executable; by default the first that is found. */
  readonly browser?: string | null;
  readonly timeoutMs?: number;
}

/** Prints an HTML document to a PDF file with an installed browser, in a profile of its own that is then removed. */
export async function printPdf(document: string, outFile: string, options: PrintOptions = {}): Promise<void> {
  const browser = options.browser === undefined ? findBrowser() : options.browser;
  if (browser === null) throw new NoBrowserError('no Chrome, Edge or Chromium was found');
  const print = async (folder: string) => {
    const page = join(folder, 'sheet.html');
    const pdf = join(folder, 'sheet.pdf');
    writeNew(page, document);
    await run(browser, browserArguments(folder, page, pdf), options.timeoutMs ?? 60_000);
    if (roughSize(pdf) === 0) throw new PrintError('failed', browser, 'no PDF was written');
    copyFile(pdf, outFile);
  };
  // A snap reads and writes visible folders of the home alone.
  await withTemporary('print', print, isSnap(browser) ? homedir() : tmpdir());
}

function browserArguments(folder: string, page: string, pdf: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    '--headless',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    // Chromium's sandbox refuses to start as root; everyone else keeps it.
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}

function run(browser: string, parameters: readonly string[], timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own on Unix, so that a launcher script and the browser it started end together.
    const detached = process.platform !== 'win32';
    const child = spawn(browser, parameters, {
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      detached,
    });
    let messages = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      messages = (messages + text).slice(-2000);
    });
    const timer = setTimeout(() => {
      if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
      reject(new PrintError('timeout', browser, `no answer within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new PrintError('failed', browser, error.message));
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new PrintError('failed', browser, `exit code ${code}. ${messages.trim()}`));
    });
  });
}
