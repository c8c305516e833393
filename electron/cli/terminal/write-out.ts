import { writeWhole } from '../../../db/files/patience.ts';
import { toApiError } from '../../service/context/errors.ts';
import type { Terminal } from './command.ts';
import { CallFailed } from './errors.ts';

/** Writes a file that the user named. Throws `CallFailed` when that cannot be done. */
export async function writeOut(path: string, body: string | Buffer, { language }: Terminal): Promise<void> {
  try {
    writeWhole(path, body);
  } catch (error) {
    throw new CallFailed(toApiError(error, language));
  }
}
