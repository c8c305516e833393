import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The file behind a path of the built page, or `null` when it lies outside the folder or is no page file. */
export function locatePageFile(folder: string, path: string): string | null {
  if (path.includes('\0') || path.includes('\\')) {
    return null;
  }
  const root = resolve(folder);
  // A path without extension is a page of the app.
  const file = join(root, extname(path) === '' ? 'index.html' : path);
  return file.startsWith(root + sep) && extname(file) in types ? file : null;
}

/** Reads a file of the built page; `null` when there is none at this (decoded) path. */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const file = locatePageFile(folder, path);
  const body = file === null ? null : await readFile(file).catch(() => null);
  const type = file === null ? undefined : types[extname(file)];
  return body && type ? { type, body } : null;
}
