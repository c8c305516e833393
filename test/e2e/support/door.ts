import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import type { Method, Result } from '../../../electron/api/contract.ts';

/** Who waits for an address of a served app, by the first one that it printed. */
const waiting = new Map<
  string,
  { readonly server: ChildProcess; readonly queue: ((url: string) => void)[] }
>();

/**
 * The address that `serve` prints first. Its key is good once: whoever opens the app asks for one of their own by this
 * one, with `freshAddress`. The server's input must be a pipe.
 */
export function firstAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!server.stdout || !server.stdin) return reject(new Error('serve has no output or no input'));
    const queue: ((url: string) => void)[] = [
      (url) => {
        waiting.set(url, { server, queue });
        resolve(url);
      },
    ];
    createInterface(server.stdout).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(line);
      if (found) queue.shift()?.(found[0]);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`serve ended with ${code} before it gave its address`)));
  });
}

/** A new address of the app, as Enter in its terminal gives one. */
export function freshAddress(first: string): Promise<string> {
  const door = waiting.get(first);
  if (door === undefined) throw new Error(`${first} is not the first address of a served app`);
  return new Promise((resolve) => {
    door.queue.push(resolve);
    door.server.stdin?.write('\n');
  });
}

/** Opens the app in a tab, by the first address that it printed. */
export async function enter(page: Page, first: string): Promise<void> {
  await page.goto(await freshAddress(first));
  await page.locator('main').waitFor();
}

/** A call of the page's own, as its buttons make them. */
export function callFrom(page: Page, method: Method, input: unknown): Promise<Result<unknown>> {
  const body = JSON.stringify({ method, input, options: { language: 'fr' } });
  return page.evaluate(async (text) => {
    const headers = {
      'content-type': 'application/json',
      'x-bonne-mesure-key': sessionStorage.getItem('bonne-mesure.key') ?? '',
    };
    const response = await fetch('/api/call', { method: 'POST', headers, body: text });
    return (await response.json()) as Result<unknown>;
  }, body);
}
