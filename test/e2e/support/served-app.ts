import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtProgram } from '../../support/built.ts';
import { copySample, TODAY } from '../../support/sample-folder.ts';
import { firstAddress } from './door.ts';

export { TODAY };

const run = promisify(execFile);

const env = { ...process.env, BONNE_MESURE_TODAY: TODAY };

/** The real program, started as a user starts it, on a data folder of its own. */
export interface ServedApp {
  /** The first address: to `openTestWindow` it stands for the app, whose addresses are good once each. */
  readonly url: string;
  readonly dataFolder: string;
  /** Runs another command of the program on the same data. */
  command(...words: readonly string[]): Promise<void>;
  /** The same, as if it were run on another day. */
  commandOn(day: string, ...words: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface ServeOptions {
  /** Begins with the sample canteens, loaded. */
  readonly sample?: boolean;
  /** The day that it takes for today, `YYYY-MM-DD`. */
  readonly today?: string;
  /** A folder of the caller's, who removes it; without it the app has one of its own. */
  readonly folder?: string;
}

export async function serveApp({
  sample = false,
  today = TODAY,
  folder,
}: ServeOptions = {}): Promise<ServedApp> {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'bonne-mesure-e2e-'));
  if (sample) copySample(dataFolder);
  const server = spawn(process.execPath, [builtProgram('cli'), 'serve', '--data', dataFolder], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...env, BONNE_MESURE_TODAY: today },
  });
  const url = await firstAddress(server);
  const command = async (day: string, words: readonly string[]) => {
    await run(process.execPath, [builtProgram('cli'), ...words, '--data', dataFolder], {
      env: { ...env, BONNE_MESURE_TODAY: day },
    });
  };
  return {
    url,
    dataFolder,
    command: (...words) => command(today, words),
    commandOn: (day, ...words) => command(day, words),
    close: async () => {
      await stopped(server);
      if (folder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
