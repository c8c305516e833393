import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { describeWhere } from '../support/describe-where.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepare } from './fault-matrix.ts';
import type { ThreadKills } from './killed-thread.ts';
import { kill, referenceOf, works } from './kills.ts';
import { runProgram } from './run-program.ts';
import { killServer, type ServerWork, serverReference, serverWorks } from './server-kills.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();
beforeAll(() => prepare(root));

/** The long form is `npm run bench -- endurance kills`. */
test.each(Object.keys(works))(
  '%s, killed: the data are as before or as after, and nothing is left over',
  async (name) => {
    const work = works[name] as (typeof works)[string];
    const random = seededRandom(name.length);
    const reference = await referenceOf(root, work);
    expect(await kill(root, work, reference, 0.5 + random() / 2)).toEqual([]);
  },
);

const isLinux = process.platform === 'linux';

describeWhere(isLinux, 'a server', 'the processes of a server are found by /proc', () => {
  test('killed with all its processes: the data are as before or as after, and nothing is left over', async () => {
    const { import: work } = serverWorks;
    const reference = await serverReference(root, work as ServerWork);
    const wrong = await killServer(root, work as ServerWork, reference, { victim: 'group', share: 0.8 });
    expect(wrong).toEqual([]);
  });
});

test('a worker thread that is ended in its work: what is answered is true', async () => {
  const { kills, wrong } = await runProgram<ThreadKills>('killed-thread.ts', [root, '15', '1']);
  expect(wrong).toEqual([]);
  expect(kills).toBe(4);
});
