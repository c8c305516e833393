import { defaultGuests } from '../../../forecasting/orders/site-guests.ts';
import type { Kitchen, Site, SiteGuests } from '../../../forecasting/records.ts';
import type { CookingPlace } from '../../api/records.ts';

/** Where each site's meals are cooked, and what is said of its guests. */
export class CookingPlaces {
  readonly all: readonly CookingPlace[];
  readonly #guests: ReadonlyMap<number, SiteGuests>;
  readonly #bySite: ReadonlyMap<number, CookingPlace>;

  constructor(sites: readonly Site[], kitchens: readonly Kitchen[], guests: readonly SiteGuests[]) {
    this.#guests = new Map(guests.map((said) => [said.siteId, said]));
    const known = new Set(kitchens.map(({ id }) => id));
    const kitchenOf = ({ id }: Site) => {
      const kitchenId = this.guestsOf(id).kitchenId;
      return kitchenId !== null && known.has(kitchenId) ? kitchenId : null;
    };
    const cooked = kitchens.map(({ id, name, pools }): CookingPlace => {
      const siteIds = sites.filter((site) => kitchenOf(site) === id).map((site) => site.id);
      return { place: `kitchen-${id}`, kitchenId: id, siteId: null, name, siteIds, pools };
    });
    const alone = sites
      .filter((site) => kitchenOf(site) === null)
      .map(({ id, name }): CookingPlace => {
        return { place: `site-${id}`, kitchenId: null, siteId: id, name, siteIds: [id], pools: false };
      });
    this.all = [...cooked, ...alone];
    this.#bySite = new Map(this.all.flatMap((place) => place.siteIds.map((id) => [id, place] as const)));
  }

  guestsOf(siteId: number): SiteGuests {
    return this.#guests.get(siteId) ?? defaultGuests(siteId);
  }

  placeOf(siteId: number): CookingPlace | null {
    return this.#bySite.get(siteId) ?? null;
  }
}
