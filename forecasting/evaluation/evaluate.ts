import { toDay } from '../calendar/day.ts';
import type { Evaluation, History } from '../domain/records.ts';
import type { BacktestLine } from '../domain/types.ts';
import { buildFrame, indexClosures } from '../frame/frame.ts';
import { calendarAt } from '../models/sources.ts';
import { intervalCoverage, pinball, pitHistogram } from './calibration.ts';
import { biggestErrors, type CauseEvidence } from './error-causes.ts';
import { breakdowns } from './groups.ts';
import { staffShortage, tradeOff } from './staff-shortage.ts';

/** Errors kept with their cause. */
const biggestCount = 20;

/**
 * Everything that a backtest says besides its measures. The days are named by the calendar as it is known
 * afterwards: that names the errors and is no part of any forecast. Days of outings are a group of their own, and
 * in nothing else.
 */
export function evaluate(
  history: History,
  lines: readonly BacktestLine[],
  outings: readonly BacktestLine[] = [],
): Evaluation {
  const evidence = causeEvidence(history, lines);
  return {
    staffShortage: staffShortage(lines),
    tradeOff: tradeOff(lines),
    pinball: pinball(lines),
    coverage: intervalCoverage(lines),
    pit: pitHistogram(lines),
    ...breakdowns(lines, evidence.calendar, outings),
    biggest: biggestErrors(lines, biggestCount, evidence),
  };
}

function causeEvidence(history: History, lines: readonly BacktestLine[]): CauseEvidence {
  const last = lines.reduce((latest, { date }) => Math.max(latest, toDay(date)), 0);
  const closures = indexClosures(history.closures);
  const frame = buildFrame(history, closures, last);
  const recorded = new Map(frame.series.map(({ site, days }) => [site.id, new Set(days)]));
  const none: ReadonlySet<number> = new Set();
  return {
    calendar: calendarAt(history, frame, last),
    closures,
    recorded: (siteId) => recorded.get(siteId) ?? none,
  };
}
