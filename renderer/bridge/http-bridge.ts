import type { Bridge, DroppedFile } from '../../electron/api/bridge.ts';
import type { CallOptions, Input, Method, Output, Result } from '../../electron/api/contract.ts';
import type { FileRef, Language } from '../../electron/api/records.ts';
import { ask, httpLine, NotLetIn, post } from './http-line.ts';
import { download, downloadSheet, printInFrame } from './paper.ts';

/** Words for what the service cannot word itself: it is not there, or does not know this page. */
export type LineWords = (
  what: 'unreachable' | 'notLetIn',
  language: Language,
) => { readonly message: string; readonly remedy: string };

/** The bridge of the browser host: the same contract over HTTP on this computer. */
export function createHttpBridge(words: LineWords): Bridge {
  return {
    host: 'browser',
    call: (method, input, options) => callOverHttp(method, input, options, words),
    cancel: httpLine.cancel,
    subscribe: httpLine.subscribe,
    pickFiles: async () => addFiles(await askForFiles()),
    addFiles,
    openedFiles: () => () => undefined,
    commands: () => () => undefined,
    printSheet: printInFrame,
    saveSheet: async (sheet) => downloadSheet(sheet),
    saveCopy: (options) => downloadCopy(options, words),
    pickBackup: async () => (await addFiles(await askForFiles('.sqlite')))[0] ?? null,
    openDataFolder: async () => undefined,
  };
}

async function callOverHttp<M extends Method>(
  method: M,
  input: Input<M>,
  options: CallOptions,
  words: LineWords,
): Promise<Result<Output<M>>> {
  try {
    return await httpLine.call(method, input, options);
  } catch (thrown) {
    return failed(thrown, options, words);
  }
}

function failed(thrown: unknown, { language }: CallOptions, words: LineWords): Result<never> {
  const what = thrown instanceof NotLetIn ? 'notLetIn' : 'unreachable';
  return { ok: false, error: { kind: 'internal', ...words(what, language) } };
}

/** The host answers with the file, or with why there is none. */
async function downloadCopy(options: CallOptions, words: LineWords): Promise<Result<boolean>> {
  try {
    const response = await post('/api/copy', { options });
    if (response.headers.get('content-type')?.startsWith('application/json')) {
      return (await response.json()) as Result<boolean>;
    }
    const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    download(await response.blob(), name ?? 'bonne-mesure.sqlite');
    return { ok: true, value: true };
  } catch (thrown) {
    return failed(thrown, options, words);
  }
}

/** The browser's own file dialog, for several files or for one of a kind; the list is empty when the user gave up. */
function askForFiles(kind?: string): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = kind === undefined;
    input.accept = kind ?? '';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function addFiles(files: readonly DroppedFile[]): Promise<readonly FileRef[]> {
  const refs: FileRef[] = [];
  for (const file of files) {
    if (!(file instanceof Blob)) continue;
    const response = await ask(`/api/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    if (!response.ok) throw new Error(await reasonOf(response));
    refs.push((await response.json()) as FileRef);
  }
  return refs;
}

async function reasonOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  return body?.error?.message ?? `${response.status} ${response.statusText}`;
}
