import { addDays, toDay, toIso } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import { Cancelled } from '../../../forecasting/domain/types.ts';
import { Rolling } from '../../../forecasting/evaluation/rolling.ts';
import type { Hindcast, Hindcasts } from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import type { PastTarget } from '../context/ports.ts';
import type { HindcastStore, ModelStore } from './model-store.ts';

/** Weeks of service that the replay goes back, besides the week that is looked at. */
const weeksBack = 13;
/** Replays kept at once: one per lead of the order rules, for the weeks that one leafs through. */
const capacity = 6;
/** Of those that are not done yet, which hold all rows that they learn from: tens of megabytes each. */
const atWork = 2;
/** One of these is dropped once so many questions went to another: two windows that take turns both get on. */
const leftAlone = 4;

/** One call works for about so long, in milliseconds: what else is asked meanwhile must not wait for all of it. */
const sliceMs = 150;

interface Replay {
  readonly rolling: Rolling;
  /** Where its refits outlive the process; `null` where there are none to keep. */
  readonly store: HindcastStore | null;
}

interface HindcastRun {
  /** `null` once all is forecast. */
  replay: Replay | null;
  readonly bySite: Map<number, Hindcast[]>;
  /** The number of the question that was last put to it. */
  asked: number;
}

/** The Monday of the first of the last weeks with records before a day; `null` without any. */
function firstMonday({ attendance }: History, to: IsoDate): IsoDate | null {
  const last = toDay(to);
  const weeks = new Set<number>();
  for (const day of attendance.day) {
    // Day 0 is a Thursday: 1970-01-01.
    if (day <= last) weeks.add(Math.floor((day + 3) / 7));
  }
  const [first] = [...weeks].sort((a, b) => a - b).slice(-weeksBack);
  return first === undefined ? null : toIso(first * 7 - 3);
}

/**
 * What would have been forecast for the days of the last weeks, each with only what was known `lead` days before. One
 * replay is of all sites and is kept; it is made in slices, each going on where the one before stopped. Its refits,
 * which take most of the time, are kept in files: they see the records up to a day some time ago, so they are good
 * until one of those is corrected, or another week begins. What is forecast with them is forecast anew.
 */
export class HindcastCache {
  readonly #hindcasts = new Map<string, HindcastRun | null>();
  readonly #store: ModelStore | undefined;
  #questions = 0;

  constructor(store?: ModelStore) {
    this.#store = store;
  }

  clear(): void {
    for (const key of [...this.#hindcasts.keys()]) this.#drop(key);
  }

  /** Works for a moment on the forecasts up to the week of a date; answers those of one site, oldest first. */
  of(history: History, target: PastTarget, cancelled: () => boolean): Pick<Hindcasts, 'days' | 'done'> {
    const to = addDays(mondayOfWeek(target.date), 6);
    const key = `${to} ${target.lead}`;
    const cached = this.#hindcasts.get(key);
    const hindcast = cached === undefined ? begin(history, to, target.lead, this.#store) : cached;
    this.#keep(key, hindcast);
    if (hindcast === null) return { days: [], done: 1 };
    // Laying the records out takes a moment of its own.
    if (cached !== undefined) work(hindcast, cancelled);
    return { days: hindcast.bySite.get(target.siteId) ?? [], done: hindcast.replay?.rolling.done ?? 1 };
  }

  /** The one asked for last goes to the end; the one not asked for longest is dropped. */
  #keep(key: string, hindcast: HindcastRun | null): void {
    this.#hindcasts.delete(key);
    this.#hindcasts.set(key, hindcast);
    this.#questions++;
    if (hindcast !== null) hindcast.asked = this.#questions;
    const open = [...this.#hindcasts].flatMap(([other, run]) => (run?.replay ? [{ other, run }] : []));
    const left = open.filter(
      ({ run }, i) => i < open.length - atWork || this.#questions - run.asked >= leftAlone,
    );
    const oldest = [...this.#hindcasts.keys()].slice(0, -capacity);
    for (const gone of [...oldest, ...left.map(({ other }) => other)]) this.#drop(gone);
  }

  #drop(key: string): void {
    this.#hindcasts.get(key)?.replay?.rolling.release();
    this.#hindcasts.delete(key);
  }
}

function begin(history: History, to: IsoDate, lead: number, models?: ModelStore): HindcastRun | null {
  const from = firstMonday(history, to);
  if (from === null) return null;
  const rolling = new Rolling(history, { from, to, lead, everyDay: true });
  const { lastFit } = rolling;
  const store =
    lastFit === null ? undefined : models?.ofHindcast(history, { from, to, lead, lastFit: toIso(lastFit) });
  const savedFits = store?.find() ?? null;
  if (savedFits !== null) rolling.reuse(savedFits);
  return {
    replay: { rolling, store: savedFits === null ? (store ?? null) : null },
    bySite: new Map(),
    asked: 0,
  };
}

/** Goes on with a replay until it is done, its time is up or the caller has gone; always by one step at least. */
function work(run: HindcastRun, cancelled: () => boolean): void {
  if (run.replay === null) return;
  const { rolling, store } = run.replay;
  const { bySite } = run;
  const end = performance.now() + sliceMs;
  let steps = 0;
  const stop = () => cancelled() || (steps++ > 0 && performance.now() > end);
  try {
    rolling.run({ cancelled: stop }, ({ siteId, day, forecast }) => {
      const ofSite = bySite.get(siteId) ?? [];
      bySite.set(siteId, ofSite);
      const [low, high] = [forecast.quantile(0.1), forecast.quantile(0.9)];
      ofSite.push({ date: toIso(day), mean: forecast.mean, low, high });
    });
    store?.keep(rolling.fits);
    rolling.release();
    run.replay = null;
  } catch (error) {
    if (!(error instanceof Cancelled) || cancelled()) throw error;
  }
}
