import type Electron from 'electron';
import { app } from './app.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

/** Schemes that were registered in time. */
export const privileged: Electron.CustomScheme[] = [];

export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
    if (app.isReady) {
      throw new Error('schemes must be registered before the app is ready');
    }
    privileged.push(...schemes);
  },
  handle(scheme: string, handler: Handler) {
    if (!app.isReady) {
      throw new Error('protocol.handle needs a ready app');
    }
    handlers.set(scheme, handler);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

/** Answers a request of our scheme as the app would; `null` when nobody serves the scheme. */
export async function answerFromScheme(address: string, method: string): Promise<Response | null> {
  const handler = handlers.get(new URL(address).protocol.slice(0, -1));
  return handler ? handler(new Request(address, { method })) : null;
}
