import type { Closure, History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { AssumedDay, DayStatus } from '../../../forecasting/domain/types.ts';

/** Strikes, outings and closures of one site-day that became known after a model's origin. */
export class EventsSince {
  readonly #byDate: ReadonlyMap<IsoDate, readonly Closure[]>;
  readonly #today: IsoDate;

  constructor({ closures }: Pick<History, 'closures'>, today: IsoDate) {
    this.#today = today;
    this.#byDate = Map.groupBy(closures, ({ date }) => date);
  }

  /**
   * Unknown at the end of `origin`, known at the end of `until`. One that nobody announced is known on its day; of a day
   * that is past it was noted too late for any order.
   */
  of(siteId: number, date: IsoDate, origin: IsoDate, until: IsoDate): readonly Closure[] {
    const isKnown = ({ announced }: Closure, day: IsoDate) =>
      (announced !== null && announced <= day) || (date <= day && date >= this.#today);
    return (this.#byDate.get(date) ?? []).filter(
      (closure) =>
        (closure.siteId === null || closure.siteId === siteId) &&
        !isKnown(closure, origin) &&
        isKnown(closure, until),
    );
  }
}

/** What a model must be told of events that it does not know. */
export function supposed(events: readonly Closure[]): AssumedDay {
  const absent = events.reduce(
    (sum, { kind, absent: away }) => sum + (kind === 'outing' ? (away ?? 0) : 0),
    0,
  );
  return {
    ...(events.some(({ kind }) => kind === 'strike') ? { strike: true } : {}),
    ...(absent === 0 ? {} : { absent }),
  };
}

/** A day's status with events that the model behind it does not know. */
export function statusWith(status: DayStatus, events: readonly Closure[]): DayStatus {
  if (events.some(({ kind }) => kind === 'closure')) return { closed: 'closure', label: null, flags: [] };
  if (status.closed !== null || events.length === 0) return status;
  const added = (['strike', 'outing'] as const).filter(
    (kind) => !status.flags.includes(kind) && events.some((event) => event.kind === kind),
  );
  return { ...status, flags: [...added, ...status.flags] };
}
