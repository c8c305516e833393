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
import { replyJson, replyText } from './reply.ts';
import { type Uploads, UploadTooLarge } from './uploads.ts';

export interface Api {
  readonly service: Service;
  readonly uploads: Uploads;
  readonly maximumMegabytes: number;
}

type Route = (api: Api, request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

const maximumJson = 1 << 20;
/** A comment line this often keeps a silent stream of events open, in milliseconds. */
const heartbeat = 20_000;

const language = z.enum(['fr', 'en']);
const options = z.object({ language, job: z.string().max(100).exactOptional() });
const callBody = z.object({ method: z.string(), input: z.unknown(), options });
const copyBody = z.object({ options });
const cancelBody = z.object({ job: z.string() });

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return undefined;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Read to the end even when it is too long: leaving early would cut the connection before the answer.
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maximumJson) {
      chunks.push(chunk);
    }
  }
  try {
    // Of a body that is too long only the beginning is there, which is no JSON.
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

const call: Route = async ({ service }, request, response) => {
  const body = callBody.safeParse(await readJson(request));
  if (!body.success) {
    return replyText(response, 400, 'Expected {method, input, options: {language, job?}}');
  }
  const { method, input } = body.data;
  replyJson(response, 200, await service.call(method as Method, input, body.data.options));
};

const cancel: Route = async ({ service }, request, response) => {
  const body = cancelBody.safeParse(await readJson(request));
  if (!body.success) {
    return replyText(response, 400, 'Expected {job}');
  }
  service.cancel(body.data.job);
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

/** The page's language if it says so, else the browser's; French when in doubt. */
function uploadLanguage({ headers }: IncomingMessage, url: URL): Language {
  const asked = url.searchParams.get('language') ?? headers['accept-language']?.slice(0, 2);
  return language.catch('fr').parse(asked);
}

const addFile: Route = async ({ service, uploads, maximumMegabytes }, request, response, url) => {
  const name = basename(url.searchParams.get('name') || '?');
  const inLanguage = uploadLanguage(request, url);
  try {
    const path = await uploads.receive(request);
    replyJson(response, 200, await service.registerFile(path, name));
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
  const body = copyBody.safeParse(await readJson(request));
  if (!body.success) {
    return replyText(response, 400, 'Expected {options: {language, job?}}');
  }
  const path = uploads.newPath();
  try {
    const tickets = [service.registerTarget(path)];
    const saved = await service.call('backups.save', { tickets }, body.data.options);
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
