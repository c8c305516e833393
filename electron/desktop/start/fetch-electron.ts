import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FetchOptions {
  /** How long nothing may arrive before the network counts as absent. */
  readonly stallMilliseconds?: number;
  readonly pollMilliseconds?: number;
  /** Called once, when the first bytes are there. */
  onFlow?(): void;
}

/**
 * Runs the installer of the npm package `electron`, without its noise. A download may last as long as it moves;
 * offline, or where the network hangs, it is given up soon. Tells whether the installer succeeded.
 */
export async function fetchElectron(folder: string, options: FetchOptions = {}): Promise<boolean> {
  const temporary = await mkdtemp(join(tmpdir(), 'bonne-mesure-electron-'));
  const installer = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    windowsHide: true,
    // A temporary folder of its own: what arrives in it is the download.
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  const succeeded = new Promise<boolean>((resolve) => {
    installer.once('error', () => resolve(false));
    installer.once('exit', (code) => resolve(code === 0));
  });
  const watch = watchFlow([temporary, join(folder, 'dist')], options, () => installer.kill('SIGKILL'));
  try {
    return await succeeded;
  } finally {
    clearInterval(watch);
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

function watchFlow(folders: readonly string[], options: FetchOptions, giveUp: () => void): NodeJS.Timeout {
  const { stallMilliseconds = 15_000, pollMilliseconds = 500, onFlow } = options;
  const size = () => folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
  let last = size();
  let moved = Date.now();
  let flows = false;
  return setInterval(() => {
    const now = size();
    if (now !== last) {
      last = now;
      moved = Date.now();
      if (!flows) {
        flows = true;
        onFlow?.();
      }
    } else if (Date.now() - moved > stallMilliseconds) {
      giveUp();
    }
  }, pollMilliseconds);
}

function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}
