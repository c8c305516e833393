import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'app-builder-lib';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { DebugLogger } from 'builder-util';
import { signing } from '../../electron/build/dist.js';
import { openable } from '../../electron/desktop/opened-files.ts';
import manifest from '../../package.json' with { type: 'json' };

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
  expect(names(win?.target)).toEqual(['nsis', 'portable']);
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
  const { win, mac, linux, nsis, fileAssociations } = await readConfig();
  expect(mac?.fileAssociations).toMatchObject([{ ext: openable, rank: 'Alternate' }]);
  expect(linux?.mimeTypes).toHaveLength(openable.length);
  const script = readFileSync(join(projectFolder, String(nsis?.include)), 'utf8');
  expect([...script.matchAll(/SupportedTypes" "\.(\w+)"/g)].map(([, extension]) => extension)).toEqual(
    openable,
  );
  // On Windows electron-builder's own associations take the default: the installer script adds "Open with".
  expect([fileAssociations, win?.fileAssociations]).toEqual([undefined, undefined]);
});

test('installs without admin rights, and runs where the newest systems lack an old library', async () => {
  const { nsis, toolsets, deb } = await readConfig();
  expect(nsis).toMatchObject({ perMachine: false, allowElevation: false });
  expect(toolsets?.appimage).toBe('1.0.3');
  expect(deb?.depends).toContain('libc6 (>= 2.34)');
});

test('asks for no keychain, and gives its reasons for each folder that macOS guards', async () => {
  const { electronFuses, mac } = await readConfig();
  expect(electronFuses).toMatchObject({ enableCookieEncryption: false, resetAdHocDarwinSignature: true });
  const asked = Object.entries(mac?.extendInfo ?? {}).filter(([key]) => key.endsWith('UsageDescription'));
  expect(asked.length).toBeGreaterThanOrEqual(5);
});

test('a Mac’s app is signed without a name where there is no certificate, and by it where there is one', () => {
  expect(signing('darwin', {})).toEqual(['-c.mac.identity=-', '-c.mac.hardenedRuntime=false']);
  expect(signing('darwin', { CSC_LINK: 'certificate.p12' })).toEqual([]);
  expect(signing('linux', {})).toEqual([]);
});

test('the dock finds the app’s window by the name of its desktop file', async () => {
  const { linux } = await readConfig();
  expect(linux).toMatchObject({ syncDesktopName: true, executableName: 'bonne-mesure' });
  expect(manifest.desktopName).toBe('bonne-mesure.desktop');
});
