import { BrowserWindow } from 'electron';
import type { SheetShelf } from './sheet-shelf.ts';

/** Shows a sheet in a window nobody sees, without scripts, and lets it be printed. */
async function withSheet<T>(
  sheets: SheetShelf,
  html: string,
  parent: BrowserWindow,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    // Closed with the app's window: left alone, it would keep a program alive that nobody sees any more.
    parent,
    webPreferences: {
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
    },
  });
  const address = sheets.put(html);
  try {
    await window.loadURL(address);
    return await use(window);
  } finally {
    sheets.remove(address);
    window.destroy();
  }
}

/** Through the system's print dialog. Giving up there is no error. */
export function printSheet(sheets: SheetShelf, html: string, parent: BrowserWindow): Promise<void> {
  return withSheet(sheets, html, parent, ({ webContents }) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    webContents.print({ printBackground: true, pageSize: 'A4' }, (success, reason) => {
      if (success || /cancel/i.test(reason)) {
        resolve();
      } else {
        reject(new Error(`The sheet was not printed: ${reason}`));
      }
    });
    return promise;
  });
}

export function sheetToPdf(sheets: SheetShelf, html: string, parent: BrowserWindow): Promise<Buffer> {
  return withSheet(sheets, html, parent, ({ webContents }) =>
    webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, pageSize: 'A4' }),
  );
}
