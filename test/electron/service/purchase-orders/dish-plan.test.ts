import type { DishPlan, DishRow, KitchenKey } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';
import {
  type Canteens,
  friday,
  kitchenCanteens,
  kitchenPlan,
  kitchenWeek,
  thursday,
} from '../support/kitchen-canteens.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

let service: Service;
let canteens: Canteens;
let plan: DishPlan;
beforeAll(async () => {
  service = serviceOn('kitchens');
  ({ canteens, plan } = await kitchenPlan(service, folder));
}, 60_000);

const sum = (values: readonly number[]) => values.reduce((total, count) => total + count, 0);
const row = (siteId: number, dish: string, date = thursday) =>
  plan.rows.find((one) => one.siteId === siteId && one.dish === dish && one.date === date) as DishRow;
const kitchenDish = (dish: string, date = thursday) =>
  plan.kitchens.find(
    (one) => one.place === `kitchen-${canteens.kitchen}` && one.dish === dish && one.date === date,
  );
const linesOf = (dish: string) => plan.suppliers.filter((line) => line.dish === dish);

describe('a plan by dish', () => {
  test('cooks what was ordered: the order, less those with a meal of their own, and adults and the sample', async () => {
    const meals = await value(service, 'plan.week', kitchenWeek);
    const order = meals.rows.find(({ siteId, date }) => siteId === canteens.jaures && date === thursday);
    const carrots = row(canteens.jaures, 'Carottes râpées');
    expect(carrots.portions).toBe((order?.order ?? 0) - 2 + 9 + 1);
    expect(carrots).toMatchObject({ samples: 1, share: 1, serviceLevel: 0.8, choice: null, rank: 1 });
    expect(sum(Object.values(carrots.byClass)) + carrots.samples).toBe(carrots.portions);
    expect(carrots.low).toBeLessThan(carrots.mean);
    expect(carrots.high).toBeGreaterThan(carrots.mean);
  });

  test('says of one site and day the portions that its sheet has', async () => {
    const asked = { date: thursday, siteId: canteens.jaures };
    const { rows, portionsAlone } = await value(service, 'sheet.dishes', asked);
    const sheet = await value(service, 'sheet.make', { ...asked, sheet: 'delivery', format: 'html' });
    expect(portionsAlone).toBe(false);
    expect(rows.map(({ dish }) => dish)).toContain('Carottes râpées');
    for (const { dish, portions, rule } of rows) {
      expect(sheet.body).toContain(dish);
      expect(sheet.body).toContain(`<b>${portions}</b>`);
      expect(rule).toBeNull();
    }
  });

  test('gives the substitute to those who eat no pork, and a choice a number', () => {
    const pork = row(canteens.jaures, 'Rôti de porc');
    const plants = row(canteens.jaures, 'Quenelles nature');
    expect(plants.seats).toEqual({ noPork: 6, vegetarian: 4 });
    expect(pork.choice).toBe(plants.choice);
    expect(pork.choice).not.toBeNull();
    expect(row(canteens.fontaine, 'Quenelles nature').seats).toEqual({ noPork: 0, vegetarian: 0 });
  });

  test('lets bread run out sooner than the rest', async () => {
    expect(row(canteens.jaures, 'Baguette').serviceLevel).toBe(0.5);
    expect(row(canteens.jaures, 'Baguette').portions).toBeLessThan(row(canteens.jaures, 'Comté').portions);
    await value(service, 'settings.save', { courseLevels: { bread: 0.9 } });
    const again = await value(service, 'plan.dishes', { from: thursday, to: thursday });
    const bread = again.rows.find((one) => one.dish === 'Baguette' && one.siteId === canteens.jaures);
    expect(bread?.serviceLevel).toBe(0.9);
    await value(service, 'settings.save', { courseLevels: {} });
  });

  test('weighs, packs and prices for the kitchen; its sites add up to it', () => {
    const carrots = kitchenDish('Carottes râpées');
    const sites = [canteens.jaures, canteens.fontaine].map((id) => row(id, 'Carottes râpées'));
    expect(carrots?.portions).toBe(sum(sites.map(({ portions }) => portions)));
    expect(carrots?.bought).toBe(sum(sites.map(({ bought }) => bought ?? 0)));
    const bags = Math.ceil((carrots?.bought ?? 0) / 2500);
    expect(carrots?.packs).toEqual([{ size: 'sac 2,5 kg', count: bags }]);
    expect(carrots?.surplus?.amount).toBeCloseTo(bags * 2500 - (carrots?.bought ?? 0), 6);
    expect(carrots?.euros).toBeCloseTo(bags * 4.5, 9);
    expect(sites.map(({ packs }) => packs)).toEqual([[], []]);
  });

  test('fills containers for each site', () => {
    const own = row(canteens.fontaine, 'Quenelles nature');
    expect(own.packs).toEqual(own.portions > 0 ? [expect.objectContaining({ size: 'GN 1/3' })] : []);
    expect(kitchenDish('Quenelles nature')?.surplus?.room).toBe(true);
  });

  test('comes out in portions where no portion is known, says so, and leaves the others alone', () => {
    const flan = row(canteens.jaures, 'Flan surprise', friday);
    expect(flan.portions).toBeGreaterThan(100);
    const unknown = row(canteens.jaures, '=SOMME(A1:A9)', friday);
    expect(unknown).toMatchObject({ unit: null, served: null, bought: null, packs: [], surplus: null });
    expect(unknown.problems.map(({ code }) => code)).toContain('no-portion');
    expect(unknown.problems[0]?.remedy).toContain('Réglages');
    expect(row(canteens.jaures, 'Rôti de dinde', friday).served).toBeGreaterThan(0);
    expect(row(canteens.jaures, 'Rôti de dinde', friday).problems).toEqual([
      expect.objectContaining({ code: 'no-substitute', message: expect.stringContaining('4 enfants') }),
    ]);
  });

  test('keeps days without a menu apart', () => {
    expect(plan.noMenu).toEqual(['2026-01-12', '2026-01-13']);
  });

  test('cooks nothing where a site is said to have no menu that day', async () => {
    const kitchens = serviceOn('no-menu');
    const { jaures, fontaine } = await kitchenCanteens(kitchens, folder);
    const dishesAt = async (siteId: number) =>
      (await value(kitchens, 'plan.dishes', { from: thursday, to: thursday })).rows.filter(
        (one) => one.siteId === siteId,
      ).length;
    const elsewhere = await dishesAt(jaures);
    expect(await dishesAt(fontaine)).toBe(elsewhere);
    await value(kitchens, 'menus.save', { date: thursday, siteId: fontaine, dishes: [] });
    expect([await dishesAt(jaures), await dishesAt(fontaine)]).toEqual([elsewhere, 0]);
    const sheet = await value(kitchens, 'sheet.make', { date: thursday, siteId: fontaine, format: 'csv' });
    expect(sheet.body).not.toContain('Carottes');
    const known = await value(kitchens, 'plan.dishDays', { siteId: fontaine, date: thursday });
    expect(known.dishes).toEqual([]);
    const all = await value(kitchens, 'menus.frequencies', { siteId: fontaine, to: friday });
    expect(all.meals).toBe(1);
    const { rows } = await value(kitchens, 'plan.week', kitchenWeek);
    const row = rows.find(({ siteId, date }) => siteId === fontaine && date === thursday);
    expect(row?.order).toBeGreaterThan(0);
  });

  test('orders from each supplier before its own deadline', () => {
    const [carrots] = linesOf('Carottes râpées');
    expect(carrots).toMatchObject({
      supplier: '=Primeurs & Cie',
      placeName: 'Cuisine Jaurès',
      unit: 'pack',
      size: 'sac 2,5 kg',
      deadline: { date: '2026-01-13', time: '09:00' },
    });
    expect(linesOf('Rôti de porc')[0]).toMatchObject({ supplier: 'Boucherie', deadline: null });
    // Containers carry; what is in them is ordered by weight.
    expect(linesOf('Quenelles nature')[0]).toMatchObject({ supplier: null, size: null, unit: 'g' });
    const refs = plan.suppliers.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('is of the sites or of the kitchen that are asked for, with the same figures', async () => {
    const asked = await value(service, 'plan.dishes', { ...kitchenWeek, siteIds: [canteens.fontaine] });
    expect(new Set(asked.rows.map(({ siteId }) => siteId))).toEqual(new Set([canteens.fontaine]));
    expect(asked.kitchens).toEqual(
      plan.kitchens.filter(({ place }) => place === `kitchen-${canteens.kitchen}`),
    );
    const kitchen = await value(service, 'plan.dishes', { ...kitchenWeek, kitchenId: canteens.kitchen });
    expect(kitchen.rows).toEqual(plan.rows.filter(({ siteId }) => siteId !== canteens.tilleuls));
    expect(await error(service, 'plan.dishes', { ...kitchenWeek, kitchenId: 99 })).toMatchObject({
      kind: 'not-found',
    });
    expect(await error(service, 'plan.dishes', { ...kitchenWeek, siteIds: [99] })).toMatchObject({
      kind: 'not-found',
    });
  });

  test('follows what a person decided', async () => {
    const { tilleuls } = canteens;
    const place = { siteId: tilleuls, date: thursday };
    await value(service, 'orders.override', { overrides: [{ ...place, quantity: 100 }] });
    const decided = await value(service, 'plan.dishes', { from: thursday, to: thursday });
    const comte = decided.rows.find((one) => one.siteId === tilleuls && one.dish === 'Comté');
    expect(comte?.portions).toBe(100);
    await value(service, 'orders.override', { overrides: [{ ...place, quantity: null }] });
  });

  test('stays at the level at which its orders were frozen', async () => {
    const kitchens = serviceOn('frozen');
    const { jaures } = await kitchenCanteens(kitchens, folder);
    await value(kitchens, 'orders.approve', { from: thursday, to: thursday, siteIds: [jaures] });
    const portions = async (siteId: number, date: string) =>
      (await value(kitchens, 'plan.dishes', kitchenWeek)).rows
        .filter((one) => one.siteId === siteId && one.date === date)
        .map((one) => [one.dish, one.serviceLevel, one.portions]);
    const [approved, open] = [await portions(jaures, thursday), await portions(jaures, friday)];
    await value(kitchens, 'settings.save', { serviceLevel: 0.95 });
    expect(await portions(jaures, thursday)).toEqual(approved);
    expect(await portions(jaures, friday)).not.toEqual(open);
  });

  test('knows no more of a frozen order than was known when it was frozen', async () => {
    let day = '2026-01-12';
    const kitchens = createService({ dataFolder: `${folder}/known`, today: () => day });
    try {
      const { jaures } = await kitchenCanteens(kitchens, folder);
      await value(kitchens, 'orders.approve', { from: thursday, to: thursday });
      const portions = async () =>
        (await value(kitchens, 'plan.dishes', kitchenWeek)).rows
          .filter((one) => one.siteId === jaures && one.date === thursday)
          .map((one) => [one.dish, one.share, one.portions]);
      const approved = await portions();
      day = '2026-01-14';
      const taken = [
        '2026-01-13;Jean Jaurès;M/E;Rôti de porc;10',
        '2026-01-13;Jean Jaurès;M/E;Quenelles nature;120',
      ];
      const servings = `date;site;type;plat;servi\n${taken.join('\n')}\n`;
      expect((await importing(kitchens, folder, 'servis.csv', servings)).ok).toBe(true);
      expect(await portions()).toEqual(approved);
      await value(kitchens, 'orders.reopen', {
        versions: [{ siteId: jaures, date: thursday, version: 1 }],
      });
      expect(await portions()).not.toEqual(approved);
    } finally {
      await kitchens.close();
    }
  });

  test('says what a longer period or an unknown field is', async () => {
    expect(await error(service, 'plan.dishes', { from: '2026-01-12', to: '2026-06-12' })).toMatchObject({
      kind: 'invalid-input',
    });
    const both = { date: thursday, format: 'html', siteId: 1, kitchenId: 1 };
    expect((await error(service, 'sheet.make', both, 'en'))?.message).toContain('a site or a kitchen');
  });
});

describe('what is on hand', () => {
  const grated = { dish: 'Carottes râpées', course: 'starter' as const, choice: null };
  const packs = (supplierId: number, place: KitchenKey) => ({
    scope: { type: 'food' as const, food: 'raw-vegetables' },
    supplierId,
    sizes: [
      {
        name: 'sac 2,5 kg',
        content: { type: 'amount' as const, amount: 2500, unit: 'g' as const },
        price: null,
      },
    ],
    minimum: 0,
    stocks: [{ place, amount: 20_000 }],
    keeps: true,
  });

  test('is what Thursday left of it, in a plan of Friday alone too', async () => {
    const kitchens = serviceOn('stock');
    const { grocer, kitchen } = await kitchenCanteens(kitchens, folder);
    const place: KitchenKey = `kitchen-${kitchen}`;
    await value(kitchens, 'menus.save', { date: friday, siteId: null, dishes: [grated] });
    await value(kitchens, 'catalogue.save', { entries: [{ type: 'pack', rule: packs(grocer, place) }] });
    const ofFriday = async (asked: { from: string; asOf?: string }) => {
      const found = await value(kitchens, 'plan.dishes', { ...asked, to: friday });
      expect(found.from).toBe(asked.from);
      expect(found.meals.every(({ date }) => date >= asked.from)).toBe(true);
      return found.suppliers.filter(({ date }) => date === friday);
    };
    const inWeek = await ofFriday(kitchenWeek);
    expect(sum(inWeek.map(({ quantity }) => quantity))).toBeGreaterThan(0);
    expect(await ofFriday({ from: friday })).toEqual(inWeek);
    // It is on hand where it was counted, and nowhere else; on Friday each has what it kept of its own.
    const { kitchens: cooked } = await value(kitchens, 'plan.dishes', kitchenWeek);
    const taken = cooked.filter(({ date, fromStock }) => date === thursday && fromStock !== null);
    expect(new Set(taken.map(({ place }) => place))).toEqual(new Set([place]));
    expect(sum(taken.map(({ fromStock }) => fromStock?.amount ?? 0))).toBeLessThanOrEqual(20_000);
    const asOf = '2026-01-08';
    expect(await ofFriday({ from: friday, asOf })).toEqual(await ofFriday({ ...kitchenWeek, asOf }));
  });
});
