import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import type { Library } from '../../../../forecasting/domain/library.ts';
import { learnLibrary } from '../../../../forecasting/transfer/learn.ts';
import { syntheticCity } from '../../../forecasting/support/synthetic.ts';

const names = ['HAIES', 'PONT', 'PORT', 'PRÉ', 'SOURCE', 'TOUR'] as const;

/** Attendance of six fictional canteens on the school days of a period. */
export function sixCanteensCsv(from: string, to: string): string {
  const lines = ['site_type;date;prevision;reel;site_nom'];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = toDay(date);
    if (![1, 2, 4, 5].includes(weekday(day))) continue;
    names.forEach((name, i) => {
      lines.push(`E;${date};;${60 + 20 * i + weekday(day) + ((day * (i + 3)) % 7)};${name}`);
    });
  }
  return `${lines.join('\n')}\n`;
}

/** What a fictional town of eight canteens teaches, of the lead that a week's orders have. */
export function someLibrary(): Library {
  const town = syntheticCity({ sites: 8, firstYear: 2012, years: 2, seed: 3 });
  return learnLibrary(town, { origin: '2014-07-31', name: 'Une ville', leads: [6] });
}
