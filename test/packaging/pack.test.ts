import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getRawHeader, listPackage } from '@electron/asar';
import { call, valueIn } from '../electron/desktop/page-calls.ts';
import { hasBrowser } from '../electron/desktop/standin/describe-standin.ts';
import { StandInApp } from '../electron/desktop/standin/launch.ts';
import { projectFolder } from '../support/built.ts';
import { describeWithShared, nantesFolder } from '../support/shared.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  macFuses,
  makeFakeElectron,
  type PackagingTarget,
  readFuses,
  readWindowsProgram,
} from './fake-electron.ts';

const run = promisify(execFile);
const folder = temporaryFolder();
const onLinux = process.platform === 'linux';
const linuxArch = process.arch === 'arm64' ? 'arm64' : 'x64';

interface Package {
  readonly target: PackagingTarget;
  readonly arch: 'x64' | 'arm64';
  readonly native: string;
  /** Folder of the packaged app, and in it the folder of resources and the file with the fuses. */
  readonly app: string;
  readonly resources: string;
  readonly program: string;
  /** What electron-builder cannot do with a stand-in. */
  readonly options?: readonly string[];
}

const packages: readonly Package[] = [
  {
    target: 'linux',
    arch: linuxArch,
    native: `linux-${linuxArch}`,
    app: linuxArch === 'x64' ? 'linux-unpacked' : 'linux-arm64-unpacked',
    resources: 'resources',
    program: 'bonne-mesure',
  },
  {
    target: 'win',
    arch: 'x64',
    native: 'win32-x64',
    app: 'win-unpacked',
    resources: 'resources',
    program: 'Bonne Mesure.exe',
  },
  {
    target: 'mac',
    arch: 'arm64',
    native: 'darwin-arm64',
    app: 'mac-arm64/Bonne Mesure.app/Contents',
    resources: 'Resources',
    program: macFuses,
    // Only a Mac signs.
    options: ['-c.mac.identity=null', '-c.electronFuses.resetAdHocDarwinSignature=false'],
  },
];

const place = ({ target, app }: Package) => join(folder, target, 'out', app);

