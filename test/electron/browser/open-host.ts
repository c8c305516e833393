import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { type BrowserHost, startBrowserHost } from '../../../electron/browser/server.ts';
import { createService, type Service } from '../../../electron/service/host/service.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export const folder = temporaryFolder();
export const page = join(folder, 'page');
export let service: Service;
export let host: BrowserHost;
export let cookie: string;
export let key: string;

/** Comes in by a new address: what a browser would keep. */
export async function enter(into: BrowserHost): Promise<{ readonly cookie: string; readonly key: string }> {
  const admitted = await fetch(into.newAddress('printed'));
  const own = {
    cookie: admitted.headers.get('set-cookie')?.split(';')[0] ?? '',
    origin: into.origin,
    'content-type': 'application/json',
  };
  const [, pass] = /url=\/#pass=([\w-]{43})"/.exec(await admitted.text()) ?? [];
  const body = JSON.stringify({ pass });
  const traded = await fetch(`${into.origin}/enter`, { method: 'POST', headers: own, body });
  return { cookie: own.cookie, key: ((await traded.json()) as { key: string }).key };
}

export function ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, path, method, headers: { ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

export const origin = () => `http://127.0.0.1:${host.port}`;
export const own = (more: Readonly<Record<string, string>> = {}) => ({
  cookie,
  'x-bonne-mesure-key': key,
  origin: origin(),
  ...more,
});
export const newPath = () => `/${new URL(host.newAddress('printed')).search}`;
export const json = (more: Readonly<Record<string, string>> = {}) =>
  own({ 'content-type': 'application/json', ...more });
export const callBody = (method: string, input: unknown = {}) =>
  JSON.stringify({ method, input, options: { language: 'fr' } });

/** One service and one host for the tests of the file that reads this. */
beforeAll(async () => {
  writeUnder(page, 'index.html', '<!doctype html><title>Bonne Mesure</title>');
  writeUnder(page, 'assets/app.js', 'export {};');
  writeUnder(folder, 'secret.txt', 'secret');
  service = createService({ dataFolder: join(folder, 'data'), today: () => '2026-11-23' });
  host = await startBrowserHost({ service, folder: page, maximumMegabytes: 1 });
  ({ cookie, key } = await enter(host));
});

afterAll(async () => {
  await host.close();
  await service.close();
});
