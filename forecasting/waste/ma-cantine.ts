import type { EntryFinding } from '../domain/entry-records.ts';
import type { CampaignPeriod, SourceMass, WasteSource, WeighedDay } from '../domain/waste-records.ts';
import { wasteSources } from '../domain/waste-records.ts';

/** One source as ma-cantine's interface has it: kilograms with two decimals; `null`: not asked or not known. */
type SourceFields<Prefix extends string> = {
  readonly [Field in `${Prefix}TotalMass` | `${Prefix}EdibleMass` | `${Prefix}InedibleMass`]: number | null;
} & { readonly [Field in `${Prefix}IsSorted`]: boolean | null };

/**
 * One waste measurement under the names of ma-cantine's interface, in the order of its screens
 * (betagouv/ma-cantine, data/models/wastemeasurement.py, read 2026-06-30).
 */
export type MaCantineMeasure = {
  readonly periodStartDate: string;
  readonly periodEndDate: string;
  readonly mealCount: number;
  readonly totalMass: number | null;
  readonly isSortedBySource: boolean;
} & SourceFields<'preparation'> &
  SourceFields<'unserved'> &
  SourceFields<'leftovers'>;

const prefixes = { preparation: 'preparation', unserved: 'unserved', plates: 'leftovers' } as const;

/** Kilograms of grams, to the hundredth that the screens take. */
const kilograms = (grams: number) => Math.round(grams / 10) / 100;
/** A sum of such kilograms, without the dust of doubles. */
const sumOf = (kilos: readonly number[]) =>
  kilos.reduce((sum, kilo) => sum + Math.round(kilo * 100), 0) / 100;

interface Kilograms {
  readonly total: number | null;
  readonly edible: number | null;
  readonly inedible: number | null;
}

/** Sums of a source over days; a part counts only where every day that has the source has it. */
function sumsOf(masses: readonly SourceMass[]): Kilograms {
  const sum = (of: (mass: SourceMass) => number | null) => {
    const parts = masses.map(of);
    return parts.some((part) => part === null)
      ? null
      : kilograms(parts.reduce<number>((grams, part) => grams + (part ?? 0), 0));
  };
  const edible = sum((mass) => mass.edible ?? restOf(mass.total, mass.inedible));
  const inedible = sum((mass) => mass.inedible ?? restOf(mass.total, mass.edible));
  // What is rounded apart must still add up: the screens refuse what does not.
  const total = edible !== null && inedible !== null ? sumOf([edible, inedible]) : sum(totalOf);
  return { total, edible, inedible };
}

const totalOf = ({ total, edible, inedible }: SourceMass) =>
  total ?? (edible !== null && inedible !== null ? edible + inedible : null);

const restOf = (total: number | null, part: number | null) =>
  total === null || part === null ? null : total - part;

function fieldsOf<Prefix extends string>(prefix: Prefix, kilos: Kilograms | null): SourceFields<Prefix> {
  const sorted = kilos === null ? null : kilos.edible !== null && kilos.inedible !== null;
  return {
    [`${prefix}TotalMass`]: kilos?.total ?? null,
    [`${prefix}IsSorted`]: sorted,
    [`${prefix}EdibleMass`]: sorted ? (kilos?.edible ?? null) : null,
    [`${prefix}InedibleMass`]: sorted ? (kilos?.inedible ?? null) : null,
  } as SourceFields<Prefix>;
}

/**
 * The days of one campaign as one measurement of ma-cantine. Days without meals distributed are left out; `null` when
 * none is left.
 */
