import { existsSync } from 'node:fs';
import { build } from '../../electron/build/build.js';
import { buildFolder, holdBuild } from '../../electron/build/builds.js';
import { takeMemoryFolder } from './memory-folder.mjs';

/**
 * Before the tests: those that start the built app all use the build of the sources as they are now. A whole run makes
 * it; for a few files it is made by the first test that needs it, as most do not. These keep pictures of the pages, too.
 *
 * @param {{ nonFlagArgs?: readonly string[], testPathPatterns?: { patterns: readonly string[] } }} config Jest's own
 */
export default async function findBuild({ nonFlagArgs = [], testPathPatterns }) {
  takeMemoryFolder();
  const isWholeRun = nonFlagArgs.length === 0 && (testPathPatterns?.patterns ?? []).length === 0;
  if (!isWholeRun) process.env.SCREENSHOTS ??= '1';
  // What comes with the app would lend its numbers to every small made place; its own test puts it in the box again.
  process.env.BONNE_MESURE_LIBRARY ??= 'none';
  // After each edit in each test the next weeks would be fitted again, and asked for by none: those of the preparing
  // and of what may be stopped at any time say so themselves.
  process.env.BONNE_MESURE_AHEAD ??= 'none';
  // A build is one for production, and says so in the environment, which the tests would inherit.
  const { NODE_ENV } = process.env;
  const folder = isWholeRun ? await build() : buildFolder();
  process.env.NODE_ENV = NODE_ENV;
  if (!existsSync(folder)) return;
  holdBuild(folder);
  process.env.BONNE_MESURE_BUILD = folder;
}
