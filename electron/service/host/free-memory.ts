import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Collects what a thread does not need any more, at a moment when nobody waits for it. V8 would do so when its own
 * objects fill their room; what these hold outside (tables of numbers, statements of SQLite) it hardly counts, and
 * after a fit that is a hundred megabytes.
 */
export function freeMemory(): void {
  if (collect === undefined) {
    // The way into V8 that needs no flag where the program is started.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
