import type { Service } from '../../../../electron/service/host/service.ts';
import { ModelCache } from '../../../../electron/service/models/model-cache.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { value } from '../support/asking.ts';
import { friday, kitchenWeek, movableCanteens, thursday } from '../support/kitchen-canteens.ts';

const folder = temporaryFolder();
const canteensOn = movableCanteens(folder);

const suppliers = async (service: Service) =>
  (await value(service, 'plan.dishes', kitchenWeek)).suppliers.filter(({ date }) => date === thursday);

test('what the clock kept of a past day stays when the rule that it was kept by goes', async () => {
  const { clock, service, grocer: id } = await canteensOn('past');
  const rule = (days: number | null) =>
    value(service, 'catalogue.save', {
      entries: [
        {
          type: 'supplier',
          supplier: {
            id,
            name: '=Primeurs & Cie',
            rule: days === null ? null : { type: 'lead', days, at: '00:00' },
          },
        },
      ],
    });
  await rule(2);
  clock.today = '2026-01-13';
  await suppliers(service);
  const kept = await value(service, 'orders.sent', kitchenWeek);
  expect(kept.length).toBeGreaterThan(0);
  await rule(null);
  clock.today = '2026-01-20';
  await suppliers(service);
  expect(await value(service, 'orders.sent', kitchenWeek)).toEqual(kept);
});

test('a frozen order never goes to the supplier who has the number of one that is gone', async () => {
  const { service, butcher } = await canteensOn('number');
  await value(service, 'orders.approve', { from: thursday, to: thursday });
  const rename = (name: string) =>
    value(service, 'catalogue.save', {
      entries: [{ type: 'supplier', supplier: { id: butcher, name, rule: null } }],
    });
  await rename('Boucherie Martin');
  expect((await suppliers(service)).map(({ supplier }) => supplier)).toContain('Boucherie Martin');
  await value(service, 'catalogue.remove', { keys: [{ type: 'supplier', id: butcher }] });
  const { saved } = await value(service, 'catalogue.save', {
    entries: [{ type: 'supplier', supplier: { id: null, name: 'Marée', rule: null } }],
  });
  expect(saved).toMatchObject([{ supplier: { id: butcher } }]);
  expect(new Set((await suppliers(service)).map(({ supplier }) => supplier))).toEqual(
    new Set(['=Primeurs & Cie', null]),
  );
});

test('a supplier and a kitchen under a new name are asked for nothing twice', async () => {
  const { service, grocer: id } = await canteensOn('rename');
  await value(service, 'orders.send', kitchenWeek);
  const before = await suppliers(service);
  expect(before.some(({ sent }) => sent !== null)).toBe(true);
  const { kitchens } = await value(service, 'catalogue.read', {});
  await value(service, 'catalogue.save', {
    entries: [
      { type: 'supplier', supplier: { id, name: 'Primeurs de Loire', rule: null } },
      ...kitchens.map((kitchen) => ({
        type: 'kitchen' as const,
        kitchen: { ...kitchen, name: `${kitchen.name} neuve` },
      })),
    ],
  });
  const after = await suppliers(service);
  const told = (lines: typeof before) =>
    lines.map(({ ref, quantity, correction, sent }) => ({ ref, quantity, correction, sent }));
  expect(told(after)).toEqual(told(before));
  expect(new Set(after.map(({ supplier }) => supplier))).toContain('Primeurs de Loire');
  expect(new Set(after.map(({ supplier }) => supplier))).not.toContain('=Primeurs & Cie');
});

test('a plan asks for the take-up of each deadline once a day, however many kitchens look at it', async () => {
  const { clock, service } = await canteensOn('once');
  clock.today = '2026-01-20';
  const asked: string[] = [];
  const { takeUp } = ModelCache.prototype;
  ModelCache.prototype.takeUp = function (source, origin) {
    asked.push(origin);
    return takeUp.call(this, source, origin);
  };
  try {
    await value(service, 'plan.dishes', { from: thursday, to: friday });
  } finally {
    ModelCache.prototype.takeUp = takeUp;
  }
  // What the plan knows, and on Thursday what was known on the eve of the grocer’s deadline.
  expect(asked).toEqual(['2026-01-14', '2026-01-12', '2026-01-14']);
});
