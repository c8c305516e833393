import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from '../service/host/service.ts';
import { messagesIn } from '../service/messages/messages.ts';
import { type Api, routes } from './api-routes.ts';
import { Guard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { replyText } from './reply.ts';
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
  /** The address to open, with its secret. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Site {
  readonly api: Api;
  readonly guard: Guard;
  readonly folder: string;
}

/** Trades the key of the first address for a cookie, and leads to the clean address. */
function admit(guard: Guard, response: ServerResponse): void {
  response.writeHead(303, { 'Set-Cookie': guard.sessionCookie, Location: '/' });
  response.end();
}

const refusal = (text: 'stranger' | 'foreign') =>
  `${messagesIn('fr').browser[text]}\n${messagesIn('en').browser[text]}\n`;

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', site.guard.origin);
  if (!site.guard.fromHere(request)) {
    return replyText(response, 403, refusal('foreign'));
  }
  const key = url.searchParams.get('key');
  if (request.method === 'GET' && url.pathname === '/' && key !== null && site.guard.opens(key)) {
    return admit(site.guard, response);
  }
  if (!site.guard.knows(request)) {
    return replyText(response, 401, refusal('stranger'));
  }
  const route = routes[`${request.method} ${url.pathname}`];
  if (route) {
    return route(site.api, request, response, url);
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
    url: `${guard.origin}/?key=${guard.key}`,
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      uploads.close();
    },
  };
}
