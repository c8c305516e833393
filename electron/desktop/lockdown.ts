import { app, type Session, session, type WebContents } from 'electron';
import { isOwnPage, mayLoad } from './addresses.ts';
import { logRefusal } from './log.ts';

/**
 * Before the app is ready: every window in the sandbox, and no errand of Chromium's own on the network. Who started the
 * app without Chromium's sandbox (an AppImage where user namespaces are closed, root) would find it refused otherwise;
 * the windows keep theirs from Node all the same.
 */
export function lockProcesses(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

const clipboardWrite = 'clipboard-sanitized-write';

/** Once the app is ready. */
export function lockSession(target: Session = session.defaultSession): void {
  target.setSpellCheckerEnabled(false);
  // A page may write text to the clipboard at a press; it may read nothing there, nor anything else.
  target.setPermissionCheckHandler((_contents, permission) => permission === clipboardWrite);
  target.setDevicePermissionHandler(() => false);
  target.setPermissionRequestHandler((contents, permission, answer) => {
    if (permission === clipboardWrite) return answer(true);
    logRefusal('permission', { permission, page: contents.getURL() });
    answer(false);
  });
  target.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !mayLoad(url);
    if (cancel) {
      logRefusal('request', { url });
    }
    answer({ cancel });
  });
  target.on('will-download', (event, item) => {
    event.preventDefault();
    logRefusal('download', { url: item.getURL() });
  });
}

/** No page leaves the app, opens a window or holds a guest. */
function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    logRefusal('new window', { url });
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    // The page may load itself again, and hold a preview: a frame whose text it gives, which loads nothing.
    const harmless = event.isMainFrame ? isOwnPage(event.url) : event.url === 'about:srcdoc';
    if (!harmless) {
      event.preventDefault();
      logRefusal('navigation', { url: event.url });
    }
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    logRefusal('redirect', { url: event.url });
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    logRefusal('webview', { page: contents.getURL() });
  });
}
