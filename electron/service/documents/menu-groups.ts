import type { SheetDish } from './sheet-data.ts';
import type { SheetTexts } from './sheet-texts.ts';

/** Dishes served to everyone stand alone; dishes among which children choose stand together. */
export type DishGroup = readonly [SheetDish, ...SheetDish[]];

export function dishGroups(dishes: readonly SheetDish[]): readonly DishGroup[] {
  const groups: [SheetDish, ...SheetDish[]][] = [];
  const byChoice = new Map<number, [SheetDish, ...SheetDish[]]>();
  for (const dish of dishes) {
    const known = dish.choice === null ? undefined : byChoice.get(dish.choice);
    if (known !== undefined) {
      known.push(dish);
      continue;
    }
    const group: [SheetDish, ...SheetDish[]] = [dish];
    groups.push(group);
    if (dish.choice !== null) byChoice.set(dish.choice, group);
  }
  return groups;
}

/** “Céleri rémoulade · Rôti de dinde ou Quenelles · Poire”. */
export function menuInOneLine(dishes: readonly SheetDish[], texts: SheetTexts): string {
  return dishGroups(dishes)
    .map((group) => group.map(({ dish }) => dish).join(` ${texts.or} `))
    .join(' · ');
}

/** The menu that all sites share, or `null` when they differ or there is none. */
export function commonMenu(
  sites: readonly { readonly dishes: readonly SheetDish[] }[],
): readonly SheetDish[] | null {
  const first = sites[0]?.dishes;
  if (first === undefined || first.length === 0) return null;
  const key = JSON.stringify(first);
  return sites.every(({ dishes }) => JSON.stringify(dishes) === key) ? first : null;
}
