import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** @type {typeof import('@jest/test-sequencer').default} */
const Sequencer = require('@jest/test-sequencer').default;

/** Rooms whose tests start programs or fit years of records, in order. */
const slowRooms = ['/test/e2e/', '/test/forecasting/', '/test/packaging/', '/test/electron/', '/test/db/'];

/** @param {string} path */
const rank = (path) => {
  const room = slowRooms.findIndex((part) => path.replaceAll('\\', '/').includes(part));
  return room < 0 ? slowRooms.length : room;
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
