import { toDay } from '../../../forecasting/calendar/day.ts';
import { fewestSiteDays, fewestSites, type Library } from '../../../forecasting/domain/library.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { enoughDays } from '../../../forecasting/models/library-at.ts';
import type { InstalledLibrary, LibraryState, LibraryUse } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { boxedLibrary } from './boxed.ts';
import { type Installed, isSwitchedOff, libraryOf, readInstalled } from './installed.ts';

/** Meals on record up to a day. */
function ownRecords({ attendance }: History, last: number) {
  const { site, day, served } = attendance;
  const days = new Set<number>();
  const sites = new Set<number>();
  let siteDays = 0;
  for (let i = 0; i < day.length; i++) {
    if (numberAt(day, i) > last || Number.isNaN(numberAt(served, i))) continue;
    days.add(numberAt(day, i));
    sites.add(numberAt(site, i));
    siteDays++;
  }
  return { days: days.size, sites: sites.size, siteDays };
}

/** `from` `null`: it came with the app. */
const describeLibrary = (
  from: Installed | null,
  { name, learnedFrom, towns = [] }: Library,
): InstalledLibrary => ({
  name,
  file: from?.file ?? null,
  at: from?.at ?? null,
  learnedFrom,
  towns: towns.map((town) => ({ name: town.name, learnedFrom: town.learnedFrom })),
});

function roleOf(context: Context, library: Library | null, ownDays: number): LibraryUse {
  if (library === null) return 'none';
  if (isSwitchedOff(context.db)) return 'off';
  if (library.learnedFrom.to >= context.today) return 'future';
  return ownDays < enoughDays ? 'used' : 'enough';
}

export function libraryState(context: Context): LibraryState {
  const installed = readInstalled(context.db);
  const library = installed === null ? boxedLibrary(context.db) : libraryOf(installed);
  const { days, ...own } = ownRecords(context.models.history(context), toDay(context.today));
  return {
    installed: library && describeLibrary(installed, library),
    refused: installed && library === null ? context.texts.library.refused(installed.file) : null,
    use: roleOf(context, library, days),
    ownDays: days,
    enoughDays,
    own,
    least: { sites: fewestSites, siteDays: fewestSiteDays },
  };
}
