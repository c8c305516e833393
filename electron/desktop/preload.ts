import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../api/bridge.ts';
import { channels, type Pushes, type RequestName } from './channels.ts';

// Runs in the sandbox before the page: it may use nothing but these parts of Electron, and hands the page
// named functions only, never `ipcRenderer` itself.

const ask = (name: RequestName, ...values: readonly unknown[]) =>
  ipcRenderer.invoke(channels[name], ...values);

/** Tells listeners what comes on a channel; what comes before there is any listener waits for the first. */
function relay<K extends keyof Pushes>(name: K) {
  const listeners = new Set<(value: Pushes[K]) => void>();
  const waiting: Pushes[K][] = [];
  ipcRenderer.on(channels[name], (_event, value: Pushes[K]) => {
    if (listeners.size === 0) {
      waiting.push(value);
    }
    for (const listener of listeners) {
      listener(value);
    }
  });
  return (listener: (value: Pushes[K]) => void) => {
    listeners.add(listener);
    for (const value of waiting.splice(0)) {
      listener(value);
    }
    return () => {
      listeners.delete(listener);
    };
  };
}

const bridge = {
  host: 'desktop',
  call: (method, input, options) => ask('call', method, input, options),
  cancel: (job) => ask('cancel', job),
  subscribe: relay('event'),
  pickFiles: () => ask('pickFiles'),
  addFiles: (files) => {
    // A dropped file is a DOM `File`; one that is not on the disk has no path, and is left out.
    const paths = files.map((file) => webUtils.getPathForFile(file as File));
    return ask('addFiles', paths.filter(Boolean));
  },
  openedFiles: relay('openedFiles'),
  commands: relay('command'),
  printSheet: (html) => ask('printSheet', html),
  saveSheet: (sheet) => ask('saveSheet', sheet),
  saveCopy: (options) => ask('saveCopy', options),
  pickBackup: () => ask('pickBackup'),
  openDataFolder: () => ask('openDataFolder'),
} satisfies Bridge;

contextBridge.exposeInMainWorld('bonneMesure', bridge);
