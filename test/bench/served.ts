import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from '../e2e/support/chromium.ts';
import { firstAddress } from '../e2e/support/door.ts';
import { builtProgram } from '../support/built.ts';
import { nantesFolder } from '../support/shared.ts';

/** The built program, as it is installed. */
const program = builtProgram('cli');

export interface Served {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** What is missing for a measurement of the built app; `null` when all is there. */
export function missingForApp(): string | null {
  return chromiumPath === undefined ? 'no Chromium was found' : null;
}

export const nantesFiles = (): readonly string[] =>
  existsSync(nantesFolder) ? readdirSync(nantesFolder).map((name) => join(nantesFolder, name)) : [];

/** A data folder for the time of some work, with files imported by the program itself. */
export async function withData(
  filesIn: (folder: string) => readonly string[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    // The exit code is 1: some rows of the real files are refused.
    spawnSync(process.execPath, [program, 'import', ...filesIn(folder), '--data', folder]);
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Wednesday within the records of Nantes: days behind and days ahead of it are forecast from two origins. */
export const midWeek = '2017-06-14';

/** Starts `serve` as if it were a day; resolves at the moment it gives its address. */
export function serve(folder: string, today: string): Promise<Served> {
  const server = spawn(process.execPath, [program, 'serve', '--data', folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, BONNE_MESURE_TODAY: today },
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve());
      server.kill('SIGINT');
    });
  return firstAddress(server).then((url) => ({ url, pid: server.pid ?? 0, stop }));
}

/** Megabytes of a process and its threads: what it holds now, and what it held at most. */
export function heldBy(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s*(\\d+) kB`).exec(status)?.[1]) / 1000;
  return { now: of('VmRSS'), most: of('VmHWM') };
}
