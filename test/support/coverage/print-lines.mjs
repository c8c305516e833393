import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../electron/build/builds.js';
import { linesOf } from './lines-run.mjs';

// `node test/support/coverage/print-lines.mjs FOLDER`: the share of lines in functions that the tests ran in their own
// process, by room, from what `collect-lines.ts` kept there. The built app runs in other processes, not counted here.

const rooms = ['assets', 'db', 'electron', 'forecasting', 'renderer'];

const [, , folder = 'test-results/lines'] = process.argv;

/** @type {Map<string, Map<string, readonly import('./lines-run.mjs').Range[]>>} By module, what differs from one test file to the next. */
const records = new Map();
for (const name of readdirSync(folder)) {
  for (const line of readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((one) => one !== '')) {
    /** @type {[string, readonly import('./lines-run.mjs').Range[]]} */
    const [path, ranges] = JSON.parse(line);
    const known = records.get(path) ?? new Map();
    records.set(path, known.set(JSON.stringify(ranges), ranges));
  }
}

/** @param {number} run @param {number} all */
const share = (run, all) => `${((100 * run) / all).toFixed(1)} %`;

const counted = rooms.map((room) => {
  const files = readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(projectFolder, room, name));
  const lines = files.map((path) => linesOf(path, [...(records.get(path)?.values() ?? [])]));
  return {
    room,
    all: lines.reduce((sum, { all }) => sum + all, 0),
    run: lines.reduce((sum, { run }) => sum + run, 0),
  };
});
const all = counted.reduce((sum, one) => sum + one.all, 0);
const run = counted.reduce((sum, one) => sum + one.run, 0);
const byRoom = counted.map((one) => `${one.room} ${share(one.run, one.all)}`).join(', ');
console.log(
  `Lines of functions that tests ran in their own process: ${share(run, all)} (${run} of ${all}); ${byRoom}`,
);
