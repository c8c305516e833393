import { type ChildProcess, spawn } from 'node:child_process';
import { builtProgram, projectFolder } from '../../support/built.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

type Environment = Readonly<Record<string, string>>;

/** Starts the built command line as its users do: as a process, its standard input closed. */
export function startCli(words: readonly string[], env: Environment = {}): Running {
  const child = spawn(process.execPath, [builtProgram('cli'), ...words], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

export const runCliProcess = (words: readonly string[], env?: Environment): Promise<Ended> =>
  startCli(words, env).ended;
