import { error, importing, value } from '../support/asking.ts';
import {
  attendance,
  canteens,
  clock,
  folder,
  plan,
  rowOfCanteen,
  thursday,
  tuesday,
  week,
} from '../support/two-canteens.ts';

describe('the roll-call', () => {
  test('changes what is cooked and the sheet’s version, not the order', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: tuesday };
    await value(service, 'orders.approve', { from: tuesday, to: tuesday });
    const { order } = rowOfCanteen(await plan(service), jaures, tuesday);
    await value(service, 'orders.headCount', { ...place, counts: { M: 50, E: 70, A: 9 } });
    expect(rowOfCanteen(await plan(service), jaures, tuesday)).toMatchObject({
      order,
      decision: { quantity: order, mealsToCook: 120, sheetVersion: 2 },
    });
    const sheet = async (format: 'html' | 'csv') =>
      (await value(service, 'sheet.make', { date: tuesday, siteId: jaures, format })).body;
    expect(await sheet('html')).toContain('<b>120</b>');
    expect(await sheet('csv')).toContain(`;${order};`);
    const second = await value(service, 'orders.headCount', { ...place, counts: { all: 118 } });
    expect(second).toMatchObject({ headCount: { counts: { all: 118 } } });
    await value(service, 'orders.headCount', { ...place, counts: null });
    expect(rowOfCanteen(await plan(service), jaures, tuesday).decision).toMatchObject({
      headCount: null,
      mealsToCook: order,
    });
  });

  test('is refused before its day, on a closed one, and when it counts twice or nobody', async () => {
    const { service, jaures } = await canteens();
    const call = (date: string, counts: unknown) =>
      error(service, 'orders.headCount', { siteId: jaures, date, counts });
    expect(await call(thursday, { all: 3 })).toMatchObject({ kind: 'refused' });
    expect(await call('2026-01-01', { all: 3 })).toMatchObject({ kind: 'refused' });
    expect(await call(tuesday, { all: 3, M: 3 })).toMatchObject({ kind: 'invalid-input' });
    expect((await call(tuesday, {}))?.message).toContain('présents');
    expect(await call(tuesday, { all: 3, A: 2 })).toBeNull();
  });
});

describe('scores', () => {
  test('compare people’s figures with the recommendations they replaced, once the meals are counted', async () => {
    const { service, jaures, fontaine } = await canteens();
    const recommended = rowOfCanteen(await plan(service), jaures, tuesday).order;
    const small = rowOfCanteen(await plan(service), fontaine, thursday).order;
    await value(service, 'orders.override', {
      overrides: [
        { siteId: jaures, date: tuesday, quantity: recommended - 10, reason: 'Sortie' },
        { siteId: fontaine, date: thursday, quantity: small + 2, reason: '' },
      ],
    });
    await value(service, 'orders.approve', week);
    const empty = await value(service, 'orders.scores', week);
    expect(empty).toMatchObject({ n: 0, waiting: 2, byReason: [] });
    clock.today = '2026-01-20';
    const served = `site_nom;site_type;date;reel\nJean Jaurès;E;${tuesday};${recommended - 12}\n`;
    await importing(service, folder, 'served.csv', served);
    const afterwards = { siteId: jaures, date: '2026-01-19', quantity: 1, reason: 'après coup' };
    expect((await error(service, 'orders.override', { overrides: [afterwards] }))?.kind).toBe('refused');
    expect(await value(service, 'orders.scores', { from: week.from, to: '2026-01-19' })).toMatchObject({
      n: 1,
      served: recommended - 12,
      decided: { over: 2, under: 0, shortDays: 0 },
      recommended: { over: 12, under: 0, shortDays: 0 },
      waiting: 1,
      byReason: [{ reason: 'Sortie', n: 1, decided: { over: 2 } }],
    });
  });
});

test('orders of a site that an undo took away are still listed, and none of the rest breaks', async () => {
  const { service, jaures } = await canteens();
  await value(service, 'orders.approve', { from: thursday, to: thursday });
  const [batch] = await value(service, 'imports.list', {});
  await value(service, 'imports.undo', { batch: batch?.batch ?? 0 });
  const listed = await value(service, 'orders.list', week);
  expect(listed.map(({ siteId, site }) => [siteId, site])).toEqual([
    [null, 'Jean Jaurès'],
    [null, 'La Fontaine'],
  ]);
  expect((await plan(service)).rows).toEqual([]);
  expect((await value(service, 'data.check', {})).ok).toBe(true);
  await importing(service, folder, 'again.csv', attendance());
  const again = rowOfCanteen(await plan(service), jaures, thursday);
  expect(again.decision.approved?.version).toBe(1);
});
