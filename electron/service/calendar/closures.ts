import { type ClosureKey, listClosures, removeClosures, saveClosures } from '../../../db/closures.ts';
import { childrenEnrolled } from '../../../db/enrolment.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { Closure } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { ClosureDraft, ClosureRecord, IsoDate, Language, SavedClosures } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import { spelledDate } from '../messages/format.ts';

/** The days of a draft: each weekday of a period, and a single day whatever it is. */
function daysOf({ from, to }: ClosureDraft): readonly IsoDate[] {
  if (to === undefined || to === from) {
    return [from];
  }
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (weekday(toDay(date)) <= 5) {
      days.push(date);
    }
  }
  return days;
}

/** When it was known: as said; else today, or nobody knows when for a day that is past. */
function announced(draft: ClosureDraft, date: IsoDate, today: IsoDate): IsoDate | null {
  return draft.announced === undefined ? (date < today ? null : today) : draft.announced;
}

function closuresOf(drafts: readonly ClosureDraft[], today: IsoDate): readonly Closure[] {
  return drafts.flatMap((draft) =>
    daysOf(draft).map((date) => ({
      date,
      siteId: draft.siteId,
      kind: draft.kind,
      absent: draft.absent ?? null,
      announced: announced(draft, date, today),
    })),
  );
}

/** A day mentioned twice keeps what was said last. */
const once = <T extends ClosureKey>(closures: readonly T[]): readonly T[] => [
  ...new Map(closures.map((one) => [`${one.date} ${one.kind} ${one.siteId}`, one])).values(),
];

/** Throws on an outing of more children than are enrolled in its school year, naming the first one. */
function refuseTooManyAway(
  { db, language }: { readonly db: ReadonlyDatabase; readonly language: Language },
  closures: readonly Closure[],
  siteNames: ReadonlyMap<number, string>,
): void {
  for (const { siteId, date, absent } of closures) {
    if (siteId === null || absent === null) continue;
    const enrolled = childrenEnrolled(db, siteId, schoolYearOf(toDay(date)));
    if (enrolled === null || absent <= enrolled) continue;
    const [site = '', day] = [siteNames.get(siteId), spelledDate(date, language)];
    throw new ServiceError('refused', (t) => t.errors.tooManyAway(site, day, absent, enrolled));
  }
}

/** Keeps what someone typed in. */
export function saveManualClosures(
  { db, today, language }: { readonly db: Database; readonly today: IsoDate; readonly language: Language },
  { closures: drafts }: Input<'closures.save'>,
): SavedClosures {
  const sites = new Map(listSites(db).map(({ id, name }) => [id, name]));
  const unknown = drafts.find(({ siteId }) => siteId !== null && !sites.has(siteId));
  if (unknown !== undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(unknown.siteId)));
  }
  const closures = once(closuresOf(drafts, today));
  if (closures.length === 0) {
    throw new ServiceError('refused', (t) => t.errors.weekendOnly);
  }
  refuseTooManyAway({ db, language }, closures, sites);
  saveClosures(db, closures);
  return { saved: closures.map((closure) => ({ ...closure, imported: false })) };
}

export const removeManualClosures = (
  { db }: { readonly db: Database },
  { closures }: Input<'closures.remove'>,
): readonly ClosureRecord[] => removeClosures(db, once(closures));

export const closuresBetween = (
  { db }: { readonly db: ReadonlyDatabase },
  { from, to }: Input<'closures.list'>,
): readonly ClosureRecord[] => listClosures(db, from, to);
