import { readdirSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserHost, startBrowserHost } from '../../../electron/browser/server.ts';
import { createService, type Service } from '../../../electron/service/host/service.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const folder = temporaryFolder();
const page = join(folder, 'page');
let service: Service;
let host: BrowserHost;
let cookie: string;
let key: string;

/** Comes in by a new address: what a browser would keep. */
async function enter(into: BrowserHost): Promise<{ readonly cookie: string; readonly key: string }> {
  const admitted = await fetch(into.newAddress('printed'));
  const own = {
    cookie: admitted.headers.get('set-cookie')?.split(';')[0] ?? '',
    origin: into.origin,
    'content-type': 'application/json',
  };
  const [, pass] = /url=\/#pass=([\w-]{43})"/.exec(await admitted.text()) ?? [];
  const body = JSON.stringify({ pass });
  const traded = await fetch(`${into.origin}/enter`, { method: 'POST', headers: own, body });
  return { cookie: own.cookie, key: ((await traded.json()) as { key: string }).key };
}

function ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, path, method, headers: { ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const origin = () => `http://127.0.0.1:${host.port}`;
const own = (more: Readonly<Record<string, string>> = {}) => ({
  cookie,
  'x-bonne-mesure-key': key,
  origin: origin(),
  ...more,
});
const newPath = () => `/${new URL(host.newAddress('printed')).search}`;
const json = (more: Readonly<Record<string, string>> = {}) =>
  own({ 'content-type': 'application/json', ...more });
const callBody = (method: string, input: unknown = {}) =>
  JSON.stringify({ method, input, options: { language: 'fr' } });

beforeAll(async () => {
  writeUnder(page, 'index.html', '<!doctype html><title>Bonne Mesure</title>');
  writeUnder(page, 'assets/app.js', 'export {};');
  writeUnder(folder, 'secret.txt', 'secret');
  service = createService({ dataFolder: join(folder, 'data'), today: () => '2026-11-23' });
  host = await startBrowserHost({ service, folder: page, maximumMegabytes: 1 });
  ({ cookie, key } = await enter(host));
});

afterAll(async () => {
  await host.close();
  await service.close();
});

describe('who is let in', () => {
  test('an address is traded once for a strict cookie and a pass', async () => {
    const path = newPath();
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/http-equiv="refresh" content="0;url=\/#pass=[\w-]{43}">/);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^bonne-mesure-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const again = await ask(path);
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.text).toContain('an address works once');
  });

  test('a browser that fetches ahead uses no address up', async () => {
    const path = newPath();
    expect((await ask(path, { headers: { 'sec-purpose': 'prefetch' } })).status).toBe(401);
    expect((await ask(path, { method: 'HEAD' })).status).toBe(403);
    expect((await ask(path)).status).toBe(200);
  });

  test('an address from the history of a browser that is let in leads to the page', async () => {
    const path = newPath();
    await ask(path);
    const answer = await ask(path, { headers: { cookie } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });

  test('an address that was handed to a browser is good for a minute, a printed one until it is used', async () => {
    const paths = (['handed-over', 'printed'] as const).map((use) => new URL(host.newAddress(use)).search);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    try {
      const answers = await Promise.all(paths.map((search) => ask(`/${search}`)));
      expect(answers.map(({ status }) => status)).toEqual([401, 200]);
    } finally {
      clock.mockRestore();
    }
  });

  test('a pass is traded once, by its browser, for the key of the page', async () => {
    const [, pass] = /#pass=([\w-]+)/.exec((await ask(newPath())).text) ?? [];
    const trade = async (headers: Readonly<Record<string, string>>) => {
      const more = { origin: origin(), 'content-type': 'application/json', ...headers };
      return ask('/enter', { method: 'POST', headers: more, body: JSON.stringify({ pass }) });
    };
    expect((await trade({})).status).toBe(401);
    expect((await trade({ cookie, origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect(JSON.parse((await trade({ cookie })).text)).toEqual({ key });
    expect((await trade({ cookie })).status).toBe(401);
  });

  test.each([
    ['GET', '/api/events'],
    ['POST', '/api/call'],
    ['POST', '/api/cancel'],
    ['POST', '/api/copy'],
    ['POST', '/api/files?name=a.csv'],
  ])(
    'the cookie alone, which any port of this computer is sent, asks for no data: %s %s',
    async (method, path) => {
      for (const shown of [{}, { 'x-bonne-mesure-key': cookie }, { 'x-bonne-mesure-key': `${key}x` }]) {
        const headers = { cookie, origin: origin(), 'content-type': 'application/json', ...shown };
        const answer = await ask(path, {
          method,
          headers,
          ...(method === 'POST' && { body: callBody('app.state') }),
        });
        expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('an address works once')]);
      }
      expect((await ask('/', { headers: { cookie } })).status).toBe(200);
    },
  );

  test.each(['/', '/assets/app.js', '/api/events', '/?key=wrong', '/nothing'])(
    'nothing is read without the cookie: %s',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.text).toContain('an address works once');
    },
  );

  test.each(['/api/call', '/api/cancel', '/api/copy', '/api/files?name=a.csv'])(
    'nothing is done without the cookie: %s',
    async (path) => {
      const headers = { origin: origin(), 'content-type': 'application/json' };
      const answer = await ask(path, { method: 'POST', headers, body: callBody('app.state') });
      expect(answer.status).toBe(401);
    },
  );

  test('a cookie that is nearly right is wrong', async () => {
    const answer = await ask('/', { headers: { cookie: `${cookie.slice(0, -1)}~` } });
    expect(answer.status).toBe(401);
  });

  test.each(['evil.example', 'localhost:1', 'localhost'])('another name for this host: %s', async (name) => {
    const withCookie = await ask('/', { headers: own({ host: name }) });
    const withKey = await ask(newPath(), { headers: { host: name } });
    expect([withCookie.status, withKey.status]).toEqual([403, 403]);
    expect(withKey.headers['set-cookie']).toBeUndefined();
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])(
    'a page of another origin: %s',
    async (foreign) => {
      const headers = json({ origin: foreign });
      const call = await ask('/api/call', { method: 'POST', headers, body: callBody('sample.load') });
      const events = await ask('/api/events', { headers });
      expect([call.status, events.status]).toEqual([403, 403]);
    },
  );

  test('a post that does not say where it comes from', async () => {
    const headers = { cookie, 'content-type': 'application/json' };
    const answer = await ask('/api/call', { method: 'POST', headers, body: callBody('app.state') });
    expect(answer.status).toBe(403);
  });

  test('a page on another port is the same site to a cookie, but not to this host', async () => {
    const answer = await ask('/api/events', { headers: { cookie, 'sec-fetch-site': 'same-site' } });
    expect(answer.status).toBe(403);
  });

  test('no other address of this computer answers', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others) {
      const reached = await new Promise((resolve) => {
        const socket = connect(host.port, address, () => resolve(true));
        socket.on('error', () => resolve(false));
      });
      expect({ address, reached }).toEqual({ address, reached: false });
    }
  });
});

