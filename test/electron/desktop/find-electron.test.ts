import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchElectron } from '../../../electron/desktop/start/fetch-electron.ts';
import { electronFolder, electronProgram } from '../../../electron/desktop/start/find-electron.ts';

const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('Electron’s program', () => {
  test('its package is found, and nothing is downloaded to know', () => {
    expect(electronFolder(projectFolder)).toBe(join(projectFolder, 'node_modules', 'electron'));
    expect(electronFolder(folder)).toBeNull();
  });

  test('is there only when its file is', () => {
    const electron = join(folder, 'electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    expect(electronProgram(electron, {})).toBeNull();
    writeFileSync(join(electron, 'path.txt'), 'electron');
    expect(electronProgram(electron, {})).toBeNull();
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(electronProgram(electron, {})).toBe(join(electron, 'dist', 'electron'));
    expect(electronProgram(electron, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none') })).toBeNull();
  });
});

describe('fetchElectron', () => {
  const packageWith = (name: string, installer: string): string => {
    const electron = join(folder, name);
    mkdirSync(electron, { recursive: true });
    writeFileSync(join(electron, 'install.js'), installer);
    return electron;
  };
  const short = { stallMilliseconds: 400, pollMilliseconds: 50 };

  test('tells that the installer did its work', async () => {
    expect(await fetchElectron(packageWith('good', ''), short)).toBe(true);
  });

  test('tells that it failed', async () => {
    expect(await fetchElectron(packageWith('bad', 'process.exit(1)'), short)).toBe(false);
  });

  test('gives up an installer that hangs', async () => {
    // By itself it would never end.
    expect(await fetchElectron(packageWith('hang', 'setInterval(() => {}, 1000)'), short)).toBe(false);
  });

  test('lets a slow download end, says once that it flows, and leaves nothing behind', async () => {
    const installer = `
      const { appendFileSync } = require('node:fs');
      const file = require('node:path').join(require('node:os').tmpdir(), 'download.zip');
      let left = 8;
      const timer = setInterval(() => {
        appendFileSync(file, 'x'.repeat(1000));
        if (--left === 0) clearInterval(timer);
      }, 150);`;
    const onFlow = jest.fn();
    expect(await fetchElectron(packageWith('slow', installer), { ...short, onFlow })).toBe(true);
    expect(onFlow).toHaveBeenCalledTimes(1);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('bonne-mesure-electron-'))).toEqual([]);
  });

  test('gives up the real installer where the network hangs', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const env = {
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: join(folder, 'cache'),
      // Never the platform at hand: an Electron that is there already must not end the test early.
      ELECTRON_INSTALL_PLATFORM: process.platform === 'win32' ? 'linux' : 'win32',
    };
    Object.assign(process.env, env);
    try {
      const real = join(projectFolder, 'node_modules', 'electron');
      expect(await fetchElectron(real, { stallMilliseconds: 1500, pollMilliseconds: 100 })).toBe(false);
    } finally {
      for (const name of Object.keys(env)) {
        delete process.env[name];
      }
      silent.closeAllConnections();
      silent.close();
    }
  });
});
