import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { importing, testToday, value } from '../support/asking.ts';

const root = temporaryFolder();

let cases = 0;
/** A data folder of a user, and an older copy of it that lacks what `later` does. */
async function wentOn(later: (service: Service) => Promise<unknown>) {
  cases += 1;
  const own = join(root, String(cases));
  const [dataFolder, userFolder, older] = [join(own, 'data'), join(own, 'user'), join(own, 'older')];
  const open = () => createService({ dataFolder, userFolder, today: () => testToday });
  const during = async <T>(work: (service: Service) => Promise<T>): Promise<T> => {
    const service = open();
    try {
      return await work(service);
    } finally {
      await service.close();
    }
  };
  const notes = () =>
    during(async (service) => (await value(service, 'app.state', {})).folderNotes.map(({ kind }) => kind));
  await during((service) => addSite(service, 'Lilas'));
  cpSync(dataFolder, older, { recursive: true });
  await during(later);
  const putBack = () => {
    rmSync(dataFolder, { recursive: true });
    cpSync(older, dataFolder, { recursive: true });
  };
  return { own, userFolder, dataFolder, during, notes, putBack };
}

const addSite = (service: Service, name: string) =>
  value(service, 'sites.add', { name, kind: 'E', capacity: null, enrolled: 50 });

async function importCounts(service: Service, folder: string): Promise<number> {
  const csv = 'site_nom;site_type;date;reel\nLilas;E;2026-01-12;41\nLilas;E;2026-01-13;43\n';
  const imported = await importing(service, folder, 'counts.csv', csv);
  const batch = imported.ok ? imported.value.batch : null;
  if (batch === null) throw new Error('nothing was imported');
  return batch;
}

test('an older copy put back while the program was closed is told until as much was entered again', async () => {
  const { notes, during, putBack } = await wentOn((service) => addSite(service, 'Tilleuls'));
  expect(await notes()).toEqual([]);
  putBack();
  expect(await notes()).toEqual(['older']);
  // Told again at the next start: nobody may have looked.
  expect(await notes()).toEqual(['older']);
  await during((service) => addSite(service, 'Ormes'));
  expect(await notes()).toEqual([]);
});

test('an older copy that lacks an import alone is told', async () => {
  const { notes, during, putBack } = await wentOn((service) => importCounts(service, root));
  expect(await notes()).toEqual([]);
  putBack();
  expect(await notes()).toEqual(['older']);
  // Nobody asked for that: it is done at each start.
  await during((service) => value(service, 'orders.settleDeadlines', {}));
  expect(await notes()).toEqual(['older']);
});

test('a restore made in the program is not told, nor an import that is taken back, or data begun anew', async () => {
  const { notes, during, dataFolder } = await wentOn(async (service) => {
    const { name } = await value(service, 'backups.make', {});
    await addSite(service, 'Tilleuls');
    await value(service, 'backups.restore', { backup: name });
  });
  expect(await notes()).toEqual([]);
  await during(async (service) => {
    const batch = await importCounts(service, root);
    const undone = await service.call('imports.undo', { batch }, { language: 'fr' });
    const edits = undone.ok && undone.edit !== undefined ? [undone.edit] : [];
    await value(service, 'edits.step', { edits, way: 'undo' });
    await value(service, 'edits.step', { edits, way: 'redo' });
  });
  expect(await notes()).toEqual([]);
  await during((service) => importCounts(service, root));
  rmSync(dataFolder, { recursive: true });
  expect(await notes()).toEqual(['gone']);
  expect(await notes()).toEqual([]);
});

test('what earlier versions kept of a folder, the day alone, is still read', async () => {
  const { notes, userFolder, dataFolder } = await wentOn(() => Promise.resolve());
  const file = join(userFolder, 'data-folders.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ [dataFolder]: { day: testToday } });
  writeFileSync(file, JSON.stringify({ [dataFolder]: '2026-01-02' }));
  expect(await notes()).toEqual([]);
  rmSync(dataFolder, { recursive: true });
  expect(await notes()).toEqual(['gone']);
});

test('the words say what happened, that nothing was changed, and where the backups are', async () => {
  const { during, putBack } = await wentOn((service) => addSite(service, 'Tilleuls'));
  putBack();
  for (const [language, words] of [
    ['fr', ['plus anciennes', 'Rien n’a été changé', 'Réglages, onglet Sauvegardes']],
    ['en', ['older', 'Nothing was changed', 'Settings, tab Backups']],
  ] as const) {
    const state = await during((service) => service.call('app.state', {}, { language }));
    const [note] = state.ok ? state.value.folderNotes : [];
    for (const word of words) expect(`${note?.message} ${note?.remedy}`).toContain(word);
  }
});
