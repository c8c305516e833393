import { toIso, weekday } from '../calendar/day.ts';
import type { LevelChange } from '../domain/records.ts';
import { logRatio } from '../features/inputs.ts';
import type { RollingStats } from '../features/rolling-stats.ts';
import { median } from '../numerics/median.ts';

/** Counts in a row, all on one side, that make another level: it is noticed within five days of service. */
const runLength = 4;
/** Days between a count and the records that it is compared with, so that hardly a count of the run is among these. */
const behind = 7;
/** Least log ratio of the run's median to what was usual, of which each count must show half. */
const leastChange = 0.15;
/** The mean of the run must lie so many standard errors off. */
const surely = 4;
/** Counts before the run that tell how far off a site's counts usually lie, and fewest of them. */
const toldBy = 40;
const fewest = 20;
/** Standard deviation over the median size of an error, of normal ones. */
const ofMedianSize = 1.4826;
/** No site is steadier than this, nor than chance: of n meals it moves the log by about 0.6 ÷ √n where most eat. */
const steadiest = 0.02;
const chance = 0.6;
/** Days after the last count for which it is told: nobody knows whether it goes on after a summer. */
const toldFor = 21;
/** Fewer sites make no town by which a day's counts are judged. */
const fewSites = 5;

/** A count against what was usual of its weekday a week before. */
interface Deviation {
  readonly day: number;
  readonly served: number;
  readonly usual: number;
  /** Their log ratio. */
  readonly ratio: number;
}

/**
 * Levels that moved in the last days of service, by site; `null`: it stands where it stood. A count is compared with the
 * median of the last six same weekdays a week before, less what the whole town did on that day. So many counts in a row
 * far on one side are a change that lasted so long: a class more, a term, an epidemic. It is told; what is expected
 * follows by the levels that the regression weighs.
 */
export function levelBreaks(sites: readonly RollingStats[], origin: number): readonly (LevelChange | null)[] {
  const own = sites.map((levels) => deviations(levels, origin));
  const town = townRatios(own.flat());
  return own.map((list) => {
    const last = list.at(-1);
    return last === undefined || origin - last.day > toldFor ? null : breakOf(list, town);
  });
}

/** Of the last ordinary days, the oldest first. */
function deviations({ series, last, onWeekday, weekdayMedian }: RollingStats, origin: number): Deviation[] {
  const found: Deviation[] = [];
  for (let k = last(origin); k >= 0 && found.length < toldBy + runLength; k--) {
    if (series.ordinary[k] !== 1) continue;
    const day = series.days[k];
    const before = last(day - behind);
    const same = before < 0 ? -1 : onWeekday[before * 8 + weekday(day)];
    if (same < 0) continue;
    const usual = weekdayMedian[same];
    const served = series.served[k];
    found.push({ day, served, usual, ratio: logRatio(served, usual) });
  }
  return found.reverse();
}

/** What all sites have in common on a day (a bridge, the last of June): their median. */
function townRatios(all: readonly Deviation[]): ReadonlyMap<number, number> {
  return new Map(
    [...Map.groupBy(all, ({ day }) => day)].map(([day, on]) => {
      return [day, on.length < fewSites ? 0 : median(on.map(({ ratio }) => ratio))] as const;
    }),
  );
}

function breakOf(list: readonly Deviation[], town: ReadonlyMap<number, number>): LevelChange | null {
  if (list.length < fewest + runLength) return null;
  const apart = list.map(({ day, ratio }) => ratio - (town.get(day) ?? 0));
  const run = apart.slice(-runLength);
  const moved = median(run);
  const side = Math.sign(moved);
  if (Math.abs(moved) < leastChange || run.some((one) => one * side < leastChange / 2)) return null;
  const last = list.slice(-runLength);
  const before = mean(last.map(({ usual, day }) => usual * Math.exp(town.get(day) ?? 0)));
  const past = apart.slice(0, -runLength);
  const centre = median(past);
  const usual = ofMedianSize * median(past.map((one) => Math.abs(one - centre)));
  const width = Math.max(usual, steadiest, chance / Math.sqrt(Math.max(1, before)));
  if (Math.abs(mean(run)) * Math.sqrt(runLength) <= surely * width) return null;
  const back = apart.findLastIndex((one) => one * side < leastChange / 2);
  return { before, after: mean(last.map(({ served }) => served)), since: toIso(list[back + 1].day) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
