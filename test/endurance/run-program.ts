import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../support/built.ts';

/** Runs a program of this folder as a process of its own, and answers what it prints as JSON. */
export function runProgram<T>(name: string, words: readonly string[]): Promise<T> {
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, name), ...words], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  child.on('close', (code, signal) => {
    if (code === 0) resolve(JSON.parse(stdout) as T);
    else reject(new Error(`${name} ended with ${code ?? signal}: ${stderr}`));
  });
  return promise;
}
