import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { until } from '../electron/desktop/page-calls.ts';
import { builtProgram } from '../support/built.ts';
import { describeWhere } from '../support/describe-where.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { chromiumOptions, wholeChromiumPath } from './support/chromium.ts';
import { enter } from './support/door.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { importInto } from './support/setting.ts';

jest.setTimeout(180_000);

/** A name that only the data hold. */
const SECRET = 'École des Secrets';

/** What a page of another port tries; answers all that it could read. */
async function attack(origin: string): Promise<readonly string[]> {
  const read: string[] = [];
  const body = JSON.stringify({ method: 'sites.list', input: {}, options: { language: 'fr' } });
  const tries: RequestInit[] = [
    {},
    { credentials: 'include' },
    { credentials: 'include', mode: 'no-cors' },
    { credentials: 'include', method: 'POST', body },
    { credentials: 'include', method: 'POST', body, headers: { 'x-bonne-mesure-key': 'guess' } },
  ];
  for (const path of ['/', '/api/events', '/api/call', '/api/copy', '/enter', '/icon.svg']) {
    for (const request of tries) {
      const answer = await fetch(origin + path, request).catch(() => null);
      read.push((await answer?.text().catch(() => '')) ?? '');
    }
  }
  const frame = document.body.appendChild(document.createElement('iframe'));
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    frame.src = origin;
  });
  try {
    read.push(frame.contentDocument?.documentElement.outerHTML ?? '');
  } catch {
    // Of another origin.
  }
  const channel = new BroadcastChannel('bonne-mesure.key');
  channel.onmessage = ({ data }) => read.push(JSON.stringify(data));
  channel.postMessage({ ask: true });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return read.filter((text) => text !== '');
}

const noBrowser = 'no browser that keeps a history was found; set CHROMIUM to its path';

