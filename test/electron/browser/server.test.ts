import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowserHost } from '../../../electron/browser/server.ts';
import { describeAdmission } from './admission-cases.ts';
import { ask, callBody, enter, host, json, own, page, service } from './open-host.ts';

describe('who is let in', describeAdmission);

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
