import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeWhere } from './describe-where.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder beside the checkout that holds the real files; they are never copied into the project. */
export const sharedFolder = join(root, '..', 'shared');
export const nantesFolder = join(sharedFolder, 'data', 'nantes');

/** `describe` for tests that need the real files; where these are absent the tests are skipped, and say why. */
export function describeWithShared(name: string, body: () => void): void {
  describeWhere(existsSync(nantesFolder), name, `${nantesFolder} is absent`, body);
}
