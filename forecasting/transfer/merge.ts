import {
  type Library,
  type LibrarySource,
  libraryFormat,
  libraryVersion,
  type Participation,
} from '../domain/library.ts';
import type { SiteKind } from '../domain/records.ts';
import { mergeLead } from './merge-lead.ts';
import { cautious, combine, type TownEstimate, varianceBetween } from './random-effects.ts';
import { roundTown } from './round-town.ts';

/** Why libraries cannot be merged: `same`: a town is in two of them; `certainty`: one does not say how sure it is. */
export type MergeProblem = 'same' | 'certainty';

export class CannotMerge extends Error {
  override name = 'CannotMerge';
  readonly problem: MergeProblem;
  /** The name of the town that stands in the way; may be empty. */
  readonly town: string;

  constructor(problem: MergeProblem, town: string) {
    super(`Libraries cannot be merged: ${problem} ${town}`);
    this.problem = problem;
    this.town = town;
  }
}

/**
 * One library of several towns, by random effects (`random-effects.ts`): each effect is the mean of the towns', weighted
 * by precision, and how much towns differ is how wide the prior of the next town is. It is computed from the towns alone,
 * which it keeps: neither the order nor the number of steps in which they come together matters. Throws `CannotMerge`.
 */
export function mergeLibraries(libraries: readonly Library[], name: string): Library {
  const towns = libraries.flatMap((library) => library.towns ?? [library]);
  for (const { leads, name: town } of towns) {
    if (leads.some(({ certainty }) => certainty === undefined)) throw new CannotMerge('certainty', town);
  }
  return mergeTowns(towns.map(roundTown), name);
}

/** The same of towns that are rounded already. */
export function mergeTowns(unordered: readonly Library[], name: string): Library {
  const towns = inOrder(unordered);
  const leads = [...new Set(towns.flatMap((town) => town.leads.map(({ lead }) => lead)))].sort(
    (a, b) => a - b,
  );
  return {
    format: libraryFormat,
    version: libraryVersion,
    name,
    learnedFrom: mergeSources(towns.map(({ learnedFrom }) => learnedFrom)),
    leads: leads.map((lead) =>
      mergeLead(
        towns.flatMap((town) =>
          town.leads
            .filter((own) => own.lead === lead)
            .map((own) => ({ lead: own, siteDays: town.learnedFrom.siteDays })),
        ),
      ),
    ),
    participation: mergeParticipation(towns.flatMap(({ participation }) => participation)),
    weekdays: mergeWeekdays(towns),
    towns,
  };
}

const spelled = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** One order for one set of towns, whichever way they came together; each town once. */
function inOrder(towns: readonly Library[]): readonly Library[] {
  const keyed = towns.map((town) => {
    const { name, ...told } = town;
    return { town, name: spelled(name), told: JSON.stringify(told) };
  });
  const less = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort((a, b) => less(a.name, b.name) || less(a.told, b.told));
  const names = new Set<string>();
  const figures = new Set<string>();
  for (const { town, name, told } of keyed) {
    // Nameless towns that began on one day in one zone with as many sites are one town, exported twice.
    const { from, zone, sites } = town.learnedFrom;
    const known = name === '' ? `?${from}|${zone}|${sites}` : name;
    if (names.has(known) || figures.has(told)) throw new CannotMerge('same', town.name);
    names.add(known);
    figures.add(told);
  }
  return keyed.map(({ town }) => town);
}

export function mergeSources(sources: readonly LibrarySource[]): LibrarySource {
  const [first] = sources;
  const sum = (of: (source: LibrarySource) => number) => sources.reduce((total, one) => total + of(one), 0);
  return {
    sites: sum(({ sites }) => sites),
    siteDays: sum(({ siteDays }) => siteDays),
    from: sources.reduce((least, { from }) => (from < least ? from : least), first.from),
    to: sources.reduce((most, { to }) => (to > most ? to : most), first.to),
    kinds: [...new Set(sources.flatMap(({ kinds }) => kinds))].sort(),
    zone: sources.every(({ zone }) => zone === first.zone) ? first.zone : null,
  };
}

function mergeParticipation(all: readonly Participation[]): readonly Participation[] {
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort();
  return kinds.map((kind) =>
    ofKind(
      kind,
      all.filter((known) => known.kind === kind),
    ),
  );
}

/** Shares of one kind of site: how sites differ within towns, and how towns do. */
function ofKind(kind: SiteKind, known: readonly Participation[]): Participation {
  const sites = known.reduce((sum, own) => sum + own.sites, 0);
  const [only] = known;
  if (known.length === 1) return only;
  const within = known.reduce((sum, own) => sum + (own.sites - 1) * own.sd ** 2, 0) / (sites - known.length);
  const estimates: TownEstimate[] = known.map((own) => ({
    value: own.mean,
    precision: own.sites / within,
    assumed: Number.POSITIVE_INFINITY,
  }));
  const between = cautious(varianceBetween([estimates]) ?? within, within, known.length);
  const mean = combine(estimates, between)?.mean ?? only.mean;
  return { kind, sites, mean, sd: Math.sqrt(within), between: Math.sqrt(between) };
}

/** Weekday profiles of the towns that serve on a weekday, by their sites. */
function mergeWeekdays(towns: readonly Library[]): readonly number[] {
  return Array.from({ length: 7 }, (_, w) => {
    const serving = towns.filter(({ weekdays }) => weekdays[w] !== 0);
    const sites = serving.reduce((sum, { learnedFrom }) => sum + learnedFrom.sites, 0);
    return serving.reduce((sum, town) => sum + (town.learnedFrom.sites / sites) * town.weekdays[w], 0);
  });
}