describe('what is sent', () => {
  test('every answer carries the security headers, refusals too', async () => {
    const answers = [
      await ask('/', { headers: own() }),
      await ask('/'),
      await ask('/', { headers: own({ host: 'x' }) }),
    ];
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  test('the page and its files; a page of the app by its address', async () => {
    const pages = await Promise.all(
      ['/', '/semaine', '/assets/app.js'].map((path) => ask(path, { headers: own() })),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(pages.map(({ headers }) => headers['content-type'])).toEqual([
      'text/html; charset=utf-8',
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
    ]);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/missing.js',
    '/%ff',
    '/%00.js',
  ])('nothing outside the page: %s', async (path) => {
    const answer = await ask(path, { headers: own() });
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('secret');
  });
});

describe('calls', () => {
  test('a method is answered as a result', async () => {
    const answer = await ask('/api/call', { method: 'POST', headers: json(), body: callBody('app.state') });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { empty: true, today: '2026-11-23' } });
  });

  test('an input that is wrong is an answer too, in the language of the call', async () => {
    const body = callBody('plan.week', { from: '2017-02-31', to: '2017-03-01' });
    const answer = await ask('/api/call', { method: 'POST', headers: json(), body });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      ok: false,
      error: {
        kind: 'invalid-input',
        message:
          'Champ «\u00a0premier jour\u00a0»\u00a0: une date du calendrier est attendue, écrite AAAA-MM-JJ.',
      },
    });
  });

  test('a method that does not exist', async () => {
    const answer = await ask('/api/call', { method: 'POST', headers: json(), body: callBody('__proto__') });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });

  test.each([
    ['no JSON', '{', {}],
    ['no method', '{}', {}],
    ['a form', callBody('app.state'), { 'content-type': 'text/plain' }],
  ])('a body that cannot be understood: %s', async (_what, body, headers) => {
    const answer = await ask('/api/call', { method: 'POST', headers: json(headers), body });
    expect(answer.status).toBe(400);
  });

  test('the longest text of the contract is read, a longer body is refused in words', async () => {
    const asking = (text: string) =>
      ask('/api/call', {
        method: 'POST',
        headers: json({ 'accept-language': 'en' }),
        body: callBody('library.import', { file: 'a.json', text }),
      });
    const longest = await asking('"'.repeat(4_000_000));
    expect(longest.status).toBe(200);
    expect(JSON.parse(longest.text).error.kind).not.toBe('internal');
    const longer = await asking('a'.repeat(17_000_000));
    expect([longer.status, JSON.parse(longer.text)]).toEqual([
      413,
      {
        ok: false,
        error: {
          kind: 'invalid-input',
          message: 'The request is larger than 16 MB. Nothing was done.',
          remedy: 'Choose a smaller file.',
        },
      },
    ]);
  });

  test('another verb', async () => {
    const answer = await ask('/api/call', { method: 'DELETE', headers: own() });
    expect(answer.status).toBe(404);
  });
});

