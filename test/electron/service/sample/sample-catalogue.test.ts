import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

/** How much there is of what comes in no file. */
async function provided(service: ReturnType<typeof serviceOn>) {
  const { kitchens, suppliers, packs, sites } = await value(service, 'catalogue.read', {});
  const said = sites.filter((site) => site.said).length;
  return { kitchens: kitchens.length, suppliers: suppliers.length, packs: packs.length, said };
}

const nothing = { kitchens: 0, suppliers: 0, packs: 0, said: 0 };

describe('what the sample canteens need besides their files', () => {
  test('comes with them and goes with them', async () => {
    const service = serviceOn('cleared');
    await value(service, 'sample.load', {});
    expect(await provided(service)).toEqual({ kitchens: 1, suppliers: 3, packs: 10, said: 6 });
    await value(service, 'sample.clear', {});
    expect(await provided(service)).toEqual(nothing);
  });

  test('goes with their import too, when that is undone', async () => {
    const service = serviceOn('undone');
    const { batch } = await value(service, 'sample.load', {});
    await value(service, 'imports.undo', { batch: batch ?? 0 });
    expect(await provided(service)).toEqual(nothing);
  });

  test('leaves alone what somebody said before, and after', async () => {
    const service = serviceOn('said');
    const supplier = { id: null, name: 'Primeurs du Marais', rule: null };
    await value(service, 'catalogue.save', { entries: [{ type: 'supplier', supplier }] });
    await value(service, 'sample.load', {});
    expect(await provided(service)).toEqual({ ...nothing, suppliers: 1 });
    await value(service, 'sample.clear', {});
    expect(await provided(service)).toEqual({ ...nothing, suppliers: 1 });
  });
});
