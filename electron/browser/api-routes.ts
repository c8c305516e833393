import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path/win32';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { remove } from '../../db/files/patience.ts';
import type { Method, Result } from '../api/contract.ts';
import type { Language } from '../api/records.ts';
import { copyName } from '../service/backups/copy-name.ts';
import { ServiceError, toApiError } from '../service/context/errors.ts';
import type { Service } from '../service/host/service.ts';
import { readBody } from './read-body.ts';
import { replyJson, replyText } from './reply.ts';
import { type Uploads, UploadTooLarge } from './uploads.ts';

export interface Api {
  readonly service: Service;
  readonly uploads: Uploads;
  readonly maximumMegabytes: number;
}

type Route = (api: Api, request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

/** Of a body of JSON, in bytes: the longest text of the contract, 4 MB, with each of its characters escaped. */
const maximumJson = 16_000_000;
/** A comment line this often keeps a silent stream of events open, in milliseconds. */
const heartbeat = 20_000;

const language = z.enum(['fr', 'en']);
const options = z.object({ language, job: z.string().max(100).exactOptional() });
const callBody = z.object({ method: z.string(), input: z.unknown(), options });
const copyBody = z.object({ options });
/** A call after which the page asks for its files no more. */
const lastReading = z.object({
  method: z.enum(['imports.run', 'backups.restore']),
  input: z.object({ tickets: z.array(z.string()), dryRun: z.literal(false).optional() }),
});
const cancelBody = z.object({ job: z.string() });

/** The browser's language; French when in doubt. */
const acceptedLanguage = ({ headers }: IncomingMessage): Language =>
  language.catch('fr').parse(headers['accept-language']?.slice(0, 2));

/** Reads a body in the form of a schema, or answers what is wrong with it. */
async function bodyOf<T>(
  schema: z.ZodType<T>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<T | null> {
  const body = await readBody(request, maximumJson);
  const parsed = schema.safeParse(body.read ? body.value : undefined);
  if (parsed.success) {
    return parsed.data;
  }
  if (body.read || !body.tooLong) {
    replyText(response, 400, 'The body is not of the expected form');
    return null;
  }
  const told = new ServiceError('invalid-input', (t) => t.errors.requestTooLong(maximumJson / 1e6));
  replyJson(response, 413, { ok: false, error: toApiError(told, acceptedLanguage(request)) });
  return null;
}

const call: Route = async ({ service, uploads }, request, response) => {
  const body = await bodyOf(callBody, request, response);
  if (body === null) return;
  const result = await service.call(body.method as Method, body.input, body.options);
  const used = lastReading.safeParse(body);
  if (result.ok && used.success) uploads.release(used.data.input.tickets);
  replyJson(response, 200, result);
};

const cancel: Route = async ({ service }, request, response) => {
  const body = await bodyOf(cancelBody, request, response);
  if (body === null) return;
  service.cancel(body.job);
  replyJson(response, 200, null);
};

const events: Route = ({ service }, request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': open\n\n');
  const unsubscribe = service.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const timer = setInterval(() => response.write(': still here\n\n'), heartbeat);
  request.on('close', () => {
    clearInterval(timer);
    unsubscribe();
  });
};

const addFile: Route = async ({ service, uploads, maximumMegabytes }, request, response, url) => {
  const name = basename(url.searchParams.get('name') || '?');
  const inLanguage = language.catch(acceptedLanguage(request)).parse(url.searchParams.get('language'));
  try {
    const path = await uploads.receive(request);
    const file = await service.registerFile(path, name);
    uploads.keep(file.ticket, path);
    replyJson(response, 200, file);
  } catch (thrown) {
    const tooLarge = thrown instanceof UploadTooLarge;
    const told = tooLarge
      ? new ServiceError('file', (t) => t.errors.fileTooLarge(name, maximumMegabytes))
      : thrown;
    const result: Result<never> = { ok: false, error: toApiError(told, inLanguage) };
    replyJson(response, tooLarge ? 413 : 500, result);
  }
};

/** All data as a file to download: made, sent, and removed. */
const copy: Route = async ({ service, uploads }, request, response) => {
  const body = await bodyOf(copyBody, request, response);
  if (body === null) return;
  const path = uploads.newPath();
  try {
    const tickets = [service.registerTarget(path)];
    const saved = await service.call('backups.save', { tickets }, body.options);
    if (!saved.ok) {
      return replyJson(response, 200, saved);
    }
    response.writeHead(200, {
      'Content-Type': 'application/vnd.sqlite3',
      'Content-Length': saved.value.bytes,
      'Content-Disposition': `attachment; filename="${copyName()}"`,
    });
    await pipeline(createReadStream(path), response);
  } finally {
    remove(path);
  }
};

/** `METHOD /path` → what answers it. */
export const routes: Readonly<Record<string, Route>> = {
  'POST /api/call': call,
  'POST /api/cancel': cancel,
  'POST /api/files': addFile,
  'POST /api/copy': copy,
  'GET /api/events': events,
};
