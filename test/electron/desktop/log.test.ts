import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepLog, logFailure, logRefusal } from '../../../electron/desktop/log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const file = join(temporaryFolder(), 'desktop.log');
let said: string[] = [];
beforeEach(() => {
  said = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => jest.restoreAllMocks());

test('before there is a file, it says what happened on the terminal alone', () => {
  logRefusal('navigation', { url: 'https://example.com/' });
  expect(said).toEqual(['refused: navigation {"url":"https://example.com/"}']);
  expect(existsSync(file)).toBe(false);
});

test('keeps one line for each refusal, and the stack of a failure', () => {
  keepLog(file);
  logRefusal('message', { from: null });
  logFailure('start', new Error('no disk'));
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT\S+Z refused: message \{"from":null\}\n/);
  expect(text).toContain('failed: start: Error: no disk\n    at ');
});

test('does not grow for ever', () => {
  writeFileSync(file, 'x'.repeat(300_000));
  keepLog(file);
  logRefusal('message', {});
  expect(statSync(`${file}.old`).size).toBe(300_000);
  expect(readFileSync(file, 'utf8')).toContain('refused: message {}');
});

test('a reader that is gone and a slip that nobody caught end nothing', async () => {
  const log = join(import.meta.dirname, '..', '..', '..', 'electron', 'desktop', 'log.ts');
  const program = `
    const { endureLoss, keepLog } = await import(${JSON.stringify(pathToFileURL(log).href)});
    keepLog(${JSON.stringify(file)});
    endureLoss();
    process.stdin.once('data', () => {
      console.error('nobody reads this');
      setTimeout(() => setTimeout(() => process.exit(7), 0), 0);
      throw new Error('a slip');
    });
    process.stdout.write('ready');`;
  const child = spawn(process.execPath, ['--experimental-strip-types', '--input-type=module', '-e', program]);
  await once(child.stdout, 'data');
  child.stderr.destroy();
  child.stdin.write('go');
  expect(await once(child, 'exit')).toEqual([7, null]);
  expect(readFileSync(file, 'utf8')).toContain('failed: unforeseen: Error: a slip');
});

test('a log that cannot be written stops nothing', () => {
  keepLog(join(file, 'not-a-folder', 'desktop.log'));
  expect(() => logRefusal('message', {})).not.toThrow();
  expect(said.at(-1)).toMatch(/^failed: log/);
});