describeWhere(wholeChromiumPath !== undefined, 'who is not let in', noBrowser, () => {
  let app: ServedApp;
  let origin: string;
  let profile: string;
  /** The browser of the person who works with the app. */
  let context: BrowserContext;
  let page: Page;
  let hostile: Server;
  let hostileOrigin: string;
  /** What the hostile program was sent. */
  const received: IncomingMessage[] = [];
  const stolenCookie = () => received.find(({ headers }) => headers.cookie)?.headers.cookie ?? '';

  beforeAll(async () => {
    app = await serveApp();
    await importInto(app, { 'a.csv': canteenAttendanceCsv([SECRET]) });
    origin = new URL(app.url).origin;
    hostile = createServer((request, response) => {
      received.push(request);
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>hostile</title><body>');
    });
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    hostileOrigin = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
    profile = mkdtempSync(join(tmpdir(), 'bonne-mesure-profile-'));
    context = await chromium.launchPersistentContext(profile, {
      ...chromiumOptions,
      executablePath: wholeChromiumPath ?? '',
      locale: 'fr-FR',
    });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    await enter(page, app.url);
    await page.getByText(SECRET).first().waitFor();
  });

  afterAll(async () => {
    await context?.close().catch(() => undefined);
    hostile.close();
    await app.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('the page opens again in its tab, and in another one while it is open', async () => {
    expect(page.url()).not.toMatch(/key|pass/);
    await page.reload();
    await page.getByText(SECRET).first().waitFor();
    const second = await context.newPage();
    await second.goto(origin);
    await second.getByText(SECRET).first().waitFor();
    await second.close();
  });

  test('a page of another port reads nothing', async () => {
    const foreign = await context.newPage();
    await foreign.goto(hostileOrigin);
    const read = await foreign.evaluate(attack, origin);
    expect(read).toEqual([]);
    // The browser gave it the cookie: that is why the cookie is not enough.
    expect(stolenCookie()).toContain('bonne-mesure-');
    await foreign.close();
  });

  test('a program with the cookie, and all other headers right, reads nothing of the data', async () => {
    const headers = {
      cookie: stolenCookie(),
      origin,
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    };
    const call = {
      method: 'data.export',
      input: { kind: 'attendance', format: 'csv' },
      options: { language: 'fr' },
    };
    const body = JSON.stringify(call);
    const asked = ['/api/call', '/api/copy', '/api/cancel', '/api/files', '/enter'].map((path) =>
      fetch(origin + path, { method: 'POST', headers, body }),
    );
    const answers = await Promise.all([...asked, fetch(`${origin}/api/events`, { headers })]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    for (const answer of answers) expect(await answer.text()).not.toContain(SECRET);
  });

  test('a browser with the cookie and the history is told how to be let in, and shown nothing', async () => {
    await context.close();
    const history = new BetterSqlite3(join(profile, 'Default', 'History'), { readonly: true });
    const addresses = history
      .prepare('SELECT url FROM urls WHERE url LIKE ?')
      .pluck()
      .all(`${origin}%`) as string[];
    history.close();
    expect(addresses).toContain(`${origin}/`);
    const thief = await chromium.launch(chromiumOptions);
    const stolen = await thief.newContext({ locale: 'fr-FR' });
    const [name = '', value = ''] = stolenCookie().split('=');
    await stolen.addCookies([{ name, value, url: origin }]);
    for (const address of addresses) {
      const opened = await stolen.newPage();
      await opened.goto(address);
      await opened
        .getByText('Cette page n’est plus reconnue par Bonne Mesure')
        .first()
        .waitFor({ timeout: 60_000 });
      expect(await opened.content()).not.toContain(SECRET);
      await opened.close();
    }
    await thief.close();
  });
});

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

describeWhere(isRoot, 'another user of the computer', 'only root runs a program as another user', () => {
  const nobody = { uid: 65_534, gid: 65_534, encoding: 'utf8' } as const;
  const asNobody = (program: string, ...words: string[]) => {
    const { stdout, status } = spawnSync(program, words, nobody);
    return { stdout, status };
  };

  test('sees neither the key nor a byte of the data', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-other-user-'));
    chmodSync(folder, 0o755);
    const data = join(folder, 'data');
    const opened = join(folder, 'opened');
    mkdirSync(join(folder, 'bin'));
    // A browser that stays, so that its command line can be read.
    const opener = join(folder, 'bin', 'xdg-open');
    writeFileSync(
      opener,
      `#!/bin/sh\necho "$1" > '${opened}.new'; mv '${opened}.new' '${opened}'; exec tail -f "$1"\n`,
    );
    chmodSync(opener, 0o755);
    spawnSync(process.execPath, [builtProgram('cli'), 'imports', '--data', data]);
    const server = spawn(process.execPath, [builtProgram('cli'), 'serve', '--open', '--data', data], {
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    let browser = 0;
    try {
      await until(() => existsSync(opened));
      const file = readFileSync(opened, 'utf8').trim();
      const [, key = ''] = /key=([\w-]{43})/.exec(readFileSync(file, 'utf8')) ?? [];
      expect(key).toHaveLength(43);
      // What `ps` shows, one process a line.
      const commandLines =
        'for f in /proc/[0-9]*/cmdline; do echo "$f $(tr "\\0" " " <$f 2>/dev/null)"; done';
      let list = '';
      await until(() => {
        list = asNobody('sh', '-c', commandLines).stdout;
        return list.includes(`tail -f ${file}`);
      });
      const line = list.split('\n').find((one) => one.includes(`tail -f ${file}`));
      browser = Number(line?.split('/')[2]);
      expect(list).not.toContain(key);
      const database = join(data, 'canteen.sqlite');
      expect([data, database].map((path) => lstatSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
      for (const path of [file, database])
        expect(asNobody('cat', path)).toMatchObject({ stdout: '', status: 1 });
      for (const path of [dirname(file), data])
        expect(asNobody('ls', path)).toMatchObject({ stdout: '', status: 2 });
    } finally {
      server.kill('SIGTERM');
      await ended;
      if (browser > 0) process.kill(browser);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
