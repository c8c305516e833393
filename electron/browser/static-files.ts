import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { readPageFile } from '../service/page/page-files.ts';
import { reply, replyText } from './reply.ts';

/** The built page: of the build that this code is in, or of the newest one where the sources run. */
export function rendererFolder(): string {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return fileURLToPath(new URL('../renderer/', here));
  const dist = new URL('../../dist/', here);
  try {
    const newest = readFileSync(new URL('current', dist), 'utf8');
    return fileURLToPath(new URL(`builds/${newest}/renderer/`, dist));
  } catch {
    // Nothing is built yet.
    return fileURLToPath(dist);
  }
}

/** Sends one file of the built page. */
export async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = await readPageFile(folder, path);
  return file ? reply(response, 200, file.type, file.body) : replyText(response, 404, 'Not found');
}
