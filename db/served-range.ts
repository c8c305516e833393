import { numberAt } from '../forecasting/domain/number-at.ts';
import type { MealRange } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Fewer days say nothing about what is usual. */
const fewestDays = 4;

export function rangeOfName(db: ReadonlyDatabase, nameId: number): MealRange | null {
  return rangeOf(
    db.prepare('SELECT served FROM attendance WHERE site_name_id = ? AND served > 0 ORDER BY served'),
    nameId,
  );
}

export function rangeOfSite(db: ReadonlyDatabase, siteId: number): MealRange | null {
  return rangeOf(
    db.prepare(
      `SELECT served FROM attendance WHERE served > 0
       AND site_name_id IN (SELECT id FROM site_name WHERE site_id = ?) ORDER BY served`,
    ),
    siteId,
  );
}

function rangeOf(select: ReturnType<ReadonlyDatabase['prepare']>, id: number): MealRange | null {
  const served = select.pluck().all(id) as number[];
  const at = (share: number) => numberAt(served, Math.round(share * (served.length - 1)));
  return served.length < fewestDays ? null : { low: at(0.1), median: at(0.5), high: at(0.9) };
}
