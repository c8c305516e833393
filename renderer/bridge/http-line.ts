import type { ApiEvent, CallOptions, Input, Method, Output, Result } from '../../electron/api/contract.ts';
import type { Line } from './first-calls.ts';

export function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

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
    const source = new EventSource('/api/events');
    source.onmessage = (message) => listener(JSON.parse(message.data) as ApiEvent);
    return () => source.close();
  },
};
