import { DamagedDatabaseError } from './database.ts';

/** What a column keeps as JSON. Throws `DamagedDatabaseError` for a text that the app cannot have written. */
export function storedJson<T>(text: unknown): T {
  try {
    return JSON.parse(String(text)) as T;
  } catch (error) {
    throw new DamagedDatabaseError('', error);
  }
}