describe('files', () => {
  const send = (name: string, body: Uint8Array, more = '') =>
    ask(`/api/files?name=${encodeURIComponent(name)}${more}`, { method: 'POST', headers: own(), body });

  test('a file becomes a ticket that an import reads', async () => {
    const text = 'Jour;Evenement\n15/12/2025;GREVE\n';
    const answer = await send('C:\\Mes documents\\grèves.csv', Buffer.from(text));
    expect(answer.status).toBe(200);
    const file = JSON.parse(answer.text);
    expect(file).toMatchObject({ name: 'grèves.csv', size: text.length });
    const body = callBody('imports.run', { tickets: [file.ticket], dryRun: true });
    const report = await ask('/api/call', { method: 'POST', headers: json(), body });
    expect(JSON.parse(report.text)).toMatchObject({
      ok: true,
      value: { batch: null, files: [{ file: 'grèves.csv', kind: 'closures', read: 1, imported: 1 }] },
    });
  });

  test('a file that is too large is refused clearly and leaves nothing', async () => {
    const answer = await send('gros.csv', Buffer.alloc(3_000_000, 'a'), '&language=en');
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text).error).toEqual({
      kind: 'file',
      message: '“gros.csv” is larger than 1 MB: it was not read.',
      remedy: 'Drop a shorter export, for example one year at a time.',
    });
  });

  test('the refusal follows the browser’s language, and is French when in doubt', async () => {
    const body = Buffer.alloc(1_100_000, 'a');
    const inLanguage = async (accepted: string) => {
      const headers = own({ 'accept-language': accepted });
      const answer = await ask('/api/files?name=a.csv', { method: 'POST', headers, body });
      return JSON.parse(answer.text).error.message;
    };
    expect(await inLanguage('en-GB,en;q=0.9')).toMatch(/^“a.csv” is larger/);
    expect(await inLanguage('de')).toMatch(/^«\u00a0a.csv\u00a0» dépasse 1\u00a0Mo/);
  });

  const keptFiles = () =>
    readdirSync(tmpdir())
      .filter((name) => name.startsWith(`bonne-mesure-files-${process.pid}-`))
      .flatMap((name) => readdirSync(join(tmpdir(), name)));

  test('a file that was imported leaves the disk', async () => {
    const before = keptFiles().length;
    const file = JSON.parse((await send('a.csv', Buffer.from('Jour;Evenement\n16/12/2025;GREVE\n'))).text);
    const run = (dryRun: boolean) =>
      ask('/api/call', {
        method: 'POST',
        headers: json(),
        body: callBody('imports.run', { tickets: [file.ticket], ...(dryRun && { dryRun }) }),
      });
    expect(JSON.parse((await run(true)).text)).toMatchObject({ ok: true });
    expect(keptFiles()).toHaveLength(before + 1);
    expect(JSON.parse((await run(false)).text)).toMatchObject({ ok: true });
    expect(keptFiles()).toHaveLength(before);
  });

  test('what pages send takes up no more than ten of the largest files', async () => {
    const body = Buffer.alloc(900_000, 'a');
    for (let i = 0; i < 13; i++) expect((await send(`${i}.csv`, body)).status).toBe(200);
    expect(keptFiles().length).toBeLessThanOrEqual(11);
  });

  test('a ticket that was never given', async () => {
    const body = callBody('imports.run', { tickets: ['/etc/passwd'] });
    const answer = await ask('/api/call', { method: 'POST', headers: json(), body });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { kind: 'file' } });
  });
});

