import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Service } from '../service/host/service.ts';
import { messagesIn } from '../service/messages/messages.ts';
import { type Api, routes } from './api-routes.ts';
import { Guard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { readBody } from './read-body.ts';
import { reply, replyJson, replyText } from './reply.ts';
import { rendererFolder, sendFile } from './static-files.ts';
import { Uploads } from './uploads.ts';

// An import would read all that the module exports, and load its web client with it: a tenth of the start.
const { createServer } = process.getBuiltinModule('node:http');

export interface BrowserHostOptions {
  readonly service: Service;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** The built page. */
  readonly folder?: string;
  /** Largest file that a page may send. */
  readonly maximumMegabytes?: number;
}

export interface BrowserHost {
  /** Without a key: what a browser that is let in shows. */
  readonly origin: string;
  readonly port: number;
  /** A new address, with a key that is good once; of one that is handed to a browser at once, for a minute. */
  newAddress(use: 'printed' | 'handed-over'): string;
  close(): Promise<void>;
}

const passBody = z.object({ pass: z.string() });
const longestPass = 1000;

interface Site {
  readonly api: Api;
  readonly guard: Guard;
  readonly folder: string;
}

const refusal = (text: 'stranger' | 'foreign') =>
  `${messagesIn('fr').browser[text]}\n${messagesIn('en').browser[text]}\n`;

/** Leads on to the page from within: a strict cookie does not come with what another program's address began. */
const wayIn = (pass: string) =>
  `<!doctype html><title>Bonne Mesure</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/#pass=${pass}">`;

/**
 * Trades the key of an address for the cookie and a pass. A browser that fetches the address ahead of a click must not
 * use the key up.
 */
function admit(guard: Guard, key: string, request: IncomingMessage, response: ServerResponse): void {
  const ahead = request.headers['sec-purpose'] ?? request.headers.purpose;
  const admitted = guard.namesHost(request) && ahead === undefined ? guard.admit(key) : null;
  if (admitted !== null) {
    response.setHeader('Set-Cookie', admitted.cookie);
    reply(response, 200, 'text/html; charset=utf-8', wayIn(admitted.pass));
  } else if (guard.fromHere(request) && guard.knows(request)) {
    // An address from the history of a browser that is let in already.
    response.writeHead(303, { Location: '/' });
    response.end();
  } else {
    replyText(response, 401, refusal('stranger'));
  }
}

/** Trades a pass for the key that goes with every call. */
async function givePageKey(guard: Guard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, longestPass);
  const pass = body.read ? passBody.safeParse(body.value).data?.pass : undefined;
  const key = pass === undefined ? null : guard.pageKeyFor(pass);
  return key === null ? replyText(response, 401, refusal('stranger')) : replyJson(response, 200, { key });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { guard } = site;
  const url = new URL(request.url ?? '/', guard.origin);
  const key = url.searchParams.get('key');
  if (request.method === 'GET' && url.pathname === '/' && key !== null && guard.namesHost(request)) {
    return admit(guard, key, request, response);
  }
  if (!guard.fromHere(request)) {
    return replyText(response, 403, refusal('foreign'));
  }
  if (!guard.knows(request)) {
    return replyText(response, 401, refusal('stranger'));
  }
  if (request.method === 'POST' && url.pathname === '/enter') {
    return givePageKey(guard, request, response);
  }
  const route = routes[`${request.method} ${url.pathname}`];
  if (route) {
    return guard.trusts(request)
      ? route(site.api, request, response, url)
      : replyText(response, 401, refusal('stranger'));
  }
  if (request.method !== 'GET' || url.pathname.startsWith('/api/')) {
    return replyText(response, 404, 'Not found');
  }
  return sendFile(response, site.folder, decodeURIComponent(url.pathname));
}

async function handle(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) {
    response.setHeader(name, value);
  }
  try {
    await answer(site, request, response);
  } catch {
    // An address or a body that cannot be read; the connection may be gone already.
    if (!response.headersSent) {
      replyText(response, 400, 'Bad request');
    }
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Serves the app to browsers of this computer, and to no one else. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const maximumMegabytes = options.maximumMegabytes ?? 100;
  const uploads = new Uploads(maximumMegabytes * 1e6);
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const guard = new Guard(port);
  const site: Site = {
    api: { service: options.service, uploads, maximumMegabytes },
    guard,
    folder: options.folder ?? rendererFolder(),
  };
  server.on('request', (request, response) => void handle(site, request, response));
  return {
    origin: guard.origin,
    port,
    newAddress: (use) => guard.newAddress(use),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      uploads.close();
    },
  };
}
