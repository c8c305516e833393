import { endpoint } from './chromium.ts';
import { privileged } from './protocol.ts';
import { printed } from './web-contents.ts';

// What `import … from 'electron'` gives to the app's built files in these tests.

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { dialog, Menu, nativeTheme, screen, shell } from './small-parts.ts';

/** What only the stand-in has. */
export const standIn = { endpoint, printed, privileged };
