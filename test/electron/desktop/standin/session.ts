import { EventEmitter } from 'node:events';
import type Electron from 'electron';

type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0];
type Used =
  | 'setSpellCheckerEnabled'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler';

/** Keeps the handlers it is given, so that requests and tests can ask them. */
class StandInSession extends EventEmitter implements Pick<Electron.Session, Used> {
  spellChecker = true;
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;
  #beforeRequest: BeforeRequest = null;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.#beforeRequest = listener;
    },
  };

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  setPermissionCheckHandler(handler: typeof this.permissionCheck): void {
    this.permissionCheck = handler;
  }

  setPermissionRequestHandler(handler: typeof this.permissionRequest): void {
    this.permissionRequest = handler;
  }

  setDevicePermissionHandler(handler: typeof this.devicePermission): void {
    this.devicePermission = handler;
  }

  /** Whether a request may leave, as the app decides. */
  allows(url: string): boolean {
    let allowed = true;
    this.#beforeRequest?.({ url } as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => {
      allowed = !cancel;
    });
    return allowed;
  }
}

export const session = { defaultSession: new StandInSession() };
