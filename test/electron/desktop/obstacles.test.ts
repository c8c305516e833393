import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { databaseFile } from '../../../electron/service/context/data-folder.ts';
import { builtProgram, projectFolder } from '../../support/built.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until, valueIn } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();
/** Any sound data of this program. */
const older = join(projectFolder, 'test', 'fixtures', 'data-folders', 'before-the-rooms.sqlite.gz');

/** The program as it lies on a user's disk: its files, and beside them the one package that is not bundled. */
function installed(name: string): { readonly main: string; readonly root: string } {
  const root = join(folder, name);
  const built = dirname(dirname(builtProgram('main')));
  for (const part of ['electron', 'renderer']) {
    cpSync(join(built, part), join(root, 'dist', part), { recursive: true });
  }
  cpSync(
    join(projectFolder, 'node_modules', 'better-sqlite3'),
    join(root, 'node_modules', 'better-sqlite3'),
    {
      recursive: true,
      filter: (path) => !/better-sqlite3\/(src|deps)(\/|$)/.test(path.replaceAll('\\', '/')),
    },
  );
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  return { main: join(root, 'dist', 'electron', 'main.js'), root };
}

// Each test starts a whole app.
jest.setTimeout(180_000);

const french = { STANDIN_LANGUAGES: 'fr-FR' };

/** Starts a program that cannot start; what its one window says. */
async function toldBy(main: string, dataFolder: string): Promise<string> {
  const app = new StandInApp({ main, dataFolder, env: french });
  expect(await app.exited()).toBe(1);
  await until(() => app.errors().includes('error box: '));
  const said = app.errors();
  expect(said.match(/^error box: /gm)).toHaveLength(1);
  expect(said).not.toMatch(/^\s+at /m);
  return said.slice(said.indexOf('error box: '));
}

describeStandIn('what stands in the way is said in one window, with what to do', () => {
  test('a program folder of which a part is missing', async () => {
    const { main, root } = installed('half');
    rmSync(join(root, 'dist', 'electron', 'worker.js'));
    const told = await toldBy(main, join(folder, 'half-data'));
    expect(told).toMatch(/copie s’est sans doute arrêtée en chemin\. Installez-le ou copiez-le de nouveau/);
    expect(told).toContain('worker.js');
  });

  test('a native module that is missing', async () => {
    const { main, root } = installed('no-native');
    const prebuilds = join(root, 'node_modules', 'better-sqlite3', 'prebuilds');
    for (const name of readdirSync(prebuilds)) rmSync(join(prebuilds, name));
    rmSync(join(root, 'node_modules', 'better-sqlite3', 'build'), { recursive: true, force: true });
    const told = await toldBy(main, join(folder, 'no-native-data'));
    expect(told).toMatch(/moteur de la base de données ne se charge pas/);
    expect(told).toMatch(/Installez le programme prévu pour ce système/);
  });

  test('a data folder that cannot be made', async () => {
    writeFileSync(join(folder, 'a-file'), 'x');
    const told = await toldBy(installed('no-data').main, join(folder, 'a-file', 'data'));
    expect(told).toMatch(/dossier des données ne peut pas être utilisé/);
  });

  test('data of a newer version: the page says so, and nothing is touched', async () => {
    const dataFolder = join(folder, 'newer');
    mkdirSync(dataFolder);
    writeFileSync(databaseFile(dataFolder), gunzipSync(readFileSync(older)));
    const db = new Database(databaseFile(dataFolder));
    db.pragma('user_version = 99990');
    db.close();
    const before = readFileSync(databaseFile(dataFolder));
    const app = new StandInApp({ dataFolder, env: french });
    const page = await app.firstWindow();
    await page.getByText('plus récente').first().waitFor();
    expect(await page.getByRole('alert').count()).toBeLessThanOrEqual(1);
    await app.close();
    expect(readFileSync(databaseFile(dataFolder)).equals(before)).toBe(true);
  });

  test('a graphics card that fails twice is done without, and the log says so', async () => {
    const dataFolder = join(folder, 'graphics');
    const start = async () => {
      const app = new StandInApp({ dataFolder, env: french });
      await app.firstWindow();
      const accelerated = await app.evaluate(({ app: electronApp }) => {
        electronApp.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
        return (electronApp as unknown as { readonly accelerated: boolean }).accelerated;
      });
      await app.close();
      return accelerated;
    };
    expect([await start(), await start(), await start()]).toEqual([true, true, false]);
    expect(readFileSync(join(dataFolder, 'desktop', 'desktop.log'), 'utf8')).toMatch(/GPU.*crashed, 5/);
  });

  test('where the starter took Chromium’s sandbox away, it is not asked for again; windows keep theirs', async () => {
    const app = new StandInApp({ dataFolder: join(folder, 'bare'), words: ['--no-sandbox'], env: french });
    await app.firstWindow();
    const seen = await app.evaluate(({ app: electronApp, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows() as unknown as {
        readonly options: { readonly webPreferences: { readonly sandbox: boolean } };
      }[];
      const { sandboxed } = electronApp as unknown as { readonly sandboxed: boolean };
      return [sandboxed, window?.options.webPreferences.sandbox];
    });
    expect(seen).toEqual([false, true]);
    await app.close();
  });

  (process.platform === 'win32' ? test.skip : test)(
    'a program folder that nobody may write in is no obstacle',
    async () => {
      const { main, root } = installed('read-only');
      const all = readdirSync(root, { recursive: true, withFileTypes: true });
      const paths = [root, ...all.map((entry) => join(entry.parentPath, entry.name))];
      const before = paths.toSorted();
      for (const path of paths) chmodSync(path, 0o555);
      try {
        const app = new StandInApp({ main, dataFolder: join(folder, 'read-only-data'), env: french });
        const page = await app.firstWindow();
        await page.waitForSelector('h1');
        expect(await valueIn(call(page, 'app.state', {}))).toMatchObject({ empty: true });
        await app.close();
        expect(await app.exited()).toBe(0);
        const after = readdirSync(root, { recursive: true, withFileTypes: true });
        expect([root, ...after.map((entry) => join(entry.parentPath, entry.name))].toSorted()).toEqual(
          before,
        );
      } finally {
        for (const path of paths) chmodSync(path, 0o755);
      }
    },
  );
});