export function maCantineMeasure(
  period: Pick<CampaignPeriod, 'from' | 'to'>,
  days: readonly WeighedDay[],
): MaCantineMeasure | null {
  const counted = days.filter(({ distributed }) => distributed !== null && distributed > 0);
  if (counted.length === 0) return null;
  const mixed = counted.some(({ unsorted }) => unsorted !== null);
  const kilosOf = (source: WasteSource) => {
    const masses = counted.flatMap(({ sources }) => sources[source] ?? []);
    return mixed || masses.length === 0 ? null : sumsOf(masses);
  };
  const [preparation, unserved, plates] = wasteSources.map(kilosOf) as [Sums, Sums, Sums];
  const totals = [preparation, unserved, plates].flatMap((kilos) => (kilos === null ? [] : [kilos.total]));
  const known = totals.filter((total) => total !== null);
  const sorted = known.length === totals.length && totals.length > 0 ? sumOf(known) : null;
  return {
    periodStartDate: period.from,
    periodEndDate: period.to,
    mealCount: counted.reduce((meals, { distributed }) => meals + (distributed ?? 0), 0),
    totalMass: mixed ? kilograms(counted.reduce((grams, day) => grams + massOf(day), 0)) : sorted,
    isSortedBySource: !mixed,
    ...fieldsOf('preparation', preparation),
    ...fieldsOf('unserved', unserved),
    ...fieldsOf('leftovers', plates),
  };
}

type Sums = Kilograms | null;

/** Grams of a day however they were sorted. */
const massOf = ({ sources, unsorted }: WeighedDay) =>
  unsorted ??
  wasteSources.reduce((grams, source) => {
    const mass = sources[source];
    return grams + (mass?.total ?? (mass?.edible ?? 0) + (mass?.inedible ?? 0));
  }, 0);

export type MaCantineCode =
  | 'future'
  | 'ends-before-start'
  | 'overlap'
  | 'not-whole-meals'
  | 'too-few-meals'
  | 'negative'
  | 'too-light'
  | 'decimals'
  | 'parts-differ'
  | 'sources-differ'
  | 'missing';

const near = (a: number, b: number) => Math.abs(a - b) < 0.005;

/**
 * What ma-cantine refuses of a measurement, and one thing that it lets pass: a total that is not the sum of its
 * sources. `others`: the periods measured already at this canteen.
 */
export function checkMaCantine(
  measure: MaCantineMeasure,
  others: readonly Pick<CampaignPeriod, 'from' | 'to'>[],
  today: string,
): readonly EntryFinding<MaCantineCode>[] {
  const findings: EntryFinding<MaCantineCode>[] = [];
  const refuse = (field: string, code: MaCantineCode, values: Record<string, number | string> = {}) =>
    findings.push({ field, code, severity: 'refused', values });
  const { periodStartDate: from, periodEndDate: to, mealCount, totalMass } = measure;
  if (to > today) refuse('periodEndDate', 'future');
  if (from > to) refuse('periodEndDate', 'ends-before-start');
  const other = others.find((period) => period.from <= to && from <= period.to);
  if (other) refuse('periodStartDate', 'overlap', { from: other.from, to: other.to });
  if (!Number.isInteger(mealCount)) refuse('mealCount', 'not-whole-meals');
  else if (mealCount < 1) refuse('mealCount', 'too-few-meals');
  for (const [field, value] of Object.entries(measure)) {
    if (!field.endsWith('Mass') || typeof value !== 'number') continue;
    if (value < 0) refuse(field, 'negative');
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) refuse(field, 'decimals');
  }
  if (totalMass === null) refuse('totalMass', 'missing');
  else if (totalMass < 1) refuse('totalMass', 'too-light');
  return [...findings, ...checkSums(measure)];
}

function checkSums(measure: MaCantineMeasure): readonly EntryFinding<MaCantineCode>[] {
  const totals: number[] = [];
  const findings = wasteSources.flatMap((source): EntryFinding<MaCantineCode>[] => {
    const prefix = prefixes[source];
    const [total, edible, inedible] = [
      measure[`${prefix}TotalMass`],
      measure[`${prefix}EdibleMass`],
      measure[`${prefix}InedibleMass`],
    ];
    if (total !== null) totals.push(total);
    if (total === null || edible === null || inedible === null || near(total, edible + inedible)) return [];
    const values = { total, sum: sumOf([edible, inedible]) };
    return [{ field: `${prefix}TotalMass`, code: 'parts-differ', severity: 'refused', values }];
  });
  const { totalMass, isSortedBySource } = measure;
  const sum = sumOf(totals);
  if (isSortedBySource && totalMass !== null && totals.length > 0 && !near(totalMass, sum)) {
    const values = { total: totalMass, sum };
    findings.push({ field: 'totalMass', code: 'sources-differ', severity: 'check', values });
  }
  return findings;
}
