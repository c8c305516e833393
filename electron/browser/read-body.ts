import type { IncomingMessage } from 'node:http';

export type ReadBody =
  | { readonly read: true; readonly value: unknown }
  | { readonly read: false; readonly tooLong: boolean };

/**
 * The JSON in a body of at most so many bytes. A longer one is read to the end all the same: leaving early would cut
 * the connection before the answer.
 */
export async function readBody(request: IncomingMessage, maximumBytes: number): Promise<ReadBody> {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return { read: false, tooLong: false };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maximumBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > maximumBytes) {
    return { read: false, tooLong: true };
  }
  try {
    return { read: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { read: false, tooLong: false };
  }
}
