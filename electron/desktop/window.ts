import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pageAddress } from './addresses.ts';
import { logFailure } from './log.ts';
import { fitWindowState, keepWindowState, leastSize, readWindowState } from './window-state.ts';

const paper = { light: '#fbfaf7', dark: '#16181b' } as const;

/**
 * Milliseconds after which the window is shown in any case: under Wayland, and on some graphics cards, Electron never
 * says that there is something to show.
 */
const patience = { afterLoad: 200, atMost: 3_000 } as const;

export interface WindowFiles {
  readonly preload: string;
  /** Where place and size of the window are kept. */
  readonly state: string;
}

export const windowFiles = (processFolder: string): WindowFiles => ({
  preload: join(processFolder, 'preload.cjs'),
  state: join(app.getPath('userData'), 'window.json'),
});

/** Opens the app's window where it was last seen. */
export function openWindow(files: WindowFiles): BrowserWindow {
  const { workArea: primary, id } = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== id);
  const displays = [primary, ...others.map(({ workArea }) => workArea)];
  const { maximized, zoom = 1, ...bounds } = fitWindowState(readWindowState(files.state), displays);
  const window = new BrowserWindow({
    ...bounds,
    ...leastSize(displays),
    title: 'Bonne Mesure',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: files.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      zoomFactor: zoom,
      devTools: !app.isPackaged,
    },
  });
  showSoon(window, maximized);
  // What Chromium remembers of this address may be another zoom than the window's. Not once the page has loaded:
  // somebody may have zoomed by then.
  window.webContents.once('did-navigate', () => window.webContents.setZoomFactor(zoom));
  window.on('close', () => {
    const factor = Math.round(window.webContents.getZoomFactor() * 100) / 100;
    const state = { maximized: window.isMaximized(), zoom: factor };
    try {
      keepWindowState(files.state, { ...window.getNormalBounds(), ...state });
    } catch (error) {
      // The next window opens where windows usually do.
      logFailure('keeping of the place of the window', error);
    }
  });
  window.loadURL(pageAddress).catch((error: unknown) => {
    logFailure('load of the page', error);
    window.show();
  });
  return window;
}

function showSoon(window: BrowserWindow, maximized: boolean): void {
  let shown = false;
  const show = () => {
    if (shown || window.isDestroyed()) {
      return;
    }
    shown = true;
    if (maximized) {
      window.maximize();
    }
    window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, patience.afterLoad));
  setTimeout(show, patience.atMost);
}

/** Brings a window to the eye, wherever it was put away. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) {
    window.restore();
  }
  window.show();
  window.focus();
}
