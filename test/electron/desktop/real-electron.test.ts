import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronFolder, electronProgram } from '../../../electron/desktop/start/find-electron.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until, valueIn } from './page-calls.ts';
import { type WalkedApp, walk } from './walk.ts';

const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Why the real Electron cannot run here; `null` when it can. */
function obstacle(): string | null {
  const folder = electronFolder(projectFolder);
  if (folder === null || electronProgram(folder) === null) {
    return 'Electron’s program has not been fetched';
  }
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux';
  return display ? null : 'there is no display';
}

function startOf(dataFolder: string, words: readonly string[] = []) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return {
    executablePath: electronProgram(electronFolder(projectFolder) ?? '') ?? '',
    args: [...(asRoot ? ['--no-sandbox'] : []), projectFolder, ...words],
    env: { ...(process.env as Record<string, string>), NODE_OPTIONS: '', BONNE_MESURE_DATA: dataFolder },
  };
}

/** A second start has no window and ends by itself, so that it cannot be driven: it is a process like any other. */
async function startApp(dataFolder: string, words: readonly string[] = []): Promise<WalkedApp> {
  const { executablePath, args, env } = startOf(dataFolder, words);
  if (running.has(dataFolder)) {
    const second = spawn(executablePath, args, { env, stdio: 'ignore' });
    const exited = new Promise<number | null>((resolve) => second.once('exit', resolve));
    const noWindow = () => Promise.reject(new Error('a second start opens no window'));
    return { firstWindow: noWindow, close: async () => void (await exited), exited: () => exited };
  }
  const app = await _electron.launch({ executablePath, args, env });
  running.add(dataFolder);
  const exited = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  void exited.then(() => running.delete(dataFolder));
  return {
    firstWindow: () => app.firstWindow(),
    close: async () => {
      await app.close().catch(() => undefined);
      await exited;
    },
    exited: () => exited,
  };
}

/** Data folders that an app has open. */
const running = new Set<string>();

/** Only Chromium itself can drop a file that has a path. */
async function drop(page: Page, path: string): Promise<void> {
  const link = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await link.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
}

const missing = obstacle();
const describeWithElectron = missing === null ? describe : describe.skip;

describeWithElectron(
  `a walk through the app in the real Electron${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    walk({ start: startApp, drop });
  },
);

describeWithElectron(`the real Electron${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const folder = temporaryFolder();
  let app: ElectronApplication;
  let page: Page;
  let errors = '';

  beforeAll(async () => {
    app = await _electron.launch(startOf(folder));
    app.process().stderr?.on('data', (text: Buffer) => {
      errors += text.toString();
    });
    page = await app.firstWindow();
    await page.waitForSelector('h1');
  });
  afterAll(() => app.close());

  test('shows the app’s page on its own scheme, with the bridge alone', async () => {
    expect(page.url()).toMatch(/^app:\/\/bonne-mesure\/index\.html/);
    const seen = await page.evaluate(() => [
      typeof window.bonneMesure,
      'require' in window,
      'process' in window,
    ]);
    expect(seen).toEqual(['object', false, false]);
    expect(await valueIn(call(page, 'app.state', {}))).toMatchObject({ empty: true, dataFolder: folder });
  });

  test('loads the sample in the worker and makes a PDF', async () => {
    expect((await valueIn(call(page, 'sample.load', {}, 'sample'))).batch).not.toBeNull();
    const { suggestedWeek } = await valueIn(call(page, 'app.state', {}));
    const sheet = await valueIn(call(page, 'sheet.make', { date: suggestedWeek, format: 'pdf' }));
    expect(Buffer.from(sheet.body, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('stays on its page, opens no other, runs no script but its own', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "inline"';
      document.body.append(script);
      window.open('https://example.com/window');
      window.location.href = 'https://example.com/away';
      return document.body.dataset.ran ?? 'none';
    });
    expect(ran).toBe('none');
    await until(() => errors.includes('refused: new window') && errors.includes('refused: navigation'));
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toMatch(/^app:/);
  });

  // The last: it leaves the app's page.
  test('refuses messages of a page that is not its own', async () => {
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,<title>elsewhere</title>'),
    );
    await page.waitForURL(/^data:/);
    await expect(call(page, 'app.state', {})).rejects.toThrow('refused');
  });
});
