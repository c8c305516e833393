import type { ClosureKind } from '../../../forecasting/domain/records.ts';
import { isoOf, schoolYearOfDay } from '../../day.ts';
import { childrenEnrolled } from '../../enrolment.ts';
import { fold } from '../../fold.ts';
import { closureBelow } from '../closure-kind.ts';
import type { OpenKind } from '../kind-reader.ts';
import { warnOfStrikesInHolidays } from '../plausibility.ts';
import { type Row, refused } from '../row.ts';
import { dataTables } from '../tables.ts';
import { siteKindOf } from './attendance.ts';

/** Strikes, closures and outings, of one site or (no site named) of all. */
export const openClosures: OpenKind = ({ db, names, report, writer }) => {
  const closures = writer(dataTables.closure);
  const strikes = new Set<number>();
  return {
    row(row) {
      const day = row.day('date');
      const kind = closureKind(row);
      const absent = row.count('absent');
      const announced = row.text('announced') === '' ? null : row.day('announced', 'nothing');
      const siteKind = siteKindOf(row);
      if (
        day === refused ||
        kind === refused ||
        absent === refused ||
        announced === refused ||
        siteKind === refused
      ) {
        return refused;
      }
      if (kind === null) {
        return 'unchanged';
      }
      if (kind === 'strike') {
        strikes.add(day);
      }
      const site = row.text('site');
      const name = site === '' ? null : names.resolve(site, siteKind);
      const enrolled = name?.siteId == null ? null : childrenEnrolled(db, name.siteId, schoolYearOfDay(day));
      if (enrolled !== null && absent !== null && absent > enrolled) {
        return row.refuse('absent', 'too-many-away', { enrolled });
      }
      const written = closures.write(
        [isoOf(day), kind, name?.id ?? null],
        [absent, announced === null ? null : isoOf(announced)],
        (old, given) => given.map((value, index) => value ?? old[index] ?? null),
      );
      if (name !== null && name.siteId === null) {
        row.ask('site', 'site-unknown', { name: site, siteKind });
        return 'asked';
      }
      return written;
    },
    end() {
      warnOfStrikesInHolidays(db, strikes, report);
    },
  };
};

/** A table of strike days has a column of 1 and 0, one of open days O and N; `null`: the day is like others. */
function closureKind(row: Row): ClosureKind | null | typeof refused {
  if (row.has('strike')) {
    const mark = fold(row.text('strike'));
    if (/^(1|OUI|YES|X|TRUE|VRAI|GREVES?|STRIKE)$/.test(mark)) {
      return 'strike';
    }
    return /^(0|NON|NO|FALSE|FAUX|)$/.test(mark) ? null : row.refuse('strike', 'unknown-closure', {});
  }
  const kind = closureBelow(row.place('event').column ?? '', row.text('event'));
  if (kind === null) {
    const text = row.needed('event');
    return text === refused ? refused : row.refuse('event', 'unknown-closure', {});
  }
  return kind === 'none' ? null : kind;
}
