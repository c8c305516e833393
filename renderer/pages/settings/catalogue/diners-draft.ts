import type { ByAgeClass, Language, SiteDiners, SiteDinersRecord } from '../../../../electron/api/records.ts';
import { AGE_CLASSES, amountText, mapClasses, parseNumber, percentOf } from './numbers.ts';

/** What is said of a site, without its name and kind. */
export const dinersOfDraft = ({
  site: _name,
  siteKind: _kind,
  said: _said,
  ...diners
}: SiteDinersRecord): SiteDiners => diners;

/** A site's guests while they are being typed: shares in percent, empty for those of its kind. */
export interface DinersFields {
  readonly ownShares: boolean;
  readonly shares: ByAgeClass<string>;
  /** 0: the site cooks for itself. */
  readonly kitchen: number;
  readonly note: string;
}

export const OWN_KITCHEN = 0;

export function dinersFieldsOf(diners: SiteDiners, language: Language): DinersFields {
  const { shares, kitchenId, note } = diners;
  return {
    ownShares: shares !== null,
    shares: mapClasses((age) => (shares === null ? '' : amountText(percentOf(shares[age]), language))),
    kitchen: kitchenId ?? OWN_KITCHEN,
    note,
  };
}

/** Shares in percent as they stand in the fields; `null`: one cannot be read. An empty one is 0. */
export function percents({ shares }: DinersFields): ByAgeClass<number> | null {
  const parsed = mapClasses((age) => parseNumber(shares[age]));
  if (AGE_CLASSES.some((age) => parsed[age] === undefined)) return null;
  return mapClasses((age) => parsed[age] ?? 0);
}

/** What is missing to 100 %; `null`: a share cannot be read. */
export function missingShare(fields: DinersFields): number | null {
  const shares = percents(fields);
  return shares && Math.round((100 - AGE_CLASSES.reduce((sum, age) => sum + shares[age], 0)) * 100) / 100;
}

/** The guests as the fields say; `null` while they cannot be kept. */
export function withFields(diners: SiteDiners, fields: DinersFields): SiteDiners | null {
  const kitchenId = fields.kitchen === OWN_KITCHEN ? null : fields.kitchen;
  const rest = { ...diners, kitchenId, note: fields.note.trim() };
  if (!fields.ownShares) return { ...rest, shares: null };
  const shares = percents(fields);
  if (shares === null || missingShare(fields) !== 0) return null;
  return { ...rest, shares: mapClasses((age) => shares[age] / 100) };
}
