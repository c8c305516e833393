import { createService } from '../../../electron/service/host/service.ts';
import { TODAY } from './served-app.ts';

/** Takes away the kitchen, suppliers, packs and guests of the sample canteens: a test that says its own begins bare. */
export async function forgetCatalogue(dataFolder: string): Promise<void> {
  const service = createService({ dataFolder, today: () => TODAY });
  const read = await service.call('catalogue.read', {}, { language: 'fr' });
  if (!read.ok) throw new Error(read.error.message);
  const { kitchens, suppliers, packs, sites } = read.value;
  const keys = [
    ...sites.filter(({ said }) => said).map(({ siteId }) => ({ type: 'guests', siteId })),
    ...packs.map(({ scope }) => ({ type: 'pack', scope })),
    ...suppliers.map(({ id }) => ({ type: 'supplier', id })),
    ...kitchens.map(({ id }) => ({ type: 'kitchen', id })),
  ];
  const removed = await service.call('catalogue.remove', { keys }, { language: 'fr' });
  await service.close();
  if (!removed.ok) throw new Error(removed.error.message);
}
