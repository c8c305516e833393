import Papa from 'papaparse';
import type { PurchaseOrderLine } from '../../../../electron/api/records.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { importing, value } from '../support/asking.ts';
import { importCanteens, kitchenWeek, movableCanteens, thursday } from '../support/kitchen-canteens.ts';

const folder = temporaryFolder();
const canteensOn = movableCanteens(folder);

const grocer = '=Primeurs & Cie';
const raw = { type: 'food' as const, food: 'raw-vegetables' };
const bags = (supplierId: number, grams: number) => ({
  type: 'pack' as const,
  rule: {
    scope: raw,
    supplierId,
    sizes: [
      {
        name: 'sac 2,5 kg',
        content: { type: 'amount' as const, amount: grams, unit: 'g' as const },
        price: 4.5,
      },
    ],
    minimum: 0,
    stocks: [],
    keeps: false,
  },
});
const heavy = (amount: number) => ({
  type: 'portion' as const,
  rule: {
    scope: raw,
    portion: {
      unit: 'g' as const,
      amounts: { M: amount, E: amount, C: amount, A: amount },
      purchaseFactor: null,
    },
  },
});

const linesOf = async (service: Service, supplier: string | null = grocer) =>
  (await value(service, 'plan.dishes', kitchenWeek)).suppliers.filter((line) => line.supplier === supplier);
const quantities = (lines: readonly PurchaseOrderLine[]) => lines.map(({ ref, quantity }) => [ref, quantity]);

describe('a supplier’s deadline', () => {
  test('is the end of what its lines know; the kitchen’s own sheet knows what came after', async () => {
    const { clock, service, jaures } = await canteensOn('origin');
    clock.today = '2026-01-12';
    const before = await linesOf(service);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ asOf, sent }) => asOf <= '2026-01-12' && sent === null)).toBe(true);
    // Tuesday 9:00 is the deadline. What is written down from then on must not move its lines.
    clock.today = '2026-01-15';
    const less = '2026-01-13;20\n2026-01-12;20';
    const rows = less.split('\n').map((line) => `Jean Jaurès;M/E;${line}`);
    const text = `site_nom;site_type;date;reel\n${rows.join('\n')}\n`;
    expect((await importing(service, folder, 'janvier.csv', text)).ok).toBe(true);
    clock.today = '2026-01-14';
    await value(service, 'orders.override', {
      overrides: [{ siteId: jaures, date: thursday, quantity: 260 }],
    });
    clock.today = '2026-01-15';
    const approved = await linesOf(service);
    const ofThursday = (lines: readonly PurchaseOrderLine[]) => lines.filter(({ date }) => date === thursday);
    // Nothing of Monday was known on the eve of the deadline's day but Monday itself.
    expect(ofThursday(approved).map(({ asOf }) => asOf)).toEqual(
      ofThursday(approved).map(() => '2026-01-12'),
    );
    const sheet = await value(service, 'sheet.make', {
      date: thursday,
      sheet: 'production',
      format: 'csv',
      siteId: jaures,
    });
    const plan = await value(service, 'plan.dishes', kitchenWeek);
    const cooked = plan.kitchens.find(({ dish, date }) => dish === 'Carottes râpées' && date === thursday);
    expect(cooked?.portions).toBeGreaterThan(260);
    expect(sheet.body).toContain('Carottes râpées');
  });

  test.each(['read at its deadline', 'read for the first time long after'])(
    'leaves its lines bit-identical whatever is recorded later, %s',
    async (how) => {
      const { clock, service, jaures, butcher } = await canteensOn(
        how.slice(0, 12).replaceAll(' ', '-') + how.length,
      );
      await value(service, 'catalogue.save', {
        entries: [
          {
            type: 'supplier',
            supplier: { id: butcher, name: 'Boucherie', rule: { type: 'lead', days: 2, at: '09:00' } },
          },
        ],
      });
      clock.today = '2026-01-13';
      // The eve of the deadline of Thursday is Monday: what Monday says is all that both may know.
      const control = quantities(
        (await linesOf(await copyOf(), 'Boucherie')).filter(({ date }) => date === thursday),
      );
      async function copyOf(): Promise<Service> {
        if (how === 'read at its deadline') return service;
        const twin = await canteensOn('control');
        await value(twin.service, 'catalogue.save', {
          entries: [
            {
              type: 'supplier',
              supplier: { id: twin.butcher, name: 'Boucherie', rule: { type: 'lead', days: 2, at: '09:00' } },
            },
          ],
        });
        twin.clock.today = '2026-01-14';
        return twin.service;
      }
      clock.today = '2026-01-14';
      const text =
        'site_nom;site_type;date;reel\nJean Jaurès;M/E;2026-01-13;12\nJean Jaurès;M/E;2026-01-14;9\n';
      expect((await importing(service, folder, 'tard.csv', text)).ok).toBe(true);
      const servings = 'date;site;type;plat;servi\n2026-01-13;Jean Jaurès;M/E;Rôti de porc;1\n';
      expect((await importing(service, folder, 'servis.csv', servings)).ok).toBe(true);
      await value(service, 'orders.approve', { from: thursday, to: thursday });
      await value(service, 'orders.revise', { siteId: jaures, date: thursday, quantity: 200 });
      const after = (await linesOf(service, 'Boucherie')).filter(({ date }) => date === thursday);
      expect(control.length).toBeGreaterThan(0);
      expect(quantities(after)).toEqual(control);
      // And what is needed since is told.
      expect(after.some(({ correction }) => correction !== 0)).toBe(true);
    },
  );

  test('that has been moved opens again what the clock had kept', async () => {
    const { clock, service, grocer: id } = await canteensOn('moved');
    const rule = (days: number) =>
      value(service, 'catalogue.save', {
        entries: [
          { type: 'supplier', supplier: { id, name: grocer, rule: { type: 'lead', days, at: '00:00' } } },
        ],
      });
    await rule(2);
    clock.today = '2026-01-13';
    const stamps = async () =>
      (await linesOf(service))
        .filter(({ date }) => date === thursday)
        .map(({ sent }) => sent?.automatic ?? null);
    expect(new Set(await stamps())).toEqual(new Set([true]));
    await rule(1);
    expect(new Set(await stamps())).toEqual(new Set([null]));
    expect(await value(service, 'orders.sent', kitchenWeek)).toEqual([]);
  });
});

