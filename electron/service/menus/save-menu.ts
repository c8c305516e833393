import { saveManualMenu } from '../../../db/manual-menus.ts';
import type { Database } from '../../../db/open.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { MenuDraftDish } from '../../api/records.ts';
import { siteOf } from '../sites/site-of.ts';

/** A choice of one dish is none; the others are numbered as they come. */
export function tidyChoices(dishes: readonly MenuDraftDish[]): readonly MenuDraftDish[] {
  const sizes = Map.groupBy(dishes, ({ choice }) => choice);
  const several = [...sizes].filter(([choice, own]) => choice !== null && own.length > 1);
  const numbers = new Map(several.map(([choice], i) => [choice, i + 1]));
  return dishes.map((dish) => ({ ...dish, choice: numbers.get(dish.choice) ?? null }));
}

/** Keeps a day's list as someone typed it in. What files say of the day stays, and is not in force. */
export function saveMenu(
  { db }: { readonly db: Database },
  { date, siteId, dishes }: Input<'menus.save'>,
): Output<'menus.save'> {
  if (siteId !== null) siteOf(db, siteId);
  saveManualMenu(db, { date, siteId }, dishes && tidyChoices(dishes));
  return null;
}
