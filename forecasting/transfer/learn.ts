import { toDay, toIso } from '../calendar/day.ts';
import { zoneOf } from '../calendar/school-calendar.ts';
import {
  fewestSiteDays,
  fewestSites,
  type Library,
  type LibraryLead,
  type LibrarySource,
  libraryFormat,
  libraryVersion,
} from '../domain/library.ts';
import { numberAt } from '../domain/number-at.ts';
import type { History, IsoDate } from '../domain/records.ts';
import type { Hooks } from '../domain/types.ts';
import type { Sources } from '../features/inputs.ts';
import { buildSchema } from '../features/schema.ts';
import { type Frame, serviceEvidence } from '../frame/frame.ts';
import { fittedLeads } from '../models/leads.ts';
import { SiteModel } from '../models/site-model.ts';
import { buildSources } from '../models/sources.ts';
import { asColdStarts } from './newcomers.ts';
import { participationOf } from './participation.ts';
import { weekdayProfile } from './weekday-profile.ts';

/** Thrown where there are too few records for a library; it says how many there are. */
export class TooLittleForLibrary extends Error {
  override name = 'TooLittleForLibrary';
  readonly sites: number;
  readonly siteDays: number;

  constructor(sites: number, siteDays: number) {
    super(`${sites} sites and ${siteDays} site-days are too few for a library`);
    this.sites = sites;
    this.siteDays = siteDays;
  }
}

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
      learnLead(sources, lead, day, {
        onProgress: (done) => hooks.onProgress?.((i + done) / leads.length),
        cancelled: () => hooks.cancelled?.() ?? false,
      }),
    ),
    participation: participationOf(sources, newcomers.siteOf, day),
    weekdays: weekdayProfile(sources.frame),
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

/** Five decimals of a log ratio are a thousandth of a meal in a hundred; 0 is added because JSON knows no −0. */
const short = (value: number) => Math.round(value * 1e5) / 1e5 + 0;

function learnLead(sources: Sources, lead: number, day: number, hooks: Hooks): LibraryLead {
  const model = new SiteModel(sources, lead);
  model.advance(day, hooks);
  const fitted = model.serialise();
  if (fitted === null) throw new TooLittleForLibrary(sources.frame.series.length, model.lead.rows.length);
  const { words } = sources.menu;
  const { coefficients, errors, means } = fitted;
  const effects = buildSchema(words.length).groups.map(
    ({ name, offset, size }) => [name, coefficients.slice(offset, offset + size).map(short)] as const,
  );
  const ofWords = effects.find(([name]) => name === 'word')?.[1] ?? [];
  return {
    lead,
    effects: Object.fromEntries(effects.filter(([name]) => name !== 'word')),
    words: Object.fromEntries(words.map((word, i) => [word, ofWords[i]])),
    means: Object.fromEntries(means.map(([term, mean]) => [term, short(mean)])),
    errors: {
      scale: errors.scale.map(short),
      shapes: errors.shapes.map((shape) => shape.map(short)),
      pooled: errors.pooled.map((shape) => shape.map(short)),
      correlation: short(errors.correlation),
    },
  };
}
