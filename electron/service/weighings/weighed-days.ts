import type { StoredCampaign, StoredMass } from '../../../db/weighings.ts';
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
