import { readTextFile } from '../../../db/files/reading.ts';
import { toApiError } from '../../service/context/errors.ts';
import type { Terminal } from './command.ts';
import { CallFailed, UsageError } from './errors.ts';

/** What a JSON file that the user named holds; the service checks it. Throws when it cannot be read. */
export async function readJson(path: string, { language, texts }: Terminal): Promise<unknown> {
  let text: string;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new CallFailed(toApiError(error, language));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(texts.profiles.notJson(path));
  }
}
