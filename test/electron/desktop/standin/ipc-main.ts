import type Electron from 'electron';
import { structuredCopy } from './clone.ts';

type Listener = Parameters<Electron.IpcMain['handle']>[1];

const handlers = new Map<string, Listener>();

export const ipcMain = {
  handle(channel: string, listener: Listener) {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, listener);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

/** Carries one message as Electron does: copies in, copies out, errors by their text. */
export async function deliver(
  channel: string,
  event: Pick<Electron.IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  values: readonly unknown[],
): Promise<{ readonly value: unknown } | { readonly error: string }> {
  try {
    const handler = handlers.get(channel);
    if (!handler) {
      throw new Error(`No handler registered for '${channel}'`);
    }
    const value: unknown = await handler(event as Electron.IpcMainInvokeEvent, ...structuredCopy(values));
    return { value: structuredCopy(value) };
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${error}` };
  }
}
