import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { pagePolicy } from './content-policy.ts';

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

/** The file that an address asks for, or `null` when it lies outside the folder or is no kind of page file. */
export function pageFile(folder: string, address: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) {
    return null;
  }
  const root = resolve(folder);
  const file = join(root, path === '/' ? 'index.html' : path);
  return file.startsWith(root + sep) && extname(file) in types ? file : null;
}

/** Answers a request of the app's page from the folder of the built renderer. */
export async function servePageFile(folder: string, address: string): Promise<Response> {
  const file = pageFile(folder, address);
  const body = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || body === null) {
    return new Response('Not found', { status: 404, headers: { 'content-security-policy': pagePolicy } });
  }
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}
