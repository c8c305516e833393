import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path/posix';

const require = createRequire(import.meta.url);
/** @type {typeof import('@jest/test-sequencer').default} */
const Sequencer = require('@jest/test-sequencer').default;

/** @type {Readonly<Record<string, number>>} Seconds by test file, as `keep-durations.mjs` keeps them of a whole run. */
const durations = JSON.parse(readFileSync(new URL('durations.json', import.meta.url), 'utf8'));

/** @type {Map<string, readonly number[]>} */
const byFolder = new Map();
for (const [path, took] of Object.entries(durations)) {
  byFolder.set(dirname(path), [...(byFolder.get(dirname(path)) ?? []), took]);
}

const longest = Math.max(...Object.values(durations));

/**
 * How long a file is taken to run, in seconds: what was kept; for a file that is new since, the mean of its folder's;
 * for one in a new folder, as long as any.
 *
 * @param {string} path
 */
export function secondsOf(path) {
  const name = path.replaceAll('\\', '/').replace(/^.*\/test\//, '');
  const beside = byFolder.get(dirname(name)) ?? [longest];
  return durations[name] ?? beside.reduce((sum, took) => sum + took, 0) / beside.length;
}

/** Has the slow files run first, so that no long one is left for the end: also where Jest has measured none yet. */
export default class SlowestFirst extends Sequencer {
  /** @type {InstanceType<typeof Sequencer>['sort']} */
  async sort(tests) {
    const sorted = [...(await super.sort(tests))];
    const isMeasured = sorted.some(({ duration }) => duration !== undefined);
    return isMeasured ? sorted : sorted.sort((a, b) => secondsOf(b.path) - secondsOf(a.path));
  }
}
