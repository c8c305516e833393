import { findBrowser } from '../../../../electron/service/documents/find-browser.ts';
import { describeWhere } from '../../../support/describe-where.ts';

export const hasBrowser = findBrowser() !== null;

/** `describe` for tests of the desktop host, whose stand-in opens its windows in a real Chromium. */
export function describeStandIn(name: string, body: () => void): void {
  describeWhere(hasBrowser, name, 'no Chrome, Edge or Chromium was found', body);
}