async function pack({ target, arch, options = [] }: Package): Promise<void> {
  const electron = join(folder, target, 'electron');
  makeFakeElectron(electron, target);
  const words = [
    ...[`--${target}`, 'dir', `--${arch}`, '--publish', 'never'],
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(folder, target, 'out')}`,
    ...options,
  ];
  const builder = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  await run(process.execPath, [builder, ...words], { cwd: projectFolder }).catch(
    ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => {
      throw new Error(`${stdout}\n${stderr}`);
    },
  );
}

// The stand-in's layout, links and permissions are those of Unix.
const describeOnUnix = process.platform === 'win32' ? describe.skip : describe;

// Once for all: a package is made from a copy of the build.
beforeAll(
  () => run(process.execPath, [join(projectFolder, 'electron', 'build', 'build.js'), '--for-package']),
  120_000,
);

describeOnUnix.each(packages)('the app packed for $target', (packed) => {
  const archive = join(place(packed), packed.resources, 'app.asar');
  let contents: readonly string[] = [];

  beforeAll(async () => {
    await pack(packed);
    contents = listPackage(archive, { isPack: false });
  }, 120_000);

  test('holds the built app, its manifest and its licence', () => {
    const built = ['main.js', 'preload.cjs', 'worker.js', 'cli.js'].map((name) => `/dist/electron/${name}`);
    expect(contents).toEqual(
      expect.arrayContaining(['/package.json', '/LICENSE', '/dist/renderer/index.html', ...built]),
    );
  });

  test('holds the licences of what it bundles, and is small', () => {
    expect(contents).toEqual(
      expect.arrayContaining(['/THIRD-PARTY-LICENSES.txt', '/dist/renderer/licences.txt']),
    );
    // The guide, which the app shows, in both languages.
    expect(contents).toEqual(
      expect.arrayContaining(['fr', 'en'].map((it) => `/dist/renderer/guide/${it}/routine.md`)),
    );
    const unpacked = `${archive}.unpacked`;
    const files = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    const sizes = [archive, ...files.map((it) => join(it.parentPath, it.name))].map(
      (it) => statSync(it).size,
    );
    const megabytes = sizes.reduce((sum, size) => sum + size) / 1e6;
    console.info(`packed for ${packed.target}: ${megabytes.toFixed(1)} MB without Electron`);
    expect(megabytes).toBeLessThanOrEqual(12);
  });

  test('holds no source, no test and no package but the one that cannot be bundled', () => {
    const roots = new Set(contents.map((name) => name.split('/')[1]));
    expect([...roots].sort()).toEqual([
      'LICENSE',
      'THIRD-PARTY-LICENSES.txt',
      'dist',
      'node_modules',
      'package.json',
    ]);
    const modules = contents.filter((name) => /^\/node_modules\/[^/]+$/.test(name));
    expect(modules).toEqual(['/node_modules/better-sqlite3']);
    expect(contents.filter((name) => /\.(tsx?|[ch]pp|[ch]|gyp|map|sqlite)$/.test(name))).toEqual([]);
  });

  test('holds the native binary of its platform alone, outside the archive', () => {
    const binary = `node_modules/better-sqlite3/prebuilds/${packed.native}.node`;
    expect(contents.filter((name) => name.endsWith('.node'))).toEqual([`/${binary}`]);
    const unpacked = readdirSync(`${archive}.unpacked`, { recursive: true, encoding: 'utf8' });
    expect(unpacked.filter((name) => name.endsWith('.node'))).toEqual([binary]);
  });

  test('speaks French and English, and no other language of Chromium', () => {
    const languages =
      packed.target === 'mac' ? join(place(packed), 'Resources') : join(place(packed), 'locales');
    const names = readdirSync(languages).filter((name) => /\.(pak|lproj)$/.test(name));
    expect(names.map((name) => name.slice(0, 2)).sort()).toEqual(['en', 'fr']);
  });

  test('has its fuses set', () => {
    // In Electron's order: run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, asar integrity,
    // only from asar, own V8 snapshot, file privileges, WebAssembly's trap handlers.
    expect(readFuses(readFileSync(join(place(packed), packed.program)))).toBe('000011001');
  });
});

describeOnUnix('the Windows program', () => {
  test('has its command line beside it, in Windows’ line ends', () => {
    const windows = packages.find(({ target }) => target === 'win') as Package;
    const script = readFileSync(join(place(windows), 'bonne-mesure.cmd'), 'utf8');
    expect(script).toMatch(/^start "" \/b \/wait "%~dp0Bonne Mesure\.exe" --cli %\*\r$/m);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('bears the app’s name, and the seal of the archive that it runs', () => {
    const windows = packages.find(({ target }) => target === 'win') as Package;
    const { name, integrity } = readWindowsProgram(readFileSync(join(place(windows), windows.program)));
    expect(name).toBe('Bonne Mesure');
    const { headerString } = getRawHeader(join(place(windows), windows.resources, 'app.asar'));
    const value = createHash('sha256').update(headerString).digest('hex');
    expect(integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value }]);
  });
});

const [linux] = packages;

(onLinux ? describe : describe.skip)('the packed app', () => {
  const program = join(place(linux as Package), 'bonne-mesure');
  const env = { ...process.env, NODE_OPTIONS: '' };

  beforeAll(async () => {
    if (!existsSync(program)) {
      await pack(linux as Package);
    }
  }, 120_000);

  (hasBrowser ? test : test.skip)('opens its window from the archive', async () => {
    const app = new StandInApp({
      program,
      dataFolder: join(folder, 'window'),
      env: { STANDIN_PACKAGED: '1' },
    });
    const page = await app.firstWindow();
    await page.waitForSelector('h1');
    expect(await valueIn(call(page, 'app.state', {}))).toMatchObject({ empty: true });
    await app.close();
    expect(await app.exited()).toBe(0);
  });

  test('runs its command line from the archive, worker included', async () => {
    const data = join(folder, 'data');
    const cli = (...words: string[]) => run(program, ['--cli', ...words, '--data', data, '--json'], { env });
    const sample = JSON.parse((await cli('sample')).stdout) as { readonly files: readonly object[] };
    expect(sample.files.length).toBeGreaterThan(0);
    const check = JSON.parse((await cli('check')).stdout) as { readonly ok: boolean };
    expect(check.ok).toBe(true);
  });

  test('passes on the command line’s exit code and messages', async () => {
    const failed = run(program, ['--cli', 'nonsense', '--lang', 'en'], { env });
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('nonsense') });
  });
});

(onLinux ? test : test.skip)('the mac bundle opens data files without claiming them', () => {
  const [, , mac] = packages;
  const plist = readFileSync(join(place(mac as Package), 'Info.plist'), 'utf8');
  expect(plist).toMatch(/<key>LSHandlerRank<\/key>\s*<string>Alternate<\/string>/);
  expect(plist).toContain('<string>csv</string>');
});

/** A year of the real files: what was served in Nantes from September 2015 to the end of 2016. */
const nantesFiles = (to: string): readonly string[] => {
  const read = (name: string) => readFileSync(join(nantesFolder, name), 'utf8');
  const [header = '', ...rows] = read('frequentation.csv').trim().split('\n');
  const year = rows.filter((row) => {
    const date = row.split(',')[1] ?? '';
    return date >= '2015-09-01' && date <= '2016-12-31';
  });
  writeFileSync(join(to, 'frequentation.csv'), [header, ...year].join('\n'));
  const others = [
    'cantines.csv',
    'mapping_frequentation_cantines.csv',
    'vacances.csv',
    'menus_2016-2017.csv',
  ];
  return [join(to, 'frequentation.csv'), ...others.map((name) => join(nantesFolder, name))];
};

(onLinux ? describeWithShared : describe.skip)('the packed command line on the files of Nantes', () => {
  test('imports a year and plans a week', async () => {
    const data = join(folder, 'nantes');
    mkdirSync(data);
    const env = { ...process.env, NODE_OPTIONS: '', BONNE_MESURE_TODAY: '2017-01-03' };
    const cli = async (...words: string[]) => {
      const program = join(place(linux as Package), 'bonne-mesure');
      const asked = ['--cli', ...words, '--data', data, '--json'];
      return JSON.parse((await run(program, asked, { env, maxBuffer: 64e6 })).stdout);
    };
    const { files } = await cli('import', ...nantesFiles(data));
    expect(files.map(({ kind }: { readonly kind: string }) => kind)).not.toContain(null);
    const { rows } = await cli('plan', '--from', '2017-01-09', '--to', '2017-01-13');
    // 87 canteens, four days of school: on Wednesdays few eat there.
    expect(rows.length).toBeGreaterThan(300);
    for (const { order, low, high } of rows) {
      expect(low).toBeLessThanOrEqual(high);
      expect(order).toBeGreaterThan(0);
    }
  }, 300_000);
});
