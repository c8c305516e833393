import type { ApiEvent, CallOptions, Input, Method, Output, Result } from '../../electron/api/contract.ts';
import type { Line } from './first-calls.ts';
import { forgetPageKey, pageKey } from './page-key.ts';

/** How long after a broken stream of events it is asked for again, in milliseconds. */
const pause = 3_000;

/** The host is there, and does not know this page. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
}

/** Asks the host, with the page's key. Throws `NotLetIn`; rejects when the host is not there. */
export async function ask(path: string, request: RequestInit = {}): Promise<Response> {
  const key = await pageKey();
  if (key === null) throw new NotLetIn();
  const headers = { ...request.headers, 'x-bonne-mesure-key': key };
  const response = await fetch(path, { ...request, headers });
  if (response.status !== 401) return response;
  forgetPageKey();
  throw new NotLetIn();
}

export const post = (path: string, body: unknown): Promise<Response> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Calls and events over HTTP on this computer. A call rejects when the host is not there. */
export const httpLine: Line = {
  async call<M extends Method>(method: M, input: Input<M>, options: CallOptions) {
    const response = await post('/api/call', { method, input, options });
    return (await response.json()) as Result<Output<M>>;
  },
  async cancel(job) {
    await post('/api/cancel', { job }).catch(() => undefined);
  },
  subscribe(listener) {
    const ended = new AbortController();
    void listen(listener, ended.signal);
    return () => ended.abort();
  },
};

/** Hears events until it is ended, also from a host that was started anew. */
async function listen(listener: (event: ApiEvent) => void, signal: AbortSignal): Promise<void> {
  let wasDeaf = false;
  while (!signal.aborted) {
    try {
      const { body } = await ask('/api/events', { signal });
      // What changed meanwhile was not heard: everything is read again.
      if (wasDeaf) listener({ type: 'changed' });
      if (body) await hear(body, listener);
    } catch {
      // Not there, not let in, or ended.
    }
    wasDeaf = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function hear(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  listener: (event: ApiEvent) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (unread + value).split('\n\n');
    unread = parts.pop() ?? '';
    for (const part of parts) {
      if (part.startsWith('data: ')) listener(JSON.parse(part.slice('data: '.length)) as ApiEvent);
    }
  }
}
