import { existsSync } from 'node:fs';
import { addDays } from '../../forecasting/calendar/day.ts';
import type { FittedLead, FittedStore } from '../../forecasting/domain/fitted.ts';
import { fitAttendance } from '../../forecasting/models/attendance.ts';
import { nantesHistory } from '../forecasting/support/nantes.ts';
import { nantesFolder } from '../support/shared.ts';

const origin = '2017-06-18';
const days = [1, 2, 4, 5].map((lead) => addDays(origin, lead));

/** A week of Nantes from models that must be fitted, from kept ones, and from those in memory. */
export function benchReviving(): void {
  if (!existsSync(nantesFolder)) {
    console.log(`reviving: skipped, ${nantesFolder} is absent`);
    return;
  }
  const history = nantesHistory();
  const texts = new Map<number, string>();
  const store: FittedStore = {
    find: (lead) => JSON.parse(texts.get(lead) ?? 'null') as FittedLead | null,
    keep: (lead, fitted) => texts.set(lead, JSON.stringify(fitted)),
  };
  const week = (model = fitAttendance(history, origin, {}, store)) => {
    const start = performance.now();
    for (const day of days) {
      for (const { id } of history.sites) model.forecast(id, day)?.quantile(0.8);
    }
    return performance.now() - start;
  };
  const start = performance.now();
  const model = fitAttendance(history, origin, {}, store);
  week(model);
  const fitted = performance.now() - start;
  const again = performance.now();
  const revived = fitAttendance(history, origin, {}, store);
  week(revived);
  const kept = performance.now() - again;
  const warm = week(revived);
  console.log(
    `week of Nantes, 87 sites: fitted ${fitted.toFixed(0)} ms; revived ${kept.toFixed(0)} ms, ×${(kept / fitted).toFixed(2)}; in memory ${warm.toFixed(0)} ms, ×${(warm / fitted).toFixed(3)}`,
  );
}