describe('a sent order', () => {
  test('stands; what changes since is a correction, which can be sent and taken back', async () => {
    const { service, grocer: id } = await canteensOn('sent');
    const before = await linesOf(service);
    const { sent, already } = await value(service, 'orders.send', { ...kitchenWeek, suppliers: [grocer] });
    expect(sent.map(({ date }) => date)).toEqual([thursday]);
    expect(already).toBe(0);
    expect(await value(service, 'orders.send', { ...kitchenWeek, suppliers: [grocer] })).toEqual({
      sent: [],
      already: 1,
    });
    // What its packs hold is kept with it, as the plan of that moment says.
    const { kitchens } = await value(service, 'plan.dishes', kitchenWeek);
    const [stored] = await value(service, 'orders.sent', kitchenWeek);
    const carrots = kitchens.find(({ dish, date }) => dish === 'Carottes râpées' && date === thursday);
    const rounding = carrots?.surplus?.portions ?? Number.NaN;
    expect(rounding).toBeGreaterThan(0);
    expect(stored?.lines.find(({ key }) => key === carrots?.key)?.packing).toEqual({
      portions: (carrots?.portions ?? 0) - (carrots?.samples ?? 0) + rounding,
      rounding,
      sites: carrots?.sites,
    });
    // Half the size of a bag, and twice the portion: four times as many bags.
    await value(service, 'catalogue.save', { entries: [heavy(120), bags(id, 1250)] });
    const after = await linesOf(service);
    expect(quantities(after)).toEqual(quantities(before));
    expect(after.map(({ sent: stamp }) => stamp?.version)).toEqual(after.map(() => 1));
    expect(after.every(({ quantity, correction }) => correction > quantity)).toBe(true);
    expect((await linesOf(service, 'Boucherie')).every(({ sent: stamp }) => stamp === null)).toBe(true);

    const again = await value(service, 'orders.send', {
      ...kitchenWeek,
      corrections: true,
      suppliers: [grocer],
    });
    expect(again.sent.map(({ version }) => version)).toEqual([2]);
    const corrected = await linesOf(service);
    expect(corrected.map(({ quantity }) => quantity)).toEqual(
      after.map(({ quantity, correction }) => quantity + correction),
    );
    expect(corrected.every(({ correction }) => correction === 0)).toBe(true);
    expect(corrected.map(({ before: first }) => first)).toEqual(before.map(({ quantity }) => quantity));
    const kept = await value(service, 'orders.sent', kitchenWeek);
    expect(kept.map(({ version }) => version)).toEqual([1, 2]);
    expect(kept[0]?.lines.map(({ quantity }) => quantity)).toEqual(
      before.filter(({ date }) => date === thursday).map(({ quantity }) => quantity),
    );

    expect((await value(service, 'orders.recall', { orders: sent })).kept).toBe(1);
    await value(service, 'orders.recall', { orders: again.sent });
    expect(await linesOf(service)).toEqual(after);
    await value(service, 'orders.recall', { orders: sent });
    expect((await linesOf(service)).every(({ sent: stamp }) => stamp === null)).toBe(true);
  });

  test('says so in its file: what was sent before and the difference, and no cell is a formula', async () => {
    const { service, grocer: id } = await canteensOn('file');
    const file = async () => {
      const { body } = await value(service, 'orders.export', {
        ...kitchenWeek,
        kind: 'supplier',
        format: 'csv',
      });
      const { data } = Papa.parse<string[]>(body.replace('\ufeff', '').trimEnd(), { delimiter: ';' });
      return data;
    };
    const [plain = []] = await file();
    await value(service, 'orders.send', kitchenWeek);
    expect((await file())[0]).toEqual(plain);
    await value(service, 'catalogue.save', { entries: [bags(id, 1250)] });
    const page = () => value(service, 'orders.export', { ...kitchenWeek, kind: 'supplier', format: 'html' });
    expect((await page()).body).toMatch(
      /Depuis l’envoi, jeudi 15 janvier\u00a0: Carottes râpées, \+\d+ sac 2,5 kg\./,
    );
    await value(service, 'orders.send', { ...kitchenWeek, corrections: true });
    const rows = await file();
    const [titles = []] = rows;
    const at = (title: string) => titles.indexOf(title);
    expect([at('Envoyé avant'), at('Différence')]).not.toContain(-1);
    const carrots = rows.find((cells) => cells.includes('Carottes râpées')) ?? [];
    expect(Number(carrots[at('Quantité')])).toBe(
      Number(carrots[at('Envoyé avant')]) + Number(carrots[at('Différence')]),
    );
    expect(rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
    expect((await page()).body).toMatch(/Envoyé lundi 12 janvier à \d+\u00a0h.*\(n°\u00a02\)/);
  });

  test('keeps its references when its sites are imported anew, and is what a returned file is compared with', async () => {
    const { service, tilleuls, grocer: id } = await canteensOn('again');
    const exported = () =>
      value(service, 'orders.export', { ...kitchenWeek, kind: 'supplier', format: 'csv' });
    const before = await exported();
    const returned = async (body: string) => {
      const { ticket } = await service.registerFile(writeUnder(folder, 'retour.csv', body), 'retour.csv');
      return (await value(service, 'orders.reconcile', { tickets: [ticket] }))[0];
    };
    expect(await returned(before.body)).toMatchObject({ sent: 0, changed: [], missing: [], problems: [] });
    await value(service, 'orders.send', kitchenWeek);
    await value(service, 'catalogue.save', { entries: [bags(id, 1250), heavy(100)] });
    const compared = await returned(before.body);
    expect(compared).toMatchObject({ changed: [], missing: [], problems: [] });
    expect(compared?.sent).toBe(compared?.lines);
    const refs = async () => (await linesOf(service)).map(({ ref }) => ref);
    const known = await refs();
    for (const { batch } of await value(service, 'imports.list', {})) {
      await value(service, 'imports.undo', { batch });
    }
    // Everything is gone but what was sent.
    expect((await refs()).toSorted()).toEqual(known.toSorted());
    expect(await returned(before.body)).toMatchObject({ changed: [], problems: [] });
    await importCanteens(service, folder, ['Victor Hugo;E;2026-01-09;90']);
    const [own] = (await linesOf(service)).filter(({ placeName }) => placeName === 'Les Tilleuls');
    expect(own?.place).toMatch(/^site-/);
    expect(own?.place).not.toBe(`site-${tilleuls}`);
    expect(known).toContain(own?.ref);
    // It found its line of the plan again: more bags are needed, and not as many as were sent fewer.
    expect(own?.correction).toBeGreaterThan(0);
  });

  test('confirmed for less than is needed warns the kitchen', async () => {
    const { service } = await canteensOn('confirmed');
    await value(service, 'orders.send', kitchenWeek);
    const [line] = (await linesOf(service)).filter(({ dish }) => dish === 'Carottes râpées');
    const ref = line?.ref ?? '';
    await value(service, 'orders.confirm', { lines: [{ ref, quantity: 1 }] });
    const sheet = () => value(service, 'sheet.make', { date: thursday, sheet: 'production', format: 'html' });
    expect((await sheet()).body).toContain(`livre 1 au lieu de ${line?.quantity} (sac 2,5 kg)`);
    await value(service, 'orders.confirm', { lines: [{ ref, quantity: null }] });
    expect((await sheet()).body).not.toContain('au lieu de');
  });
});

test('a frozen order’s dishes stay when portions, packs or levels change; those of open orders follow', async () => {
  const { service, jaures, tilleuls, grocer: id } = await canteensOn('frozen');
  await value(service, 'orders.approve', { from: thursday, to: thursday, siteIds: [jaures] });
  const rows = async (siteId: number) =>
    (await value(service, 'plan.dishes', { from: thursday, to: thursday })).rows
      .filter((row) => row.siteId === siteId)
      .map(({ dish, portions, bought, packs, serviceLevel }) => ({
        dish,
        portions,
        bought,
        packs,
        serviceLevel,
      }));
  const kitchen = async () =>
    (await value(service, 'plan.dishes', { from: thursday, to: thursday })).kitchens.find(
      ({ dish, place }) => dish === 'Carottes râpées' && place.startsWith('kitchen'),
    );
  const [approved, other, packs] = [await rows(jaures), await rows(tilleuls), (await kitchen())?.packs];
  await value(service, 'catalogue.save', { entries: [heavy(150), bags(id, 500)] });
  await value(service, 'settings.save', { courseLevels: { starter: 0.95, dairy: 0.95 } });
  expect(await rows(jaures)).toEqual(approved);
  expect((await kitchen())?.packs).toEqual(packs);
  expect(await rows(tilleuls)).not.toEqual(other);
  // Corrected it has other guests, at the same portions.
  await value(service, 'orders.revise', { siteId: jaures, date: thursday, quantity: 150 });
  const grams = (list: typeof approved) => {
    const carrots = list.find(({ dish }) => dish === 'Carottes râpées');
    return (carrots?.bought ?? 0) / (carrots?.portions ?? 1);
  };
  expect(grams(await rows(jaures))).toBeCloseTo(grams(approved), 0);
  await value(service, 'orders.reopen', {
    versions: [2, 1].map((version) => ({ siteId: jaures, date: thursday, version })),
  });
  expect(await rows(jaures)).not.toEqual(approved);
});
