import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder of the app built from the sources as they are; it is made where nobody made it yet. */
export function buildFolder(): string {
  process.env.BONNE_MESURE_BUILD ??= execFileSync(
    process.execPath,
    [join(projectFolder, 'electron', 'build', 'build.js')],
    { encoding: 'utf8' },
  ).trim();
  return process.env.BONNE_MESURE_BUILD;
}

/** A program of the build: the command line, the app's main file, or what `npm start` runs. */
export const builtProgram = (name: 'cli' | 'main' | 'start'): string =>
  join(buildFolder(), 'electron', `${name}.js`);
