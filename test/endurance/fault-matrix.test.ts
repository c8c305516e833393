import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepare, scenarios, tryFaults } from './fault-matrix.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();
beforeAll(() => prepare(root));

/** The whole of it is `npm run bench -- endurance faults`: here two codes and two places of each call, no long sample. */
test.each(Object.keys(scenarios).filter((name) => name !== 'sample'))(
  '%s: what it answers is true, whatever the file system says',
  async (name) => {
    const { cells, wrong } = await tryFaults(root, name, 2, ({ code }) => code === 'EBUSY' || code === 'EIO');
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(0);
  },
);
