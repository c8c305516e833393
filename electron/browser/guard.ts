import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) {
      return value;
    }
  }
  return undefined;
}

/**
 * Who may talk to this host: a browser that was opened with the secret address, from this host's own page.
 * The name in `Host` is checked because a foreign name can be made to point here (DNS rebinding), and the
 * origin because another page on this computer is the same site to a cookie, whatever its port.
 */
export class Guard {
  readonly key = randomBytes(32).toString('base64url');
  readonly #session = randomBytes(32).toString('base64url');
  readonly #host: string;
  readonly #cookie: string;

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#cookie = `bonne-mesure-${port}`;
  }

  get origin(): string {
    return `http://${this.#host}`;
  }

  /** Does the request come by this host's own name and from its own page? */
  fromHere({ headers, method }: IncomingMessage): boolean {
    if (headers.host !== this.#host) {
      return false;
    }
    if (headers.origin !== undefined && headers.origin !== this.origin) {
      return false;
    }
    const site = headers['sec-fetch-site'];
    const ownPage = site === undefined || site === 'same-origin' || site === 'none';
    return ownPage && (method === 'GET' || headers.origin !== undefined);
  }

  knows(request: IncomingMessage): boolean {
    return same(cookieOf(request, this.#cookie) ?? '', this.#session);
  }

  opens(key: string): boolean {
    return same(key, this.key);
  }

  /** The cookie that replaces the key of the first address. */
  get sessionCookie(): string {
    return `${this.#cookie}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }
}
