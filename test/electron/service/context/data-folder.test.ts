import { isAbsolute, resolve } from 'node:path';
import {
  cacheFolder,
  databaseFile,
  defaultDataFolder,
} from '../../../../electron/service/context/data-folder.ts';

const home = '/home/ada';

test('each system keeps the data where its apps keep theirs', () => {
  const env = { APPDATA: '/home/ada/AppData/Roaming' };
  expect(defaultDataFolder({ platform: 'win32', env, home })).toBe('/home/ada/AppData/Roaming/Bonne Mesure');
  expect(defaultDataFolder({ platform: 'win32', env: {}, home })).toBe(
    '/home/ada/AppData/Roaming/Bonne Mesure',
  );
  expect(defaultDataFolder({ platform: 'darwin', env, home })).toBe(
    '/home/ada/Library/Application Support/Bonne Mesure',
  );
  expect(defaultDataFolder({ platform: 'linux', env, home })).toBe('/home/ada/.local/share/bonne-mesure');
  const moved = { XDG_DATA_HOME: '/data' };
  expect(defaultDataFolder({ platform: 'linux', env: moved, home })).toBe('/data/bonne-mesure');
});

test('a folder that was chosen comes first', () => {
  const env = { BONNE_MESURE_DATA: 'here' };
  expect(defaultDataFolder({ platform: 'darwin', env, home })).toBe(resolve('here'));
});

test('by default, the folder of this computer', () => {
  expect(isAbsolute(defaultDataFolder())).toBe(true);
  expect(databaseFile('/data')).toMatch(/canteen\.sqlite$/);
});

test('what may be lost lies with the user, apart from the data', () => {
  const env = { LOCALAPPDATA: '/home/ada/AppData/Local', BONNE_MESURE_DATA: '/share' };
  expect(cacheFolder({ platform: 'win32', env, home })).toBe('/home/ada/AppData/Local/Bonne Mesure/Cache');
  expect(cacheFolder({ platform: 'darwin', env, home })).toBe('/home/ada/Library/Caches/Bonne Mesure');
  expect(cacheFolder({ platform: 'linux', env, home })).toBe('/home/ada/.cache/bonne-mesure');
  expect(cacheFolder({ platform: 'linux', env: { XDG_CACHE_HOME: '/cache' }, home })).toBe(
    '/cache/bonne-mesure',
  );
});
