import { listImports } from '../../../db/import/imports.ts';
import { countMenuDays } from '../../../db/menus.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { summariseSites } from '../../../db/sites.ts';
import type { DataContents } from '../../api/records.ts';

export function contentsOf(db: ReadonlyDatabase): DataContents {
  const sites = summariseSites(db);
  return {
    sites: sites.length,
    siteDays: sites.reduce((sum, site) => sum + site.siteDays, 0),
    menuDays: countMenuDays(db),
    imports: listImports(db).length,
    lastDay:
      sites
        .flatMap(({ lastDay }) => lastDay ?? [])
        .toSorted()
        .at(-1) ?? null,
  };
}

/** Nothing was entered yet: there is nothing to lose. */
export const isEmpty = ({ sites, imports }: DataContents): boolean => sites === 0 && imports === 0;
