import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ask, callBody, cookie, host, json, key, newPath, origin, own } from './open-host.ts';

/** Who is let in: cases for the host that `server.test.ts` opens. */
export function describeAdmission(): void {
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
}
