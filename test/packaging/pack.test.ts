import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { makeFakeElectron, readFuses } from './fake-electron.ts';

const run = promisify(execFile);
const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// The program of the stand-in Electron folder is a shell script, so this runs where there is a shell.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('the packaged app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-pack-'));
  const unpacked = join(
    folder,
    'out',
    process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  );
  const resources = join(unpacked, 'resources');
  const archive = join(resources, 'app.asar');
  const program = join(unpacked, 'bonne-mesure');
  let contents: readonly string[] = [];

  beforeAll(async () => {
    const electron = join(folder, 'electron');
    makeFakeElectron(electron);
    await run(
      process.execPath,
      [
        join(projectFolder, 'node_modules', 'electron-builder', 'cli.js'),
        ...['--linux', 'dir', `--${process.arch}`, '--publish', 'never'],
        `-c.electronDist=${electron}`,
        `-c.directories.output=${join(folder, 'out')}`,
      ],
      { cwd: projectFolder },
    ).catch(({ stdout }: { readonly stdout: string }) => {
      throw new Error(stdout);
    });
    contents = listPackage(archive, { isPack: false });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the built app, its manifest and its licence', () => {
    expect(contents).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/LICENSE',
        '/dist/electron/main.js',
        '/dist/electron/preload.cjs',
        '/dist/electron/worker.js',
        '/dist/electron/cli.js',
        '/dist/renderer/index.html',
      ]),
    );
  });

  test('holds no source, no test and no package but the one that cannot be bundled', () => {
    const roots = new Set(contents.map((name) => name.split('/')[1]));
    expect([...roots].sort()).toEqual(['LICENSE', 'dist', 'node_modules', 'package.json']);
    const packages = new Set(
      contents.filter((name) => name.startsWith('/node_modules/')).map((name) => name.split('/')[2]),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
    expect(contents.filter((name) => /\.(tsx?|[ch]pp|[ch]|gyp|map|sqlite)$/.test(name))).toEqual([]);
  });

  test('holds the native binary of this platform alone, outside the archive', () => {
    const binary = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(contents.filter((name) => name.endsWith('.node'))).toEqual([`/${binary}`]);
    expect(existsSync(join(`${archive}.unpacked`, binary))).toBe(true);
    const natives = readdirSync(`${archive}.unpacked`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.node'),
    );
    expect(natives).toEqual([binary]);
  });

  test('speaks French and English, and no other language of Chromium', () => {
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'fr.pak']);
  });

  test('has its fuses set', () => {
    // In Electron's order: run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, asar integrity,
    // only from asar, own V8 snapshot, file privileges.
    expect(readFuses(readFileSync(program))).toBe('01001100');
  });

  test('runs its command line, worker included, from the archive', async () => {
    const data = join(folder, 'data');
    const env = { ...process.env, NODE_OPTIONS: '' };
    const cli = (...words: string[]) => run(program, ['--cli', ...words, '--data', data, '--json'], { env });
    const sample = JSON.parse((await cli('sample')).stdout) as { readonly files: readonly object[] };
    expect(sample.files.length).toBeGreaterThan(0);
    const check = JSON.parse((await cli('check')).stdout) as { readonly ok: boolean };
    expect(check.ok).toBe(true);
  });

  test('passes on the command line’s exit code and messages', async () => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const failed = run(program, ['--cli', 'nonsense', '--lang', 'en'], { env });
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('nonsense') });
  });
});
