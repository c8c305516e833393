import { weekday } from '../calendar/day.ts';
import { emptyInputs, type InputReader, type Inputs, ratioIndex, type Sources } from '../features/inputs.ts';
import type { ErrorDistribution } from '../numerics/distribution.ts';
import { priorParticipation } from './known-participation.ts';
import { fromEnrolment } from './naive.ts';
import { estimateDoubt, guessed } from './naive-distribution.ts';

/** Records from which the regression has a level of its own. */
const enoughRecords = 6;
/** Spread that a series begins with, see `features/rolling-stats.ts`. */
const firstSpread = 0.08;
/** Relative error of meals told from enrolment where no library knows it, or from places. */
const roughly = 0.2;

const sameWeekdays = [
  'sameWeekday1',
  'sameWeekday2',
  'sameWeekday4',
  'sameWeekday10',
  'sameWeekday30',
] as const;

/**
 * A site of which hardly any record is there: its level is the mean of these without their weekdays, or meals told
 * from an estimate of its ordinary day or from enrolment; its same weekdays are those of other towns. The regression makes of them what it makes of a past.
 */
export class ColdStart {
  private readonly sources: Sources;
  private readonly reader: InputReader;

  constructor(sources: Sources, reader: InputReader) {
    this.sources = sources;
    this.reader = reader;
  }

  /** `null` without a library, where there is enough past for a level, or where nothing tells a size. */
  inputs(site: number, day: number, origin: number): Inputs | null {
    const { library } = this.sources;
    const levels = this.sources.levels[site];
    const records = levels.last(origin) + 1;
    if (library === null || records >= enoughRecords) return null;
    const profile = (of: number) => library.weekdays[weekday(of) - 1] ?? 0;
    const level = this.level(site, day, origin, profile);
    if (!(level > 0)) return null;
    const x = emptyInputs();
    this.reader.readDay(levels, day, origin, x);
    for (const name of sameWeekdays) x.ratios[ratioIndex[name]] = profile(day);
    x.ratios[ratioIndex.sameWeekdayMedian] = profile(day);
    x.ratios[ratioIndex.citySameWeekday1] = profile(day);
    x.ratios[ratioIndex.citySameWeekday4] = profile(day);
    const levelDays = levels.number[records];
    const estimated = levelDays === 0 && this.sources.usualDays.at(levels.series.site.id, origin) !== null;
    return Object.assign(x, {
      site,
      level,
      spread: firstSpread,
      levelDays,
      noLastYear: true,
      records,
      estimated,
    });
  }

  private level(site: number, day: number, origin: number, profile: (of: number) => number): number {
    const { series, last } = this.sources.levels[site];
    let sum = 0;
    let n = 0;
    for (let k = 0; k <= last(origin); k++) {
      if (series.ordinary[k] !== 1) continue;
      sum += series.served[k] / Math.exp(profile(series.days[k]));
      n++;
    }
    const { usualDays } = this.sources;
    const { id } = series.site;
    if (n > 0) return usualDays.drawn(sum / n, n, id, origin);
    return usualDays.at(id, origin) ?? fromEnrolment(this.sources, site, day, origin);
  }

  /** An ordinary day's distribution, wider where no day of its own tells the level. */
  widened(usual: ErrorDistribution, { site, records, levelDays, estimated }: Inputs): ErrorDistribution {
    if (records === undefined || levelDays > 0) return usual;
    const { centre, deviation } = usual;
    return guessed(centre, Math.hypot(deviation, centre * (estimated ? estimateDoubt : this.doubt(site))));
  }

  /**
   * Relative standard deviation of meals told from enrolment. A library knows how the sites of a town differ, and a
   * merged one how towns do; one town cannot tell that, and it is taken to be as much again.
   */
  private doubt(site: number): number {
    const { library, levels } = this.sources;
    const { kind } = levels[site].series.site;
    const known = library && priorParticipation(library, kind);
    return known ? Math.hypot(known.sd, known.between ?? known.sd) / known.mean : roughly;
  }
}
