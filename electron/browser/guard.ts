import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const newSecret = () => randomBytes(32).toString('base64url');

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

/** How long an address that was handed to a browser, and a pass, may take to be used, in milliseconds. */
const handedOver = 60_000;

/** Secrets that are good once, and not for ever. */
class OneTime {
  readonly #until = new Map<string, number>();

  make(milliseconds: number): string {
    const secret = newSecret();
    this.#until.set(secret, Date.now() + milliseconds);
    return secret;
  }

  /** Whether a secret was good; it is not any more. */
  use(given: string): boolean {
    const until = this.#until.get(given);
    this.#until.delete(given);
    return until !== undefined && Date.now() <= until;
  }
}

/**
 * Who may talk to this host: a page that came in through an address with a key. The address is good once, and leads to
 * two secrets. The cookie lets a browser read the files of the page; but cookies know no ports, so that any program on
 * this computer that the browser talks to is given it. So whoever asks for data also shows the page's key, which the
 * page gets for a pass that is good once, and keeps where only pages of this origin can read it.
 *
 * The name in `Host` is checked because a foreign name can be made to point here (DNS rebinding), and the origin
 * because another page on this computer is the same site to a cookie, whatever its port.
 */
export class Guard {
  readonly #keys = new OneTime();
  readonly #passes = new OneTime();
  readonly #session = newSecret();
  readonly #pageKey = newSecret();
  readonly #host: string;
  readonly #cookie: string;

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#cookie = `bonne-mesure-${port}`;
  }

  get origin(): string {
    return `http://${this.#host}`;
  }

  /** An address that opens this host once; one that is handed to a browser at once is soon no longer good. */
  newAddress(use: 'printed' | 'handed-over'): string {
    const key = this.#keys.make(use === 'printed' ? Number.POSITIVE_INFINITY : handedOver);
    return `${this.origin}/?key=${key}`;
  }

  /** Does the request name this host as it is? */
  namesHost({ headers }: IncomingMessage): boolean {
    return headers.host === this.#host;
  }

  /** Does the request come by this host's own name and from its own page? */
  fromHere(request: IncomingMessage): boolean {
    const { headers, method } = request;
    if (!this.namesHost(request)) {
      return false;
    }
    if (headers.origin !== undefined && headers.origin !== this.origin) {
      return false;
    }
    const site = headers['sec-fetch-site'];
    const ownPage = site === undefined || site === 'same-origin' || site === 'none';
    return ownPage && (method === 'GET' || headers.origin !== undefined);
  }

  /** May the request read the files of the page? */
  knows(request: IncomingMessage): boolean {
    return same(cookieOf(request, this.#cookie) ?? '', this.#session);
  }

  /** May the request ask for data? */
  trusts({ headers }: IncomingMessage): boolean {
    const shown = headers['x-bonne-mesure-key'];
    return typeof shown === 'string' && same(shown, this.#pageKey);
  }

  /** What the key of an address is traded for: the cookie, and a pass to the page's key. `null`: it is not good. */
  admit(key: string): { readonly cookie: string; readonly pass: string } | null {
    if (!this.#keys.use(key)) {
      return null;
    }
    const cookie = `${this.#cookie}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
    return { cookie, pass: this.#passes.make(handedOver) };
  }

  /** What a pass is traded for. `null`: it is not good. */
  pageKeyFor(pass: string): string | null {
    return this.#passes.use(pass) ? this.#pageKey : null;
  }
}