describe('events', () => {
  test('progress and changes arrive as they happen', async () => {
    const events: string[] = [];
    const headers = own();
    const stream = httpRequest({ host: '127.0.0.1', port: host.port, path: '/api/events', headers });
    const arrived = new Promise<void>((resolve) => {
      stream.on('response', (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream');
        response.on('data', (chunk: Buffer) => {
          events.push(...(chunk.toString().match(/(?<=data: ).*/g) ?? []));
          if (events.some((event) => event.includes('changed'))) {
            resolve();
          }
        });
        const site = { name: 'Les Tilleuls', kind: 'E', capacity: 120, enrolled: 100 };
        void ask('/api/call', { method: 'POST', headers: json(), body: callBody('sites.add', site) });
      });
    });
    stream.end();
    await arrived;
    stream.destroy();
    expect(events.map((event) => JSON.parse(event))).toContainEqual({ type: 'changed' });
  });
});

test('what pages sent is gone when the host closes', async () => {
  const folders = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`bonne-mesure-files-${process.pid}-`));
  const before = folders();
  const other = await startBrowserHost({ service, folder: page });
  const entered = await enter(other);
  const headers = { cookie: entered.cookie, 'x-bonne-mesure-key': entered.key, origin: other.origin };
  await fetch(`${other.origin}/api/files?name=a.csv`, { method: 'POST', headers, body: 'a;b' });
  const [made] = folders().filter((name) => !before.includes(name));
  await other.close();
  expect(made).toBeDefined();
  expect(folders()).not.toContain(made);
  await expect(fetch(other.origin)).rejects.toThrow();
});

test('a copy of all data is sent as a file', async () => {
  const body = JSON.stringify({ options: { language: 'fr' } });
  const answer = await ask('/api/copy', { method: 'POST', headers: json(), body });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="bonne-mesure_.*\.sqlite"$/);
  expect(answer.text.slice(0, 15)).toBe('SQLite format 3');
  expect((await ask('/api/copy', { method: 'POST', headers: json(), body: '{}' })).status).toBe(400);
});
