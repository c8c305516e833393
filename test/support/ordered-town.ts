import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '../../db/import/import-files.ts';
import { openDatabase } from '../../db/open.ts';
import { addVersions } from '../../db/orders.ts';
import { listSites } from '../../db/sites.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { addDays, toDay, weekday } from '../../forecasting/calendar/day.ts';
import { rangeQuantiles } from '../../forecasting/leaks/excess.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';

interface OrderedTown {
  readonly sites: number;
  /** Orders are on record from here to there; the year before has meals and the staff's figures. */
  readonly from: string;
  readonly to: string;
  /** Last day with meals on record; absent: `to`. */
  readonly servedTo?: string;
  /** Sites whose last recorded day has no meals yet. */
  readonly openSites?: number;
}

/** School days without Wednesdays; holidays do not matter here. */
export function schoolDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if ([1, 2, 4, 5].includes(weekday(toDay(date)))) days.push(date);
  }
  return days;
}

const kinds = ['E', 'M', 'M/E', 'C'] as const;
export const townSite = (i: number): string => `École ${String(i + 1).padStart(2, '0')}`;

/**
 * A town whose orders are on record: drawn from one distribution, ordered at its level, but that somebody adds meals at
 * the first site on Mondays and that the staff used to take a larger margin at all sites but every fifth.
 */
export function fillOrderedTown(dataFolder: string, town: OrderedTown): void {
  const { sites, from, to, servedTo = to, openSites = 0 } = town;
  const random = seededRandom(2026);
  const rangeOf = (i: number) => {
    const median = 60 + 17 * (i % 11);
    return { low: Math.round(0.9 * median), median, high: Math.round(1.1 * median) };
  };
  const draw = (i: number) =>
    Math.round(rangeQuantiles(rangeOf(i)).quantile(Math.min(0.999, Math.max(0.001, random()))));
  const numbers = Array.from({ length: sites }, (_, i) => i);
  const past = schoolDays(addDays(from, -365), addDays(from, -1));
  const used = schoolDays(from, to);
  const rows = [...past, ...used].flatMap((date) =>
    numbers.flatMap((i) => {
      const served = draw(i);
      if (date > servedTo || (date === servedTo && i >= sites - openSites)) return [];
      const staff = date < from ? Math.round(rangeOf(i).median * (i % 5 === 4 ? 1.01 : 1.14)) : '';
      return [`${kinds[i % kinds.length]};${date};${staff};${served};${townSite(i)}`];
    }),
  );
  const path = join(dataFolder, 'town.csv');
  writeFileSync(path, ['site_type;date;prevision;reel;site_nom', ...rows].join('\n'));
  const db = openDatabase(databaseFile(dataFolder));
  importFiles(db, [{ path, name: 'town.csv' }], { now: `${to}T18:00` });
  const ids = new Map(listSites(db).map(({ id, name }) => [name, id]));
  addVersions(
    db,
    used.flatMap((date) =>
      numbers.map((i) => {
        const range = rangeOf(i);
        const recommended = Math.round(rangeQuantiles(range).quantile(0.8));
        const added = i === 0 && weekday(toDay(date)) === 1 ? Math.round(0.15 * range.median) : 0;
        return {
          siteId: ids.get(townSite(i)) ?? 0,
          date,
          order: {
            version: 1,
            quantity: recommended + added,
            source: added > 0 ? ('override' as const) : ('recommended' as const),
            reason: '',
            by: null,
            automatic: false,
            at: `${addDays(date, -3)}T09:00`,
            recommended,
            mean: range.median,
            ...range,
            serviceLevel: 0.8,
            asOf: addDays(date, -7),
            model: 'regression' as const,
            contributions: [],
          },
        };
      }),
    ),
  );
  db.close();
}
