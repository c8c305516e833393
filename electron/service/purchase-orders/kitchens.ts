import type { KitchenRecord, Site, SiteDiners } from '../../../forecasting/domain/records.ts';
import { defaultDiners } from '../../../forecasting/orders/site-diners.ts';
import type { Kitchen } from '../../api/records.ts';

/** Where each site's meals are cooked, and what is said of its guests. */
export class KitchenIndex {
  readonly all: readonly Kitchen[];
  readonly #diners: ReadonlyMap<number, SiteDiners>;
  readonly #bySite: ReadonlyMap<number, Kitchen>;

  constructor(sites: readonly Site[], kitchens: readonly KitchenRecord[], diners: readonly SiteDiners[]) {
    this.#diners = new Map(diners.map((said) => [said.siteId, said]));
    const known = new Set(kitchens.map(({ id }) => id));
    const kitchenOf = ({ id }: Site) => {
      const kitchenId = this.dinersOf(id).kitchenId;
      return kitchenId !== null && known.has(kitchenId) ? kitchenId : null;
    };
    const cooked = kitchens.map(({ id, name, pools }): Kitchen => {
      const siteIds = sites.filter((site) => kitchenOf(site) === id).map((site) => site.id);
      return { place: `kitchen-${id}`, kitchenId: id, siteId: null, name, siteIds, pools };
    });
    const alone = sites
      .filter((site) => kitchenOf(site) === null)
      .map(({ id, name }): Kitchen => {
        return { place: `site-${id}`, kitchenId: null, siteId: id, name, siteIds: [id], pools: false };
      });
    this.all = [...cooked, ...alone];
    this.#bySite = new Map(this.all.flatMap((place) => place.siteIds.map((id) => [id, place] as const)));
  }

  dinersOf(siteId: number): SiteDiners {
    return this.#diners.get(siteId) ?? defaultDiners(siteId);
  }

  placeOf(siteId: number): Kitchen | null {
    return this.#bySite.get(siteId) ?? null;
  }
}
