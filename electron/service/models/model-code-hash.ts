import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the code that fits lies: the bundle that holds this file, or the source tree. */
function codeFiles(): readonly string[] {
  const here = fileURLToPath(import.meta.url);
  const inSources = here.endsWith('.ts');
  const folder = inSources ? join(dirname(here), '../../../forecasting') : dirname(here);
  const names = readdirSync(folder, { recursive: inSources, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(inSources ? '.ts' : '.js'))
    .sort()
    .map((name) => join(folder, name));
}

function hashOfCode(): string {
  const hash = createHash('sha256');
  try {
    for (const file of codeFiles()) {
      hash.update(readFileSync(file));
    }
  } catch {
    // Code that cannot be read is taken to be like no other.
    return randomUUID();
  }
  return hash.digest('hex');
}

let stamp: string | undefined;

/** A text that differs between two versions of the code, so that a model is used by the code that fitted it. */
export function modelCodeHash(): string {
  stamp ??= hashOfCode();
  return stamp;
}
