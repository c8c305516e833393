import { appendFileSync, statSync } from 'node:fs';
import { inspect } from 'node:util';
import { rename } from '../../db/files/patience.ts';

/** Larger, the log becomes the old log, and a new one begins. */
const largest = 256 * 1024;

let logFile: string | null = null;

/** From now on what is logged is kept in a file as well: a packaged app has no terminal to read. */
export function keepLog(file: string): void {
  logFile = file;
}

/** What was refused, and to whom: the trail one wants when something on the page misbehaves. */
export function logRefusal(what: string, details: Readonly<Record<string, unknown>>): void {
  log(`refused: ${what} ${JSON.stringify(details)}`);
}

export function logFailure(what: string, error: unknown): void {
  log(`failed: ${what}: ${inspect(error)}`);
}

/**
 * Whoever reads what this program says may be gone, as the terminal that started it: no reason to end. What nobody
 * caught is kept in the log, instead of a box with a stack in English.
 */
export function endureLoss(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => logFailure('unforeseen', error));
}

function log(line: string): void {
  console.error(line);
  if (logFile === null) {
    return;
  }
  try {
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > largest) {
      rename(logFile, `${logFile}.old`);
    }
    appendFileSync(logFile, `${new Date().toISOString()} ${line}\n`);
  } catch (error) {
    console.error(`failed: log: ${inspect(error)}`);
  }
}
