import './styles/index.css';
import type { Bridge } from '../electron/api/bridge.ts';
import { FirstCalls } from './bridge/first-calls.ts';
import { httpLine } from './bridge/http-line.ts';
import { askForFirstWeek } from './first-week.ts';

declare global {
  interface Window {
    /** Set by the desktop's preload script. */
    readonly bonneMesure?: Bridge;
  }
}

// A small file of its own: the host works on the first answers while the browser still reads the page's code.
const first = new FirstCalls(window.bonneMesure ?? httpLine);
// Where the host is not there the page asks again, and tells.
askForFirstWeek(first, location.hash).catch(() => undefined);
void import('./main.tsx').then(({ showApp }) => showApp(first));
