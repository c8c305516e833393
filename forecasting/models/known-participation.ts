import type { Library, Participation } from '../domain/library.ts';
import type { SiteKind } from '../domain/records.ts';

/** What a library knows of the sites of a kind; of all kinds where it does not know this one. */
export function priorParticipation({ participation }: Library, kind: SiteKind): Participation | undefined {
  const own = participation.find((known) => known.kind === kind);
  if (own !== undefined || participation.length === 0) return own;
  const sites = participation.reduce((sum, p) => sum + p.sites, 0);
  const of = (pick: (p: Participation) => number) =>
    participation.reduce((sum, p) => sum + p.sites * pick(p), 0) / sites;
  const known = { kind, sites, mean: of((p) => p.mean), sd: of((p) => p.sd) };
  if (participation.some(({ between }) => between === undefined)) return known;
  return { ...known, between: of((p) => p.between ?? 0) };
}

/** Share of the enrolled children who eat at a site of a kind in other towns; `undefined` where nobody told. */
export const usualRate = (library: Library | null, kind: SiteKind): number | undefined =>
  library === null ? undefined : priorParticipation(library, kind)?.mean;
