import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { readPageFile } from '../service/page/page-files.ts';
import { reply, replyText } from './reply.ts';

/** The built page: `dist/renderer`, seen from the source tree or from the bundle in `dist/electron`. */
export function rendererFolder(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? '../../dist/renderer/' : '../renderer/', here));
}

/** Sends one file of the built page. */
export async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = await readPageFile(folder, path);
  return file ? reply(response, 200, file.type, file.body) : replyText(response, 404, 'Not found');
}
