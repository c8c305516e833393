import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepare } from './fault-matrix.ts';
import { kill, referenceOf, works } from './kills.ts';

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
