import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Whether a terminal would stop this program for reading: it runs in the background. Only Linux tells. */
function isInBackground(): boolean {
  if (!process.stdin.isTTY || process.platform !== 'linux') return false;
  // After the name in brackets: state, parent, group, session, terminal, the terminal's group.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return fields[2] !== fields[5];
}

/** Calls a listener for each line that is entered, until the returned function is called. */
export function onEnteredLine(listener: () => void): () => void {
  if (isInBackground()) return () => undefined;
  const lines = createInterface({ input: process.stdin, terminal: false });
  lines.on('line', listener);
  return () => {
    lines.close();
    process.stdin.destroy();
  };
}
