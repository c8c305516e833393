import '../styles/index.css';
import type { Bridge } from '../../electron/api/bridge.ts';
import { EarlyRequests } from '../bridge/first-calls.ts';
import { httpLine } from '../bridge/http-line.ts';
import { requestFirstWeek } from './first-week.ts';

declare global {
  interface Window {
    /** Set by the desktop's preload script. */
    readonly bonneMesure?: Bridge;
  }
}

// A small file of its own: the host works on the first answers while the browser still reads the page's code.
const first = new EarlyRequests(window.bonneMesure ?? httpLine);
// Where the host is not there the page asks again, and tells.
requestFirstWeek(first, location.hash).catch(() => undefined);
void import('./main.tsx').then(({ showApp }) => showApp(first));
