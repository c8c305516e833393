import type { DinerGroup, IsoDate, MealReason } from '../../../forecasting/domain/records.ts';
import type { DishEntry, HeadCountDraft, RecordEntry } from '../../api/records.ts';
import type { ReadBox } from './read-sheet.ts';

/** The boxes of a sheet as an entry of records; head counts are none. */
export function entryOf(siteId: number, date: IsoDate, boxes: readonly ReadBox[]): RecordEntry {
  const ofMeal = boxes.filter(({ dish }) => dish === null);
  const count = (box: ReadBox['box']) => {
    const value = ofMeal.find((one) => one.box === box)?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const [children, adults, left] = [count('children'), count('adults'), count('left')];
  const reason = ofMeal.find(({ box }) => box === 'reason')?.value as MealReason | undefined;
  const byDish = Map.groupBy(
    boxes.filter(({ dish }) => dish !== null),
    ({ dish }) => dish as string,
  );
  const dishes = [...byDish].map(
    ([dish, own]): DishEntry => ({ dish, ...Object.assign({}, ...own.map(fieldOf)) }),
  );
  return {
    siteId,
    date,
    ...(children === undefined ? {} : { children }),
    ...(adults === undefined ? {} : { adults }),
    ...(left === undefined ? {} : { left }),
    ...(reason === undefined ? {} : { reason }),
    ...(dishes.length === 0 ? {} : { dishes }),
  };
}

/** A time says that the dish ran out; a plain yes says no time, and no takes both away. */
function fieldOf({ box, value }: ReadBox): Partial<DishEntry> {
  if (box !== 'ranOutAt') return { [box]: value };
  if (value === 'yes') return { ranOut: true, ranOutAt: null };
  return value === 'no' ? { ranOut: null, ranOutAt: null } : { ranOut: true, ranOutAt: String(value) };
}

type Counts = NonNullable<HeadCountDraft['counts']>;

/** The head count with what the sheet counted; children in one take the place of those by class. */
export function drafts(
  siteId: number,
  date: IsoDate,
  boxes: readonly ReadBox[],
  counted: Readonly<Partial<Record<string, number>>>,
): readonly HeadCountDraft[] {
  const value = (box: ReadBox['box']) => boxes.find((one) => one.box === box && one.dish === null)?.value;
  const [children, adults] = [value('headChildren'), value('headAdults')];
  if (children === undefined && adults === undefined) return [];
  const before: Partial<Record<DinerGroup | 'all', number>> = { ...counted };
  const { A, ...ofChildren } = before;
  const counts = {
    ...(children === undefined ? ofChildren : { all: Number(children) }),
    ...(adults === undefined ? (A === undefined ? {} : { A }) : { A: Number(adults) }),
  };
  return [{ siteId, date, counts: counts as Counts }];
}
