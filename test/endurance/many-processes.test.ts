import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepare } from './fault-matrix.ts';
import { crowd } from './many-processes.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();
beforeAll(() => prepare(root));

/** The long form is `npm run bench -- endurance processes`. */
test('two programs and the command line on one folder: nothing is lost, no backup is hollow or missing', async () => {
  const found = await crowd(root, { programs: 2, writes: 30, backups: 5, commands: 2 });
  expect(found.wrong).toEqual([]);
  // What was refused was refused in words, as another program wrote for too long.
  expect(found.saved).toBeGreaterThan(30);
  expect(found.backups).toBeGreaterThan(0);
});
