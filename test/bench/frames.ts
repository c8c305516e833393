import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread: what other programs did meanwhile does not count. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** Script per frame in milliseconds of processor time, over the frames in which there was any. */
export interface FrameScript {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  /** Tasks of more than 50 ms of processor time. */
  readonly longTasks: number;
}

const categories = ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline.frame'];
/** What runs the page's script; one within another is counted once. */
const scriptEvents = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
]);

/** What the main thread of a page did during some work, by Chromium's own trace. */
export async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<FrameScript> {
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return measured(traceEvents);
}

function measured(events: readonly TraceEvent[]): FrameScript {
  const thread = busiest(events.filter(({ name }) => scriptEvents.has(name)));
  const own = events.filter((event) => `${event.pid}.${event.tid}` === thread);
  const begins = own.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts);
  const perFrame = new Map<number, number>();
  for (const { ts, tdur = 0 } of outermost(
    own.filter(({ name, ph }) => scriptEvents.has(name) && ph === 'X'),
  )) {
    const frame = begins.findLastIndex((begin) => begin <= ts);
    perFrame.set(frame, (perFrame.get(frame) ?? 0) + tdur / 1000);
  }
  const times = [...perFrame.values()].sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const longTasks = own.filter(({ name, tdur = 0 }) => name.endsWith('RunTask') && tdur > 50_000).length;
  return { frames: times.length, median: at(0.5), p95: at(0.95), most: times.at(-1) ?? 0, longTasks };
}

function busiest(events: readonly TraceEvent[]): string {
  const time = new Map<string, number>();
  for (const { pid, tid, dur = 0 } of events) {
    time.set(`${pid}.${tid}`, (time.get(`${pid}.${tid}`) ?? 0) + dur);
  }
  return [...time].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
