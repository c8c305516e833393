import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchElectron } from '../../../electron/desktop/start/fetch-electron.ts';
import { electronFolder, electronProgram } from '../../../electron/desktop/start/find-electron.ts';
import { isNodeRecent } from '../../../electron/desktop/start/node-version.ts';

const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test.each([
  ['v22.14.0', true],
  ['v22.13.1', false],
  ['v20.20.2', false],
  ['v24.0.0', true],
  ['23.1.0', true],
])('Node %s is recent enough: %s', (version, expected) => {
  expect(isNodeRecent(version)).toBe(expected);
});

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
    const begun = Date.now();
    expect(await fetchElectron(packageWith('hang', 'setInterval(() => {}, 1000)'), short)).toBe(false);
    expect(Date.now() - begun).toBeLessThan(5000);
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

describe('npm start', () => {
  const program = join(projectFolder, 'dist', 'electron', 'start.js');

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'without a display it serves the app at the address it prints, until %s',
    async (signal) => {
      const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
      const data = mkdtempSync(join(folder, 'data-'));
      const started = spawn(process.execPath, [program], {
        env: {
          ...env,
          BONNE_MESURE_DATA: data,
          NODE_OPTIONS: '',
          LANG: 'fr_FR.UTF-8',
          LC_ALL: 'fr_FR.UTF-8',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      const ended = new Promise<number | null>((resolve) => started.once('exit', (code) => resolve(code)));
      const address = await waitFor(() => /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]);
      const page = await fetch(address, { redirect: 'manual' });
      expect(page.status).toBeLessThan(400);
      await page.arrayBuffer();
      started.kill(signal);
      expect(await ended).toBe(0);
      expect(said).toMatch(/display|écran/);
      await expect(fetch(address)).rejects.toThrow();
    },
  );
});

async function waitFor<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = look();
    if (found !== undefined) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}
