import { spawn } from 'node:child_process';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
}

/** Runs a program on this terminal until it ends; a signal that asks us to end is passed on to it. */
export async function runProgram(
  program: string,
  words: readonly string[],
  env = process.env,
): Promise<Ending> {
  const begun = Date.now();
  const child = spawn(program, words, { stdio: 'inherit', env });
  const ending = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal, milliseconds: Date.now() - begun }));
  });
  const passOn = (signal: NodeJS.Signals) => {
    // Ctrl-C at a terminal reaches the child by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) {
      child.kill(signal);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) {
    process.on(signal, passOn);
  }
  try {
    return await ending;
  } finally {
    for (const signal of signals) {
      process.off(signal, passOn);
    }
  }
}

/** The user ended it: nothing went wrong. */
export const endedBySignal = ({ signal }: Ending): boolean =>
  signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP';
