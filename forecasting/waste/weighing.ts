import type { SourceMass, Tare, WasteSource, WasteSum, WeighedDay } from '../domain/waste-records.ts';
import { wasteSources } from '../domain/waste-records.ts';

/**
 * Formulas of the official weighing form of school canteens (annexes 1a and 1b of five days, 2a and 2b of seven,
 * version 3; betagouv/ma-cantine). Masses are whole grams, meals whole numbers.
 */

/** The share of mixed waste that could have been eaten; `null`: not known. */
export interface EdibleShares {
  /** Of what was made and not served, and of plates. The form's 0.85. */
  readonly service: number;
  /** Of preparation: peelings are mostly not edible, and the form gives no share. */
  readonly preparation: number | null;
}

export const formShares: EdibleShares = { service: 0.85, preparation: null };

/** The sums of days, and those of each source. */
export interface WasteFigures extends WasteSum {
  readonly bySource: Readonly<Record<WasteSource, SourceFigures>>;
}

export interface SourceFigures {
  readonly total: number;
  readonly edible: number;
}

/** Gross weight less the tares; below 0 where the gross weight is less than its containers. Grams. */
export const netMass = (gross: number, tares: readonly Tare[]): number =>
  tares.reduce((rest, { grams }) => rest - grams, gross);

const shareOf = (source: WasteSource, shares: EdibleShares) =>
  source === 'preparation' ? shares.preparation : shares.service;

/** Grams of one source, all and edible; `null` where they cannot be told from what was weighed. */
export function sourceFigures(
  source: WasteSource,
  { total, edible, inedible }: SourceMass,
  shares: EdibleShares = formShares,
): SourceFigures | null {
  const whole = total ?? (edible !== null && inedible !== null ? edible + inedible : null);
  if (whole === null) return null;
  const eaten = edible ?? (inedible === null ? null : whole - inedible);
  if (eaten !== null) return { total: whole, edible: eaten };
  if (whole === 0) return { total: 0, edible: 0 };
  const share = shareOf(source, shares);
  return share === null ? null : { total: whole, edible: share * whole };
}

type BySource = Record<WasteSource, SourceFigures>;

const nothing: SourceFigures = { total: 0, edible: 0 };

interface DayMasses extends SourceFigures {
  readonly bySource: BySource;
}

/** All masses of a day; `null` where one that was weighed cannot be told, or none was weighed. */
function dayMasses({ sources, unsorted }: WeighedDay, shares: EdibleShares): DayMasses | null {
  const bySource: BySource = { preparation: nothing, unserved: nothing, plates: nothing };
  if (unsorted !== null) return { total: unsorted, edible: shares.service * unsorted, bySource };
  let weighed = 0;
  for (const source of wasteSources) {
    const mass = sources[source];
    if (mass === null) continue;
    const figures = sourceFigures(source, mass, shares);
    if (figures === null) return null;
    bySource[source] = figures;
    weighed++;
  }
  const sum = (of: keyof SourceFigures) =>
    wasteSources.reduce((grams, source) => grams + bySource[source][of], 0);
  return weighed === 0 ? null : { total: sum('total'), edible: sum('edible'), bySource };
}

/**
 * The figures of some days: sums of the days that count, and their ratios. A day without meals distributed, or with a
 * mass that cannot be told, is left out and named; half a day would look like little waste.
 */
export function wasteFigures(days: readonly WeighedDay[], shares: EdibleShares = formShares): WasteFigures {
  const leftOut: string[] = [];
  const bySource: BySource = { preparation: nothing, unserved: nothing, plates: nothing };
  let [counted, distributed, total, edible] = [0, 0, 0, 0];
  for (const day of days) {
    const masses = day.distributed === null || day.distributed < 1 ? null : dayMasses(day, shares);
    if (masses === null) {
      leftOut.push(day.date);
      continue;
    }
    counted++;
    distributed += day.distributed ?? 0;
    total += masses.total;
    edible += masses.edible;
    for (const source of wasteSources) bySource[source] = added(bySource[source], masses.bySource[source]);
  }
  const per = (grams: number) => (distributed > 0 ? grams / distributed : null);
  return {
    days: counted,
    leftOut,
    distributed,
    total,
    edible,
    perCover: per(edible),
    perCoverOfMaCantine: per(total),
    totalOfForm1b: total - bySource.preparation.edible,
    bySource,
  };
}

const added = (a: SourceFigures, b: SourceFigures): SourceFigures => ({
  total: a.total + b.total,
  edible: a.edible + b.edible,
});

/**
 * Kilograms of edible waste a year: so many weeks of service, each with the edible waste of a usual week. A campaign of
 * more or fewer days than a week of service counts by the day. `null` where no day counts.
 */
export function yearlyWaste(
  { days, edible }: Pick<WasteFigures, 'days' | 'edible'>,
  weeks: number,
  daysPerWeek: number,
): number | null {
  return days === 0 ? null : (weeks * daysPerWeek * edible) / days / 1000;
}
