// These functions run in Chromium: their source is sent there. They may use nothing from outside themselves.

export interface BridgeNames {
  /** The binding by which the preload script's world speaks to the main process. */
  readonly binding: string;
  /** The function by which the main process speaks to it. */
  readonly receive: string;
}

type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/** Plain values as text that keeps `undefined`; anything else is no message that we know how to carry. */
export interface Wire {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

export function makeWire(): Wire {
  const mark = '$undefined';
  const pack = (value: unknown): unknown => {
    if (value === undefined) {
      return { [mark]: true };
    }
    if (value === null || typeof value !== 'object') {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map(pack);
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      throw new TypeError(`The stand-in carries plain values only, not ${prototype.constructor?.name}`);
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pack(part)]));
  };
  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map(unpack);
    }
    return mark in value
      ? undefined
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part)]));
  };
  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  };
}

/**
 * The page's side of contextBridge. Values cross between the worlds as the detail of DOM events, which Chromium
 * copies; functions cross as numbers.
 */
export function mainWorld(): void {
  if (window.parent !== window) {
    return;
  }
  type Reply = { kind: 'value' | 'promise' | 'function' | 'error'; value: unknown };
  const callbacks = new Map<number, (value: unknown) => void>();
  const settlers = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let reply: Reply = { kind: 'value', value: undefined };
  const onBridge = <T>(name: string, listener: (detail: T) => void) =>
    window.addEventListener(`bridge-${name}`, (event) => listener((event as CustomEvent<T>).detail));

  const keep = (callback: (value: unknown) => void) => {
    callbacks.set(++last, callback);
    return { $callback: last };
  };
  const call = (path: string, values: readonly unknown[]): unknown => {
    const sent = values.map((value) =>
      typeof value === 'function' ? keep(value as (value: unknown) => void) : value,
    );
    const copied = structuredClone(sent);
    window.dispatchEvent(new CustomEvent('bridge-call', { detail: { path, values: copied } }));
    const { kind, value } = reply;
    if (kind === 'error') {
      throw new Error(String(value));
    }
    if (kind === 'promise') {
      const settler = Promise.withResolvers<unknown>();
      settlers.set(Number(value), settler);
      return settler.promise;
    }
    return kind === 'function' ? (...more: unknown[]) => call(String(value), more) : value;
  };
  onBridge<Reply>('reply', (detail) => {
    reply = detail;
  });
  onBridge<{ id: number; error?: string; value?: unknown }>('settle', ({ id, error, value }) => {
    const settler = settlers.get(id);
    settlers.delete(id);
    if (error === undefined) {
      settler?.resolve(value);
    } else {
      settler?.reject(new Error(error));
    }
  });
  onBridge<{ id: number; value: unknown }>('callback', ({ id, value }) => callbacks.get(id)?.(value));
  onBridge<{ key: string; shape: Record<string, unknown>; functions: readonly string[] }>(
    'expose',
    ({ key, shape, functions }) => {
      const stubs = functions.map((name) => [name, (...values: unknown[]) => call(`${key}.${name}`, values)]);
      const exposed = Object.freeze({ ...shape, ...Object.fromEntries(stubs) });
      Object.defineProperty(window, key, { value: exposed, enumerable: true });
    },
  );
}

/** The world of the preload script: `require('electron')` gives what Electron's sandbox gives, and no more. */
export function isolatedWorld(names: BridgeNames, wire: Wire, preload: Preload): void {
  if (window.parent !== window) {
    return;
  }
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const functions = new Map<string, (...values: unknown[]) => unknown>();
  const listeners = new Map<string, ((event: object, ...values: unknown[]) => void)[]>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const tell = (name: string, detail: unknown) =>
    window.dispatchEvent(new CustomEvent(`bridge-${name}`, { detail }));

  const revive = (value: unknown) => {
    const id = (value as { $callback?: number } | null)?.$callback;
    return id === undefined ? value : (detail: unknown) => tell('callback', { id, value: detail });
  };
  const answer = (result: unknown) => {
    if (result instanceof Promise) {
      const id = ++last;
      result.then(
        (value) => tell('settle', { id, value }),
        (error: Error) => tell('settle', { id, error: error.message }),
      );
      return { kind: 'promise', value: id };
    }
    if (typeof result === 'function') {
      const path = `returned-${++last}`;
      functions.set(path, result as () => unknown);
      return { kind: 'function', value: path };
    }
    return { kind: 'value', value: result };
  };
  window.addEventListener('bridge-call', (event) => {
    const { path, values } = (event as CustomEvent<{ path: string; values: unknown[] }>).detail;
    try {
      tell('reply', answer(functions.get(path)?.(...values.map(revive))));
    } catch (error) {
      tell('reply', { kind: 'error', value: (error as Error).message });
    }
  });

  const invoke = (channel: string, ...values: unknown[]) => {
    const id = ++last;
    const settler = Promise.withResolvers<unknown>();
    waiting.set(id, settler);
    // A copy first: what Electron could not send must fail here as well.
    world[names.binding]?.(wire.encode({ id, channel, values: structuredClone(values) }));
    return settler.promise;
  };
  type Delivery = { id?: number; channel?: string; values?: unknown[]; error?: string; value?: unknown };
  world[names.receive] = (text) => {
    const delivery = wire.decode(text) as Delivery;
    if (delivery.channel !== undefined) {
      for (const listener of listeners.get(delivery.channel) ?? []) {
        listener({}, ...(delivery.values ?? []));
      }
    } else if (delivery.error === undefined) {
      waiting.get(delivery.id ?? 0)?.resolve(delivery.value);
    } else {
      waiting.get(delivery.id ?? 0)?.reject(new Error(delivery.error));
    }
  };

  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, api: Record<string, unknown>) {
        const isFunction = ([, part]: [string, unknown]) => typeof part === 'function';
        const entries = Object.entries(api);
        for (const [name, part] of entries.filter(isFunction)) {
          functions.set(`${key}.${name}`, part as () => unknown);
        }
        const shape = Object.fromEntries(entries.filter((entry) => !isFunction(entry)));
        tell('expose', { key, shape, functions: entries.filter(isFunction).map(([name]) => name) });
      },
    },
    ipcRenderer: {
      invoke,
      on(channel: string, listener: (event: object, ...values: unknown[]) => void) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
    // Only the browser process knows paths: here a file carries its own in its name, with a slash-like sign.
    webUtils: {
      getPathForFile: (file: File) => (file instanceof File ? file.name.replaceAll('∕', '/') : ''),
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') {
      throw new Error(`module not found: ${name}`);
    }
    return electron;
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}
