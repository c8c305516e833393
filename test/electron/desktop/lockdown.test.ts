import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Method } from '../../../electron/api/contract.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();

describeStandIn('the page', () => {
  let app: StandInApp;
  let page: Page;

  beforeAll(async () => {
    app = new StandInApp({ dataFolder: join(folder, 'data') });
    page = await app.firstWindow();
    await page.waitForSelector('h1');
  });
  afterAll(() => app.close());

  test('is isolated, sandboxed and without Node', async () => {
    const { preferences, sandboxed, schemes, switches } = await app.evaluate(
      ({ app: electronApp, BrowserWindow, standIn }) => {
        const [window] = BrowserWindow.getAllWindows() as unknown as {
          options: { webPreferences: object };
        }[];
        const { sandboxed, switches } = electronApp as unknown as { sandboxed: boolean; switches: string[] };
        return {
          preferences: window?.options.webPreferences,
          sandboxed,
          switches,
          schemes: standIn.privileged,
        };
      },
    );
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    });
    expect(basename((preferences as { readonly preload: string }).preload)).toBe('preload.cjs');
    expect(sandboxed).toBe(true);
    expect(switches).toContain('disable-background-networking');
    const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
    expect(schemes).toEqual([{ scheme: 'app', privileges }]);
  });

  test('has the bridge and nothing else of Electron or Node', async () => {
    const seen = await page.evaluate(() => {
      const bridge = window.bonneMesure as unknown as Record<string, unknown>;
      const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
      return {
        bridge: Object.keys(bridge).sort().join(' '),
        approved: Object.isFrozen(bridge),
        leaked: names.filter((name) => name in window),
      };
    });
    expect(seen).toEqual({
      bridge:
        'addFiles call cancel commands host openDataFolder openedFiles pickBackup pickFiles printSheet saveCopy saveSheet subscribe',
      approved: true,
      leaked: [],
    });
  });

  test('runs no script but its own', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "inline"';
      const button = document.createElement('button');
      button.setAttribute('onclick', 'document.body.dataset.ran = "handler"');
      document.body.append(script, button);
      button.click();
      // Later, because the debugger may evaluate what the page may not.
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return "ran"')()));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      });
      script.remove();
      button.remove();
      return [document.body.dataset.ran ?? 'none', evaluated];
    });
    expect(ran).toEqual(['none', 'EvalError']);
  });

  test('loads nothing from a network', async () => {
    const outcomes = await page.evaluate(async () => {
      const image = new Image();
      const loaded = new Promise((resolve) => {
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
      });
      image.src = 'https://example.com/a.png';
      const fetched = fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      );
      return Promise.all([loaded, fetched]);
    });
    expect(outcomes).toEqual(['refused', 'refused']);
    // Without the content policy the session would still refuse.
    const allowed = await app.evaluate(({ session }) => {
      const target = session.defaultSession as unknown as { allows(url: string): boolean };
      const addresses = [
        'https://example.com/',
        'http://127.0.0.1/',
        'file:///etc/hosts',
        'app://bonne-mesure/',
      ];
      return addresses.map((address) => target.allows(address));
    });
    expect(allowed).toEqual([false, false, false, true]);
    expect(app.errors()).toContain('refused: request {"url":"https://example.com/"}');
  });

  test('does not leave its address, and opens no other', async () => {
    const before = page.url();
    const pages = page.context().pages().length;
    await page.evaluate(() => {
      window.location.href = 'https://example.com/away';
    });
    await until(() => app.errors().includes('refused: navigation {"url":"https://example.com/away"}'));
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/link';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    });
    await until(() => app.errors().includes('refused: new window {"url":"https://example.com/link"}'));
    await until(() => page.context().pages().length === pages);
    expect(page.url()).toBe(before);
    const log = readFileSync(join(folder, 'data', 'desktop', 'desktop.log'), 'utf8');
    expect(log).toContain('refused: navigation {"url":"https://example.com/away"}');
  });

  test('may load itself again', async () => {
    await page.evaluate(() => window.location.reload());
    await page.waitForSelector('h1');
    expect((await call(page, 'app.state', {})).ok).toBe(true);
  });

  test('gets no permission but to write text to the clipboard', async () => {
    const denied = await app.evaluate(({ session }) => {
      const kept = session.defaultSession as unknown as {
        permissionCheck(contents?: null, name?: string): boolean;
        devicePermission(): boolean;
        permissionRequest(contents: object, name: string, done: (granted: boolean) => void): void;
        readonly spellChecker: boolean;
      };
      let granted = true;
      kept.permissionRequest({ getURL: () => 'app://bonne-mesure/' }, 'geolocation', (answer) => {
        granted = answer;
      });
      const reads = kept.permissionCheck(null, 'clipboard-read');
      const writes = kept.permissionCheck(null, 'clipboard-sanitized-write');
      return [kept.permissionCheck(), kept.devicePermission(), granted, kept.spellChecker, reads, writes];
    });
    expect(denied).toEqual([false, false, false, false, false, true]);
    expect(app.errors()).toContain('refused: permission {"permission":"geolocation"');
  });

  test('is refused what is no request', async () => {
    const errors = await page.evaluate(async () => {
      const bridge = window.bonneMesure as unknown as Record<string, (...values: unknown[]) => unknown>;
      const attempt = (name: string, ...values: unknown[]) =>
        Promise.resolve()
          .then(() => bridge[name]?.(...values))
          .then(
            () => 'answered',
            (error: Error) => error.message,
          );
      return [
        await attempt('call', 'app.state', {}, { language: 'de' }),
        await attempt('call', 'app.state', {}, { language: 'fr', job: 1 }),
        await attempt('cancel', { job: 'x' }),
        await attempt('printSheet', 12),
        await attempt('saveSheet', { fileName: 'x' }),
        await attempt('call', 'app.state', { run() {} }, { language: 'fr' }),
      ];
    });
    for (const error of errors.slice(0, 5)) {
      expect(error).toMatch(/^Error invoking remote method 'bonne-mesure:[a-z-]+': Error: refused$/);
    }
    expect(errors[5]).toContain('could not be cloned');
    expect(app.errors()).toContain('refused: malformed message');
  });

  test('is told of an unknown method in words', async () => {
    const answer = await call(page, 'app.burn' as Method, {} as never);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });

  // The last: it leaves the app's page.
  test('is refused everything when it is not the app’s own', async () => {
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,<title>elsewhere</title>'),
    );
    await page.waitForURL(/^data:/);
    const answer = await call(page, 'app.state', {}).then(
      () => 'answered',
      (error: Error) => error.message,
    );
    expect(answer).toContain("Error invoking remote method 'bonne-mesure:call': Error: refused");
    expect(app.errors()).toContain('refused: message {"channel":"bonne-mesure:call","from":"data:text/html');
  });
});
