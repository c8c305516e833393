import type { OrderRule, PlanRow } from '../../../electron/api/records.ts';
import { createService, type Service } from '../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { error, value } from './support/asking.ts';
import {
  canteens,
  clock,
  friday,
  historyOfCanteens,
  plan,
  rowOfCanteen,
  thursday,
  tuesday,
  week,
} from './support/two-canteens.ts';

const folder = temporaryFolder();
const lead = (days: number): OrderRule => ({ type: 'lead', days, at: '00:00' });
const outing = (siteId: number, date: string, absent = 25) => ({
  closures: [{ kind: 'outing' as const, from: date, siteId, absent }],
});

describe('a deadline rule on the sample', () => {
  const at = { today: '2026-11-24' };
  const days = { from: '2026-11-23', to: '2026-12-11' };
  let service: Service;
  afterAll(() => service.close());
  const cells = async () =>
    (await value(service, 'plan.week', days)).rows.map(({ deadline: _, ...row }): Partial<PlanRow> => row);
  const sheets = async (siteId: number, date: string) =>
    (await value(service, 'sheet.make', { date, siteId, format: 'csv' })).body;

  test('saving it turns no 99 into 124, closes nothing, and leaves the outing on the sheet', async () => {
    service = createService({ dataFolder: `${folder}/sample`, today: () => at.today });
    await value(service, 'sample.load', {});
    const siteId = (await value(service, 'sites.list', {})).find(({ name }) => name === 'Marie Tellier')?.id;
    if (siteId === undefined) throw new Error('The sample has Marie Tellier.');
    const date = '2026-11-26';
    const orderOf = async () => (await cells()).find((row) => row.siteId === siteId && row.date === date);
    const without = (await orderOf())?.order ?? 0;
    await value(service, 'closures.save', outing(siteId, date));
    const [before, sheet] = [await cells(), await sheets(siteId, date)];
    // Some of the 25 would not have eaten.
    expect((await orderOf())?.order).toBeLessThan(without - 12);
    expect((await orderOf())?.flags).toContain('outing');
    for (const rule of [lead(1), lead(7), lead(21), { ...lead(1), at: '23:59' }]) {
      await value(service, 'orderRules.save', { siteId: null, rule });
      expect(await cells()).toEqual(before);
      expect(await sheets(siteId, date)).toBe(sheet);
      expect(await value(service, 'orders.list', days)).toEqual([]);
    }
  });
});

describe('what becomes known after the deadline', () => {
  /** Everything for Thursday is closed on Tuesday at 0:00, by a rule that was saved the week before. */
  async function closed() {
    const made = await canteens();
    clock.today = '2026-01-08';
    await value(made.service, 'orderRules.save', { siteId: null, rule: lead(2) });
    clock.today = tuesday;
    return made;
  }

  test('is a revision to be sent: −25 for an outing, and the order stands until a person corrects it', async () => {
    const { service, jaures, fontaine } = await closed();
    const before = rowOfCanteen(await plan(service), jaures, thursday);
    expect(before.decision).toMatchObject({ approved: { automatic: true }, revision: null });
    await value(service, 'closures.save', outing(jaures, thursday));
    const after = await plan(service);
    const row = rowOfCanteen(after, jaures, thursday);
    expect(row.order).toBe(before.order);
    expect(row.flags).toContain('outing');
    expect(row.decision.revision?.difference).toBeLessThan(-12);
    expect(row.decision.revision?.difference).toBeGreaterThanOrEqual(-26);
    expect(rowOfCanteen(after, fontaine, thursday).decision.revision).toBeNull();
    const quantity = row.decision.revision?.quantity ?? 0;
    await value(service, 'orders.revise', { siteId: jaures, date: thursday, quantity });
    const corrected = rowOfCanteen(await plan(service), jaures, thursday);
    expect(corrected).toMatchObject({
      order: quantity,
      decision: {
        revision: null,
        approved: { approvedQuantity: before.order, correction: quantity - before.order },
      },
    });
    // The outing is called off: the correction is to be corrected.
    await value(service, 'closures.remove', {
      closures: [{ date: thursday, siteId: jaures, kind: 'outing' }],
    });
    expect(rowOfCanteen(await plan(service), jaures, thursday).decision.revision?.difference).toBeGreaterThan(
      12,
    );
  });

  test('keeps what a person ordered on top', async () => {
    const { service, jaures } = await canteens();
    const { decision } = rowOfCanteen(await plan(service), jaures, thursday);
    const quantity = decision.recommended + 10;
    await value(service, 'orders.override', { overrides: [{ siteId: jaures, date: thursday, quantity }] });
    await value(service, 'orders.approve', { from: thursday, to: thursday });
    await value(service, 'closures.save', outing(jaures, thursday, 30));
    const { revision } = rowOfCanteen(await plan(service), jaures, thursday).decision;
    expect(revision?.quantity).toBeLessThan(quantity - 15);
    expect(revision?.quantity).toBeGreaterThanOrEqual(quantity - 31);
  });

  test('is a revision to nothing where the site has closed', async () => {
    const { service, jaures } = await closed();
    const { order } = rowOfCanteen(await plan(service), jaures, thursday);
    await value(service, 'closures.save', {
      closures: [{ kind: 'closure', from: thursday, siteId: jaures }],
    });
    expect(rowOfCanteen(await plan(service), jaures, thursday).decision).toMatchObject({
      closed: 'closure',
      revision: { quantity: 0, difference: -order },
    });
  });

  test('a strike that is noted on the morning of its day is on the page and in the forecast', async () => {
    const { service, jaures } = await canteens();
    clock.today = thursday;
    const before = rowOfCanteen(await plan(service), jaures, thursday);
    await value(service, 'closures.save', { closures: [{ kind: 'strike', from: thursday, siteId: null }] });
    const after = rowOfCanteen(await plan(service), jaures, thursday);
    expect(after.flags).toContain('strike');
    expect(after.mean).toBeLessThan(before.mean);
    expect(after.high - after.low).toBeGreaterThan(before.high - before.low);
  });
});

