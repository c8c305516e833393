import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the npm package `electron`, or `null` when it is not installed. */
export function electronFolder(projectFolder: string): string | null {
  try {
    return dirname(createRequire(join(projectFolder, 'package.json')).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Electron's program, when it has been fetched: asking the package itself would start a download. */
export function electronProgram(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = nameIn(folder) ?? (elsewhere === undefined ? null : 'electron');
  const program = name === null ? null : join(elsewhere ?? join(folder, 'dist'), name);
  return program !== null && existsSync(program) ? program : null;
}

/** The installer of the package writes the program's name here when it is done. */
function nameIn(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    return null;
  }
}
