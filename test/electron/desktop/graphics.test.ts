import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Graphics } from '../../../electron/desktop/graphics.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);

/** One start of the program: what happens, in its order. */
function start(path: string, happens: readonly ('died' | 'shown')[], version = '1.0.0'): boolean {
  const graphics = new Graphics(path, version);
  for (const event of happens) graphics[event]();
  return graphics.accelerated;
}

test('after two starts on which the card’s process died, it is left alone', () => {
  const path = file('twice');
  expect(start(path, ['died', 'died', 'shown'])).toBe(true);
  expect(start(path, ['died'])).toBe(true);
  expect(start(path, ['shown'])).toBe(false);
  // Drawing without it went well: that is no reason to trust the card again.
  expect(start(path, [])).toBe(false);
  expect(start(path, [], '1.1.0')).toBe(true);
});

test('a start with a picture in between forgives the one before', () => {
  const path = file('between');
  start(path, ['died']);
  expect(start(path, ['shown'])).toBe(true);
  expect(existsSync(path)).toBe(false);
  start(path, ['died']);
  expect(start(path, [])).toBe(true);
});

test('a file that says nothing of use, or cannot be written, is no obstacle', () => {
  writeFileSync(file('odd'), 'x');
  expect(start(file('odd'), ['died'])).toBe(true);
  mkdirSync(file('folder'));
  expect(start(file('folder'), ['died', 'shown'])).toBe(true);
  expect(start(join(file('absent'), 'graphics.txt'), ['died'])).toBe(true);
});
