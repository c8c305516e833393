import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listCampaigns, type StoredCampaign, type StoredMass } from '../../../db/weighings.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import {
  type SourceMass,
  type WasteSource,
  type WeighedDay,
  wasteSources,
} from '../../../forecasting/domain/waste-records.ts';

const net = ({ gross, tare }: StoredMass) => gross - tare;
const sum = (masses: readonly StoredMass[]) => masses.reduce((grams, mass) => grams + net(mass), 0);

/** Net masses of one source; components are parts of what could have been eaten. */
function sourceMass(masses: readonly StoredMass[]): SourceMass | null {
  if (masses.length === 0) return null;
  const of = (test: (part: StoredMass['part']) => boolean) => masses.filter(({ part }) => test(part));
  const mixed = of((part) => part === 'mixed');
  const inedible = of((part) => part === 'inedible');
  const edible = of((part) => part !== 'mixed' && part !== 'inedible');
  // What was not weighed is not known: half a source would look like little waste.
  const whole = (own: readonly StoredMass[]) => (own.length === 0 ? null : sum(own));
  const parts = { edible: whole(edible), inedible: whole(inedible) };
  if (mixed.length > 0 && edible.length + inedible.length === 0) {
    return { total: sum(mixed), edible: null, inedible: null };
  }
  // Beside sorted bins a mixed one is the whole of them: they are compared, and the parts count.
  return mixed.length > 0 ? { total: sum(mixed), ...parts } : { total: null, ...parts };
}

const notWeighed: SourceMass = { total: null, edible: null, inedible: null };

/** The days of a campaign as the formulas take them. */
export function weighedDays({ days, masses, sources }: StoredCampaign): readonly WeighedDay[] {
  return days.map((day) => {
    const own = masses.filter(({ date }) => date === day.date);
    const all = own.filter(({ source }) => source === 'all');
    const of = (source: WasteSource) =>
      sources.includes(source)
        ? (sourceMass(own.filter((mass) => mass.source === source)) ?? (all.length > 0 ? null : notWeighed))
        : null;
    const [preparation = null, unserved = null, plates = null] = wasteSources.map(of);
    return {
      ...day,
      sources: { preparation, unserved, plates },
      unsorted: all.length > 0 ? sum(all) : null,
    };
  });
}

/** Grams that were weighed of meals not served at a site on a day; `null`: nothing was. */
export type Weighed = (siteId: number, date: IsoDate) => number | null;

export function weighedLeft(db: ReadonlyDatabase): Weighed {
  const grams = new Map<string, number>();
  for (const campaign of listCampaigns(db)) {
    for (const { date, sources } of weighedDays(campaign)) {
      const { total = null, edible = null, inedible = null } = sources.unserved ?? {};
      const parts = edible === null && inedible === null ? total : (edible ?? 0) + (inedible ?? 0);
      if (campaign.siteId !== null && parts !== null) grams.set(`${campaign.siteId} ${date}`, parts);
    }
  }
  return (siteId, date) => grams.get(`${siteId} ${date}`) ?? null;
}
