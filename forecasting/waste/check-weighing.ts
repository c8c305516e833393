import type { EntryFinding } from '../domain/entry-records.ts';
import type { CampaignPeriod, WeighedBin, WeighedDay } from '../domain/waste-records.ts';
import { wasteSources } from '../domain/waste-records.ts';
import { wasteFigures } from './weighing.ts';

export type WeighingCode =
  | 'ends-before-start'
  | 'overlap'
  | 'few-days'
  | 'future'
  | 'negative'
  | 'tare-above-gross'
  | 'light-bin'
  | 'maybe-grams'
  | 'much-a-diner'
  | 'parts-differ'
  | 'distributed-above-prepared'
  | 'no-diners';

/** Days that represent a site: fewer say little. */
const fewestDays = 5;
/** Grams thrown for each diner that hardly ever are: an eaten lunch weighs about as much. */
const mostPerDiner = 600;
/** Grams of one weighing of a day, where nobody knows the diners: what two thousand of them hardly throw. */
const mostOfAnybody = 2000 * mostPerDiner;

const refused = (
  field: string,
  code: WeighingCode,
  values: Record<string, number | string> = {},
): EntryFinding<WeighingCode> => ({ field, code, severity: 'refused', values });
const doubtful = (
  field: string,
  code: WeighingCode,
  values: Record<string, number | string> = {},
): EntryFinding<WeighingCode> => ({ field, code, severity: 'check', values });

/** A campaign that overlaps another of its site, or ends before it starts, cannot be; a short one says little. */
export function checkCampaign(
  { siteId, from, to }: CampaignPeriod,
  serviceDays: number,
  others: readonly CampaignPeriod[],
): readonly EntryFinding<WeighingCode>[] {
  if (from > to) return [refused('to', 'ends-before-start', { from, to })];
  const other = others.find((one) => one.siteId === siteId && one.from <= to && from <= one.to);
  return [
    ...(other ? [refused('from', 'overlap', { from: other.from, to: other.to })] : []),
    ...(serviceDays < fewestDays
      ? [doubtful('to', 'few-days', { days: serviceDays, needed: fewestDays })]
      : []),
  ];
}

interface EnteredWeight {
  readonly gross: number;
  readonly tares: number;
  /** The containers that it was weighed in, where they were entered one by one. */
  readonly bins?: readonly WeighedBin[];
}

/** One weight as it is entered, in grams. `diners`: meals of that day, where they are known. */
export function checkWeight(
  field: string,
  { gross, tares, bins = [] }: EnteredWeight,
  diners: number | null,
): readonly EntryFinding<WeighingCode>[] {
  if (!(gross >= 0)) return [refused(field, 'negative')];
  const net = gross - tares;
  // Full, a container weighs no less than empty, whatever the others bring.
  if (net < 0 || bins.some((bin) => bin.gross < bin.tare)) {
    return [refused(field, 'tare-above-gross', { gross, tares })];
  }
  const known = diners !== null && diners >= 1;
  if (net <= (known ? mostPerDiner * diners : mostOfAnybody)) return [];
  // A number in grams written where kilograms belong is a thousand times too large.
  const asGrams = gross / 1000 - tares;
  const kilograms = net / 1000;
  if (!known || (net > 20 * mostPerDiner * diners && asGrams >= 0)) {
    return [doubtful(field, 'maybe-grams', { kilograms, instead: gross / 1_000_000 })];
  }
  return [doubtful(field, 'much-a-diner', { kilograms, perDiner: Math.round(net / diners) })];
}

/** One weight as it is on record: a container lighter full than empty, once kept, is told. */
export function checkKeptWeight(
  field: string,
  { gross, tares, bins = [] }: EnteredWeight,
  diners: number | null,
): readonly EntryFinding<WeighingCode>[] {
  const light = bins.find((bin) => bin.gross < bin.tare);
  return [
    ...(light ? [doubtful(field, 'light-bin', { gross: light.gross / 1000, tare: light.tare / 1000 })] : []),
    ...checkWeight(field, { gross, tares }, diners),
  ];
}

/** One day of a campaign: its sums, its meals, and more than anybody throws. */
export function checkWeighedDay(day: WeighedDay, today: string): readonly EntryFinding<WeighingCode>[] {
  const findings: EntryFinding<WeighingCode>[] = [];
  if (day.date > today) findings.push(refused('date', 'future', { date: day.date }));
  const { prepared, distributed } = day;
  if (prepared !== null && distributed !== null && distributed > prepared) {
    findings.push(doubtful('distributed', 'distributed-above-prepared', { prepared, distributed }));
  }
  for (const source of wasteSources) {
    const { total, edible, inedible } = day.sources[source] ?? { total: null, edible: null, inedible: null };
    if ([total, edible, inedible].some((grams) => grams !== null && grams < 0)) {
      findings.push(refused(source, 'negative'));
    } else if (total !== null && edible !== null && inedible !== null && total !== edible + inedible) {
      const values = { total: total / 1000, sum: (edible + inedible) / 1000 };
      findings.push(doubtful(source, 'parts-differ', values));
    }
  }
  const { edible, perCover } = wasteFigures([day]);
  if (perCover !== null && perCover > mostPerDiner) {
    const values = { kilograms: edible / 1000, perDiner: Math.round(perCover) };
    findings.push(doubtful('distributed', 'much-a-diner', values));
  }
  if (distributed === 0) findings.push(doubtful('distributed', 'no-diners'));
  return findings;
}
