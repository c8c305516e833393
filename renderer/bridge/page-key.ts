/**
 * The key that this page shows with every call. It is kept where only pages of this very origin read it: not in a
 * cookie, which programs at other ports are sent as well, and not in the address, which the browser's history keeps.
 */

const name = 'bonne-mesure.key';

/** What an address that let this browser in leads to. */
const withPass = /^#pass=([\w-]+)$/;

/** How long other tabs may take to answer, in milliseconds. */
const patience = 1_000;

let known: Promise<string | null> | undefined;

/** The page's key; `null` where this browser was not let in, or no open tab gives it. */
export async function pageKey(): Promise<string | null> {
  known ??= findKey();
  const key = await known.catch(() => null);
  // Looked for again when it is needed again: another tab may have been let in meanwhile.
  if (key === null) known = undefined;
  return key;
}

/** The host does not know this key: it was started anew. */
export function forgetPageKey(): void {
  known = undefined;
  keep(null);
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    // Storage is blocked: the key lasts as long as the page.
    return null;
  }
}

function keep(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, key);
  } catch {
    // As above.
  }
}

async function findKey(): Promise<string | null> {
  // A server of sources lets its own page in by itself.
  if (import.meta.env.DEV) return '';
  const pass = withPass.exec(location.hash)?.[1];
  // At once: the page reads its place from the address.
  if (pass !== undefined) history.replaceState(null, '', location.pathname);
  const key = (pass === undefined ? null : await trade(pass)) ?? kept() ?? (await askOtherTabs());
  if (key === null) return null;
  keep(key);
  answerOtherTabs();
  return key;
}

/** Trades the pass of an address for the key; a pass is good once. */
async function trade(pass: string): Promise<string | null> {
  const response = await fetch('/enter', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ pass }),
  });
  return response.ok ? ((await response.json()) as { readonly key: string }).key : null;
}

/** What tabs say to each other. */
type Word = { readonly ask: true } | { readonly key: string };

let channel: BroadcastChannel | undefined;

function answerOtherTabs(): void {
  if (channel) return;
  channel = new BroadcastChannel(name);
  const own = channel;
  own.onmessage = async ({ data }: MessageEvent<Word>) => {
    const key = 'ask' in data ? await known : null;
    if (key) own.postMessage({ key } satisfies Word);
  };
}

function askOtherTabs(): Promise<string | null> {
  const asking = new BroadcastChannel(name);
  return new Promise<string | null>((resolve) => {
    asking.onmessage = ({ data }: MessageEvent<Word>) => {
      if ('key' in data) resolve(data.key);
    };
    asking.postMessage({ ask: true } satisfies Word);
    setTimeout(() => resolve(null), patience);
  }).finally(() => asking.close());
}