describe('a past day', () => {
  test('has no order where none was recorded, and says what was served', async () => {
    const { service, jaures } = await canteens();
    await value(service, 'orders.approve', { from: thursday, to: thursday, siteIds: [jaures] });
    clock.today = '2026-01-20';
    const all = await plan(service);
    expect(rowOfCanteen(all, jaures, thursday)).toMatchObject({ served: null, decision: { recorded: true } });
    expect(rowOfCanteen(all, jaures, friday).decision).toMatchObject({ recorded: false, approved: null });
    const before = await value(service, 'plan.week', { from: '2026-01-05', to: '2026-01-09' });
    expect(rowOfCanteen(before, jaures, '2026-01-08')).toMatchObject({
      served: 122,
      decision: { recorded: false },
    });
    const asOf = await value(service, 'plan.week', {
      from: '2026-01-05',
      to: '2026-01-09',
      asOf: '2026-01-04',
    });
    expect(rowOfCanteen(asOf, jaures, '2026-01-08').served).toBeNull();
  });

  test('cannot be approved, changed, corrected, reopened or sent: the service refuses', async () => {
    const { service, jaures } = await canteens();
    await value(service, 'orders.approve', { from: thursday, to: thursday, siteIds: [jaures] });
    const [version] = (await historyOfCanteens(service, jaures, thursday)).versions;
    clock.today = '2026-01-20';
    const place = { siteId: jaures, date: thursday };
    const before = await historyOfCanteens(service, jaures, thursday);
    const refusals = [
      await error(service, 'orders.approve', week),
      await error(service, 'orders.override', { overrides: [{ ...place, date: friday, quantity: 100 }] }),
      await error(service, 'orders.revise', { ...place, quantity: 1 }),
      await error(service, 'orders.reopen', { versions: [{ ...place, version: version?.version ?? 0 }] }),
      await error(service, 'orders.send', week),
    ];
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ kind: 'refused', message: expect.stringContaining('est passé') });
    }
    expect(await historyOfCanteens(service, jaures, thursday)).toEqual(before);
    expect(await value(service, 'orders.list', { from: friday, to: friday })).toEqual([]);
  });

  test('of a week under way is left out when the week is approved, and said', async () => {
    const { service } = await canteens();
    clock.today = thursday;
    const answer = await value(service, 'orders.approve', week);
    expect(new Set(answer.approved.map(({ date }) => date))).toEqual(new Set([thursday, friday]));
    expect(answer).toMatchObject({ past: 4, refused: [] });
  });
});
