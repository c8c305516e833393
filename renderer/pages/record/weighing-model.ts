import type {
  IsoDate,
  Language,
  WastePart,
  WasteSource,
  WeighedMass,
  WeighingCampaign,
  WeighingDay,
} from '../../../electron/api/records.ts';
import { withoutSpaces } from '../../format/typed-value.ts';

/** The official forms: simple (annexes 1a, 2a), by component (1b, 2b), and what was not sorted. */
export const WEIGHING_FORMS = ['simple', 'components', 'unsorted'] as const;
export type WeighingForm = (typeof WEIGHING_FORMS)[number];

export const MEAL_FIELDS = ['expected', 'prepared', 'distributed'] as const;
export type MealField = (typeof MEAL_FIELDS)[number];

const COMPONENTS = ['starter', 'main', 'dairy-dessert', 'bread', 'other'] as const;

export interface MassField {
  readonly source: WasteSource;
  readonly part: WastePart;
}

export const massKey = ({ source, part }: MassField): string => `${source}.${part}`;

/** The form that shows what was weighed. */
export function formOf({ days }: WeighingCampaign): WeighingForm {
  const parts = new Set(days.flatMap(({ masses }) => masses.map(({ part }) => part)));
  if (COMPONENTS.some((part) => parts.has(part))) return 'components';
  return parts.has('mixed') && !parts.has('edible') ? 'unsorted' : 'simple';
}

/** The rows of a weighing, in the order of the form; what another form wrote keeps its row. */
export function partsOf(campaign: WeighingCampaign, source: WasteSource, form: WeighingForm): WastePart[] {
  const weighed = new Set(
    campaign.days.flatMap(({ masses }) =>
      masses.filter((mass) => mass.source === source).map(({ part }) => part),
    ),
  );
  const own: readonly WastePart[] =
    form === 'components'
      ? [...COMPONENTS, 'inedible']
      : form === 'simple'
        ? ['edible', 'inedible']
        : ['mixed'];
  const others = (['edible', ...COMPONENTS, 'inedible', 'mixed'] as const).filter(
    (part) => weighed.has(part) && !own.includes(part),
  );
  return [...own, ...others];
}

export const weighedDayOf = ({ days }: WeighingCampaign, date: IsoDate): WeighingDay | undefined =>
  days.find((day) => day.date === date);

export const massOf = (day: WeighingDay | undefined, { source, part }: MassField): WeighedMass | undefined =>
  day?.masses.find((mass) => mass.source === source && mass.part === part);

/** Is the day one that counts? */
export const counts = ({ figures }: WeighingCampaign, date: IsoDate, day: WeighingDay | undefined): boolean =>
  day !== undefined && day.figures.days > 0 && !figures.leftOut.includes(date);

/** Kilograms of grams, two decimals and a third where there is one. */
export const kilos = (grams: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 3,
  }).format(grams / 1000);

export type TypedWeight =
  | { readonly gross: number; readonly tare: number }
  | 'empty'
  | 'not-a-weight'
  | 'negative';

const gramsPerKilogram = 1000;

/** `1,2`, `1.2 kg`, `350 g`, `1 kg 200`. Grams; `null`: no weight. */
function gramsOf(text: string): number | null {
  const [, kilograms, rest] = /^(\d+)kg(\d{3})g?$/.exec(text) ?? [];
  if (kilograms !== undefined) return Number(kilograms) * gramsPerKilogram + Number(rest);
  const [, amount, unit] = /^(\d*\.?\d+)(kg|g)?$/.exec(text) ?? [];
  if (amount === undefined) return null;
  return Math.round(Number(amount) * (unit === 'g' ? 1 : gramsPerKilogram));
}

/** A weight, or gross less tare: `5,35 - 2,4`. Grams. */
export function readWeight(written: string): TypedWeight {
  const text = withoutSpaces(written).toLowerCase().replaceAll(',', '.');
  if (text === '') return 'empty';
  const below = text.startsWith('-');
  const [gross, tare = 0, ...more] = text
    .slice(below ? 1 : 0)
    .split('-')
    .map(gramsOf);
  if (gross == null || tare === null || more.length > 0) return 'not-a-weight';
  return below && gross > 0 ? 'negative' : { gross, tare };
}

export type Meals = number | 'empty' | 'not-meals' | 'negative';

export function readMeals(written: string): Meals {
  const text = withoutSpaces(written);
  if (text === '') return 'empty';
  if (/^[-−]\d+$/.test(text)) return 'negative';
  return /^\d{1,6}$/.test(text) && Number(text) <= 100_000 ? Number(text) : 'not-meals';
}

/** Grams a cover, always with their tenth. */
export const tenths = (grams: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(grams);

/** Meals, or net grams, on record of a field. */
export function recordedOf(
  campaign: WeighingCampaign,
  date: IsoDate,
  field: MealField | MassField,
): number | null {
  const day = weighedDayOf(campaign, date);
  return typeof field === 'string' ? (day?.[field] ?? null) : (massOf(day, field)?.net ?? null);
}
