import { toDay, toIso } from '../calendar/day.ts';
import { zoneOf } from '../calendar/school-calendar.ts';
import {
  fewestSiteDays,
  fewestSites,
  type Library,
  type LibrarySource,
  libraryFormat,
  libraryVersion,
} from '../domain/library.ts';
import { numberAt } from '../domain/number-at.ts';
import type { History, IsoDate } from '../domain/records.ts';
import type { Hooks } from '../domain/types.ts';
import type { Sources } from '../features/inputs.ts';
import { type Frame, serviceEvidence } from '../frame/frame.ts';
import { fittedLeads } from '../models/leads.ts';
import { buildSources } from '../models/sources.ts';
import { learnLead } from './learn-lead.ts';
import { asColdStarts } from './newcomers.ts';
import { participationOf } from './participation.ts';
import { TooLittleForLibrary } from './too-little.ts';
import { weekdayProfile } from './weekday-profile.ts';

export interface LibraryRequest {
  /** Last day whose records are looked at. */
  readonly origin: IsoDate;
  /** A name for people, at most 60 characters. */
  readonly name: string;
  /** Days ahead for which effects are learned; absent: all that forecasts use. */
  readonly leads?: readonly number[];
}

/**
 * What the records of a town tell about a canteen elsewhere: the regression of `models/lead-model.ts`, fitted as if
 * every site were a town of its own and had opened anew each school year, since that is what it is to be used for.
 * No figure is of one site alone; with fewer than `fewestSites` sites it throws `TooLittleForLibrary`.
 */
export function learnLibrary(history: History, request: LibraryRequest, hooks: Hooks = {}): Library {
  const { origin, name, leads = fittedLeads } = request;
  const day = toDay(origin);
  // Another town's library must not be handed on as one's own.
  const { library: _, ...own } = history;
  const { calendar, frame } = buildSources(own, day, day);
  const learnedFrom = describe(own, frame, day);
  const { sites, siteDays } = learnedFrom;
  if (sites < fewestSites || siteDays < fewestSiteDays) throw new TooLittleForLibrary(sites, siteDays);
  const newcomers = asColdStarts(own);
  const sources: Sources = { ...buildSources(newcomers.history, day, day), calendar, alone: true };
  return {
    format: libraryFormat,
    version: libraryVersion,
    name,
    learnedFrom,
    leads: leads.map((lead, i) =>
      learnLead(sources, newcomers.siteOf, lead, day, {
        onProgress: (done) => hooks.onProgress?.((i + done) / leads.length),
        cancelled: () => hooks.cancelled?.() ?? false,
      }),
    ),
    participation: participationOf(sources, newcomers.siteOf, day),
    weekdays: weekdayProfile(sources.frame, newcomers.siteOf),
  };
}

function describe(history: History, frame: Frame, day: number): LibrarySource {
  const served = frame.series.filter(({ days }) => days.length > 0);
  const siteDays = served.reduce((sum, { days }) => sum + days.length, 0);
  return {
    sites: served.length,
    siteDays,
    from: toIso(served.reduce((first, { days }) => Math.min(first, days[0]), day)),
    to: toIso(
      served.reduce((last, { days }) => Math.max(last, numberAt(days, days.length - 1)), frame.firstDay),
    ),
    kinds: [...new Set(served.map(({ site }) => site.kind))].sort(),
    zone: zoneOf(history.holidays, serviceEvidence(frame, day)),
  };
}
