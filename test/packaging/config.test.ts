import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'app-builder-lib';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { DebugLogger } from 'builder-util';
import { openable } from '../../electron/desktop/opened-files.ts';

const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const readConfig = () => getConfig(projectFolder, null, null);
const validate = (config: Configuration) => validateConfiguration(config, new DebugLogger(false));

test('electron-builder accepts the configuration', async () => {
  await expect(validate(await readConfig())).resolves.toBeUndefined();
});

test('it would refuse a slip of the pen', async () => {
  const config = { ...(await readConfig()), npmRebuilt: false } as Configuration;
  await expect(validate(config)).rejects.toThrow('npmRebuilt');
});

test('every system gets its packages', async () => {
  const { win, mac, linux } = await readConfig();
  const names = (target: unknown) =>
    [target].flat().map((one) => (one as { readonly target: string }).target);
  expect(names(win?.target)).toEqual(['nsis']);
  expect(names(mac?.target)).toEqual(['dmg']);
  expect(names(linux?.target)).toEqual(['AppImage', 'deb']);
});

test('the files it names are there', async () => {
  const { win, mac, linux, nsis } = await readConfig();
  const files = [win?.icon, mac?.icon, linux?.icon, nsis?.include, nsis?.license].filter(
    (file) => typeof file === 'string',
  );
  expect(files.length).toBeGreaterThanOrEqual(5);
  expect(files.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([]);
});

test('data files open in the app, which never makes itself their default', async () => {
  const { win, mac, fileAssociations } = await readConfig();
  expect(mac?.fileAssociations).toMatchObject([{ ext: openable, rank: 'Alternate' }]);
  // On Windows electron-builder's own associations take the default: the installer script adds "Open with".
  expect([fileAssociations, win?.fileAssociations]).toEqual([undefined, undefined]);
});
