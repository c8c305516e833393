import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { channels, type RequestName, type Requests } from './channels.ts';
import { logRefusal } from './log.ts';
import { isTrustedSender } from './sender.ts';

const text = z.string();
const options = z.strictObject({
  language: z.enum(['fr', 'en']),
  job: text.min(1).max(100).exactOptional(),
});

/** What each request must look like; the service checks the input of a `call` itself. */
const schemas = {
  call: z.tuple([text, z.unknown(), options]),
  cancel: z.tuple([text]),
  pickFiles: z.tuple([]),
  addFiles: z.tuple([z.array(text).max(200)]),
  printSheet: z.tuple([text]),
  saveSheet: z.tuple([z.strictObject({ fileName: text, mime: text, body: text })]),
  saveCopy: z.tuple([options]),
  pickBackup: z.tuple([]),
  openDataFolder: z.tuple([]),
} satisfies { readonly [K in RequestName]: z.ZodType<readonly unknown[]> };

/** Answers the page's requests; refuses whoever is not the page, and whatever is not a request. */
export function answerRequests(requests: Requests): void {
  for (const name of Object.keys(schemas) as RequestName[]) {
    ipcMain.handle(channels[name], (event, ...values: unknown[]) => {
      checkSender(channels[name], event);
      return answer(requests, name, values);
    });
  }
}

function checkSender(channel: string, { senderFrame }: IpcMainInvokeEvent): void {
  if (!isTrustedSender(senderFrame)) {
    logRefusal('message', { channel, from: senderFrame?.url ?? null });
    throw new Error('refused');
  }
}

function answer(requests: Requests, name: RequestName, values: readonly unknown[]): Promise<unknown> {
  const parsed = schemas[name].safeParse(values);
  if (!parsed.success) {
    logRefusal('malformed message', { channel: channels[name], issue: z.prettifyError(parsed.error) });
    throw new Error('refused');
  }
  const request = requests[name] as (...checked: readonly unknown[]) => Promise<unknown>;
  return request.apply(requests, [...(parsed.data as readonly unknown[])]);
}
