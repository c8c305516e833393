import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reply, replyText } from './reply.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built page: `dist/renderer`, seen from the source tree or from the bundle in `dist/electron`. */
export function rendererFolder(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? '../../dist/renderer/' : '../renderer/', here));
}

/** Sends one file of the built page; a path without extension is a page of the app. */
export async function sendFile(response: ServerResponse, folder: string, pathname: string): Promise<void> {
  const asked = extname(pathname) === '' ? 'index.html' : pathname;
  const file = normalize(join(folder, asked));
  const type = types[extname(file)];
  if (!type || !file.startsWith(normalize(join(folder, sep)))) {
    return replyText(response, 404, 'Not found');
  }
  try {
    reply(response, 200, type, await readFile(file));
  } catch {
    replyText(response, 404, 'Not found');
  }
}
