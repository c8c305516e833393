import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { buildSchoolCalendar, zoneOf } from '../calendar/school-calendar.ts';
import type { History } from '../domain/records.ts';
import { indexEnrolment } from '../features/enrolment.ts';
import type { Sources } from '../features/inputs.ts';
import { menuWords } from '../features/menu-words.ts';
import { growRollingStats, rollingStatsUpTo } from '../features/rolling-stats.ts';
import { indexUsualDays } from '../features/usual-days.ts';
import type { ClosureIndex, Frame } from '../frame/frame.ts';
import { buildFrame, frameUpTo, indexClosures, serviceEvidence } from '../frame/frame.ts';
import { OpenDays } from '../frame/open-days.ts';
import { ServiceWeeks } from '../frame/service-weeks.ts';
import { libraryAt, libraryShare, servedDays } from './library-at.ts';
import { wordsIn } from './library-prior.ts';

/** Days after the last record for which the calendar is laid out. */
const ahead = 550;

/** What all origins share of one history: the dear part of their sources. */
interface Whole {
  readonly closures: ClosureIndex;
  readonly frame: Frame;
  readonly levels: readonly ReturnType<typeof growRollingStats>[];
}

const wholes = new WeakMap<History, Whole>();

function wholeOf(history: History): Whole {
  const found = wholes.get(history);
  if (found !== undefined) return found;
  const closures = indexClosures(history.closures);
  const frame = buildFrame(history, closures, Number.POSITIVE_INFINITY);
  const whole = { closures, frame, levels: frame.series.map(growRollingStats) };
  wholes.set(history, whole);
  return whole;
}

/**
 * Everything the models look things up in. Records up to `lastDay` are read; what a forecast may see of
 * them is bounded by its own origin. `origin` is the first origin: words and calendar are as known then.
 */
export function buildSources(history: History, origin: number, lastDay: number): Sources {
  const whole = wholeOf(history);
  const frame = frameUpTo(whole.frame, lastDay);
  const { closures } = whole;
  const calendar = calendarAt(history, frame, origin);
  const library = libraryAt(history, frame.series, origin);
  return {
    frame,
    opened: new OpenDays(history.openDays ?? []),
    weeks: weeksAt(history, { frame, calendar, closures }, origin),
    levels: whole.levels.map((levels, i) =>
      rollingStatsUpTo(levels, frame.series[i], frame.firstDay, lastDay),
    ),
    enrolment: indexEnrolment(history.enrolment),
    usualDays: indexUsualDays(history.usualDays ?? []),
    closures,
    menu: menuWords(history.menu, origin, library === null ? [] : wordsIn(library)),
    calendar,
    library,
    libraryShare: libraryShare(servedDays(frame.series, origin)),
  };
}

/** On which days the sites serve, as known at the end of a day. */
export function weeksAt(
  history: History,
  { frame, calendar, closures }: Pick<Sources, 'frame' | 'calendar' | 'closures'>,
  origin: number,
): ServiceWeeks {
  return new ServiceWeeks(frame, calendar, closures, history.statedWeeks ?? [], origin);
}

/** The calendar as known at the end of a day. */
export function calendarAt(history: History, frame: Frame, origin: number): SchoolCalendar {
  const evidence = serviceEvidence(frame, origin);
  const zone = zoneOf(history.holidays, evidence);
  const holidays = history.holidays.filter((h) => h.zone === zone);
  return buildSchoolCalendar(
    holidays,
    evidence,
    frame.firstDay - 7,
    frame.lastDay + ahead,
    history.publicHolidays,
  );
}
