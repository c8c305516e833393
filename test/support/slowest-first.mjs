import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** @type {typeof import('@jest/test-sequencer').default} */
const Sequencer = require('@jest/test-sequencer').default;

/** Files that take half a minute or more, then the rooms whose tests start programs or fit years of records, in order. */
const slow = [
  '/test/e2e/surface.',
  '/test/forecasting/models/accuracy.',
  '/test/forecasting/models/strikes.',
  '/test/db/import/mutations.',
  '/test/electron/cli/nantes.',
  '/test/forecasting/possible-numbers.',
  '/test/forecasting/models/',
  '/test/electron/service/host/',
  '/test/e2e/',
  '/test/electron/cli/',
  '/test/db/import/',
  '/test/forecasting/',
  '/test/packaging/',
  '/test/electron/',
  '/test/db/',
];

/** @param {string} path */
const rank = (path) => {
  const place = slow.findIndex((part) => path.replaceAll('\\', '/').includes(part));
  return place < 0 ? slow.length : place;
};

/** Has the slow files run first, so that no long one is left for the end: also where Jest has measured none yet. */
export default class SlowestFirst extends Sequencer {
  /** @type {InstanceType<typeof Sequencer>['sort']} */
  async sort(tests) {
    const sorted = [...(await super.sort(tests))];
    const isMeasured = sorted.some(({ duration }) => duration !== undefined);
    return isMeasured ? sorted : sorted.sort((a, b) => rank(a.path) - rank(b.path));
  }
}
