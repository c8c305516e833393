import type { Plan, PlanRow } from '../../../../electron/api/records.ts';
import { error, importing, value } from '../support/asking.ts';
import {
  canteens,
  clock,
  folder,
  friday,
  historyOfCanteens,
  plan,
  rowOfCanteen,
  thursday,
  tuesday,
  week,
} from '../support/two-canteens.ts';

describe('an override', () => {
  test('is the order everywhere, and what was recommended stays', async () => {
    const { service, jaures } = await canteens();
    const before = await plan(service);
    const row = rowOfCanteen(before, jaures, thursday);
    expect(row.decision).toMatchObject({ source: 'recommended', quantity: row.order, approved: null });
    await value(service, 'settings.save', { person: 'C. Morel' });
    const place = { siteId: jaures, date: thursday };
    const said = await value(service, 'orders.override', {
      overrides: [{ ...place, quantity: row.order + 6, reason: ' CM2 de retour ' }],
    });
    expect(said.warnings).toEqual([]);
    const after = await plan(service);
    expect(rowOfCanteen(after, jaures, thursday)).toMatchObject({
      order: row.order + 6,
      mean: row.mean,
      decision: {
        quantity: row.order + 6,
        recommended: row.order,
        source: 'override',
        reason: 'CM2 de retour',
        by: 'C. Morel',
        approved: null,
      },
    });
    const total = ({ totals }: Plan) => totals.find(({ date }) => date === thursday)?.order ?? 0;
    expect(total(after) - total(before)).toBe(6);
    expect((await value(service, 'plan.cell', place)).row).toEqual(rowOfCanteen(after, jaures, thursday));
    const sheet = await value(service, 'sheet.make', { date: thursday, format: 'csv' });
    expect(sheet.body).toContain(`Jean Jaurès;élémentaire;${row.order + 6};`);
  });

  test('comes back exactly as it was, with who said it and when', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: thursday };
    await value(service, 'settings.save', { person: 'A. Petit' });
    await value(service, 'orders.override', { overrides: [{ ...place, quantity: 131, reason: 'sortie' }] });
    const first = (await historyOfCanteens(service, jaures, thursday)).override;
    expect(first).toMatchObject({ quantity: 131, reason: 'sortie', by: 'A. Petit' });
    await value(service, 'settings.save', { person: 'C. Morel' });
    const overrides = [{ ...place, quantity: null }];
    const second = await service.call('orders.override', { overrides }, { language: 'fr' });
    expect((await historyOfCanteens(service, jaures, thursday)).override).toBeNull();
    const edit = second.ok ? (second.edit ?? 0) : 0;
    await value(service, 'edits.step', { edits: [edit], way: 'undo' });
    expect((await historyOfCanteens(service, jaures, thursday)).override).toEqual(first);
  });

  test('that looks like a slip is kept, and said', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: thursday };
    const { warnings } = await value(service, 'orders.override', {
      overrides: [{ ...place, quantity: 1240 }],
    });
    expect(warnings).toMatchObject([{ ...place, problem: 'far', quantity: 1240 }]);
    expect(rowOfCanteen(await plan(service), jaures, thursday).order).toBe(1240);
    const none = await value(service, 'orders.override', { overrides: [{ ...place, quantity: 0 }] });
    expect(none.warnings).toMatchObject([{ problem: 'far' }]);
  });

  test('is refused, all or nothing, where it makes no sense', async () => {
    const { service, jaures } = await canteens();
    const one = { siteId: jaures, date: thursday, quantity: 130 };
    const refused = async (draft: unknown) =>
      (await error(service, 'orders.override', { overrides: [one, draft] }))?.kind;
    expect(await refused({ ...one, quantity: 12.5 })).toBe('invalid-input');
    expect(await refused({ ...one, quantity: -1 })).toBe('invalid-input');
    expect(await refused({ ...one, siteId: 999 })).toBe('not-found');
    expect(await refused({ ...one, date: '2126-01-15' })).toBe('refused');
    // A public holiday is no guess.
    const may = await error(service, 'orders.override', { overrides: [{ ...one, date: '2026-05-01' }] });
    expect(may).toMatchObject({ kind: 'refused', message: expect.stringContaining('férié') });
    expect((await historyOfCanteens(service, jaures, thursday)).override).toBeNull();
  });

  test.each([
    ['a Saturday', '2026-01-17'],
    ['a Sunday', '2026-01-18'],
    ['a Wednesday', '2026-01-21'],
    ['a day of school holidays', '2026-02-18'],
  ])('on %s, which only habit closes, is kept and opens the day', async (_, date) => {
    const { service, jaures } = await canteens();
    const one = { siteId: jaures, date, quantity: 130 };
    const kept = await service.call('orders.override', { overrides: [one] }, { language: 'fr' });
    const of = async () =>
      (await value(service, 'plan.week', { from: date, to: date, serviceLevel: 0.8 })).rows.map(
        ({ siteId, order }) => [siteId, order],
      );
    expect(await of()).toEqual([[jaures, 130]]);
    if (!kept.ok) throw new Error(kept.error.message);
    await value(service, 'edits.step', { edits: [kept.edit ?? 0], way: 'undo' });
    expect(await of()).toEqual([]);
  });

  test('on a Saturday is refused where the days of the site were stated', async () => {
    const { service, jaures } = await canteens();
    const never = { weekdays: [], everyOtherWeek: [] };
    const week = { term: { weekdays: [1, 2, 4, 5], everyOtherWeek: [] }, holidays: never };
    await value(service, 'sites.saveServiceWeek', { siteId: jaures, from: '2026-01-15', week });
    const saturday = { siteId: jaures, date: '2026-01-17', quantity: 130 };
    const refused = await error(service, 'orders.override', { overrides: [saturday] });
    expect(refused).toMatchObject({ kind: 'refused', message: expect.stringContaining('week-end') });
  });
});

describe('a frozen order', () => {
  test('keeps what was decided and the whole forecast behind it, whatever changes', async () => {
    const { service, jaures, fontaine } = await canteens();
    await value(service, 'settings.save', { person: 'C. Morel' });
    await value(service, 'orders.override', {
      overrides: [{ siteId: jaures, date: thursday, quantity: 131, reason: 'sortie' }],
    });
    const before = await plan(service);
    const { approved, already, refused } = await value(service, 'orders.approve', {
      from: thursday,
      to: friday,
    });
    expect({ approved: approved.length, already, refused }).toEqual({ approved: 4, already: 0, refused: [] });
    const kept = rowOfCanteen(await plan(service), jaures, thursday);
    expect(kept).toMatchObject({
      order: 131,
      mean: rowOfCanteen(before, jaures, thursday).mean,
      decision: {
        source: 'override',
        recommended: rowOfCanteen(before, jaures, thursday).decision.recommended,
        approved: { version: 1, by: 'C. Morel', automatic: false, approvedQuantity: 131, correction: 0 },
      },
    });
    await value(service, 'settings.save', { serviceLevel: 0.95 });
    const late = 'site_nom;site_type;date;reel\nJean Jaurès;E;2026-01-12;60\nLa Fontaine;M;2026-01-12;9\n';
    expect((await importing(service, folder, 'late.csv', late)).ok).toBe(true);
    const after = await plan(service, 0.95);
    expect(rowOfCanteen(after, jaures, thursday)).toEqual(kept);
    expect(rowOfCanteen(after, fontaine, friday).decision).toEqual(
      (await value(service, 'plan.cell', { siteId: fontaine, date: friday, serviceLevel: 0.5 })).row.decision,
    );
    expect(rowOfCanteen(after, fontaine, tuesday).order).not.toBe(
      rowOfCanteen(before, fontaine, tuesday).order,
    );
    expect((await value(service, 'orders.approve', week)).already).toBe(4);
  });

  test('is open again when the freeze is undone', async () => {
    const { service, jaures } = await canteens();
    const before = await plan(service);
    const { approved } = await value(service, 'orders.approve', { from: thursday, to: thursday });
    expect(await value(service, 'orders.reopen', { versions: approved })).toMatchObject({ kept: 0 });
    // What was printed of the validated order must not carry the version of what comes next.
    const rows = before.rows.map((row) =>
      row.date === thursday ? { ...row, decision: { ...row.decision, sheetVersion: 2 } } : row,
    );
    expect(await plan(service)).toEqual({ ...before, rows });
    expect((await historyOfCanteens(service, jaures, thursday)).versions).toEqual([]);
    expect((await value(service, 'orders.reopen', { versions: approved })).kept).toBe(2);
  });

  test('takes no override; a correction is a new version beside what was sent', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: thursday };
    const notYet = await error(service, 'orders.revise', { ...place, quantity: 140 });
    expect(notYet).toMatchObject({ kind: 'refused', message: expect.stringContaining('n’est pas validée') });
    await value(service, 'orders.approve', { from: thursday, to: thursday, siteIds: [jaures] });
    const sent = rowOfCanteen(await plan(service), jaures, thursday).order;
    const refused = await error(service, 'orders.override', { overrides: [{ ...place, quantity: 140 }] });
    expect(refused).toMatchObject({ kind: 'refused', remedy: expect.stringContaining('Corrigez') });
    expect(await error(service, 'orders.revise', { ...place, quantity: sent })).toMatchObject({
      kind: 'refused',
    });
    const corrected = await value(service, 'orders.revise', {
      ...place,
      quantity: sent + 3,
      reason: 'invités',
    });
    expect(corrected).toMatchObject({ version: { version: 2 }, replaces: { version: 1, quantity: sent } });
    expect(rowOfCanteen(await plan(service), jaures, thursday)).toMatchObject({
      order: sent + 3,
      decision: {
        reason: 'invités',
        approved: { version: 2, approvedQuantity: sent, correction: 3 },
        sheetVersion: 2,
      },
    });
    const { versions } = await historyOfCanteens(service, jaures, thursday);
    expect(versions.map(({ version, quantity }) => [version, quantity])).toEqual([
      [1, sent],
      [2, sent + 3],
    ]);
    await value(service, 'orders.reopen', { versions: [corrected.version] });
    expect(rowOfCanteen(await plan(service), jaures, thursday).order).toBe(sent);
  });

  test('stands when the site is found closed afterwards', async () => {
    const { service, jaures, fontaine } = await canteens();
    await value(service, 'orders.approve', { from: thursday, to: thursday });
    const { order } = rowOfCanteen(await plan(service), jaures, thursday);
    await value(service, 'closures.save', {
      closures: [{ kind: 'closure', from: thursday, siteId: jaures }],
    });
    expect(rowOfCanteen(await plan(service), jaures, thursday)).toMatchObject({
      order,
      decision: { closed: 'closure', approved: { version: 1 } },
    });
    await value(service, 'closures.save', {
      closures: [{ kind: 'closure', from: thursday, siteId: fontaine }],
    });
    const all = await plan(service);
    expect(all.totals.find(({ date }) => date === thursday)?.order).toBe(
      order + rowOfCanteen(all, fontaine, thursday).order,
    );
    await value(service, 'orders.revise', { siteId: jaures, date: thursday, quantity: 0 });
    expect(rowOfCanteen(await plan(service), jaures, thursday).order).toBe(0);
  });
});

describe('the clock', () => {
  const rule = { siteId: null, rule: { type: 'lead', days: 1, at: '00:00' } } as const;

  test('freezes what is past its deadline and still ahead, and nothing else', async () => {
    const { service, jaures, fontaine } = await canteens();
    await value(service, 'orders.override', {
      overrides: [{ siteId: jaures, date: '2026-01-13', quantity: 131, reason: 'sortie' }],
    });
    clock.today = '2026-01-09';
    await value(service, 'orderRules.save', rule);
    clock.today = tuesday;
    const before = await plan(service);
    const approvedOf = (row: PlanRow) => row.decision.approved;
    expect(approvedOf(rowOfCanteen(before, jaures, '2026-01-12'))).toBeNull();
    expect(approvedOf(rowOfCanteen(before, jaures, thursday))).toBeNull();
    expect(rowOfCanteen(before, jaures, tuesday)).toMatchObject({
      order: 131,
      decision: { source: 'override', approved: { automatic: true, by: null, at: '2026-01-12T00:00' } },
    });
    clock.today = '2026-01-14';
    const next = await plan(service, 0.95);
    const row = rowOfCanteen(next, fontaine, thursday);
    expect(row).toMatchObject({
      serviceLevel: 0.8,
      order: rowOfCanteen(before, fontaine, thursday).order,
      decision: { approved: { automatic: true, at: '2026-01-14T00:00' } },
    });
    expect(rowOfCanteen(next, fontaine, friday)).toMatchObject({
      serviceLevel: 0.95,
      decision: { approved: null },
    });
    expect((await historyOfCanteens(service, fontaine, thursday)).versions).toHaveLength(1);
    const refused = await error(service, 'orders.override', {
      overrides: [{ siteId: fontaine, date: thursday, quantity: 41 }],
    });
    expect(refused?.message).toContain('arrêtée à la limite');
  });

  test('lets go of an order whose deadline was moved: a slip in the rule freezes nothing for good', async () => {
    const { service, jaures } = await canteens();
    clock.today = '2025-12-12';
    await value(service, 'orderRules.save', { siteId: null, rule: { type: 'lead', days: 30, at: '09:00' } });
    clock.today = tuesday;
    expect(rowOfCanteen(await plan(service), jaures, friday).decision.approved?.automatic).toBe(true);
    const tuesdays = (await historyOfCanteens(service, jaures, tuesday)).versions;
    await value(service, 'orderRules.save', rule);
    expect(rowOfCanteen(await plan(service), jaures, friday).decision.approved).toBeNull();
    expect((await historyOfCanteens(service, jaures, friday)).versions).toEqual([]);
    // Its deadline was past before the rule was saved: the order stays as the earlier rule closed it.
    expect((await historyOfCanteens(service, jaures, tuesday)).versions).toEqual(tuesdays);
  });

  test('freezes nothing for a plan as of another day', async () => {
    const { service, jaures } = await canteens();
    await value(service, 'orderRules.save', rule);
    await value(service, 'plan.week', { ...week, asOf: '2026-01-09' });
    expect((await historyOfCanteens(service, jaures, tuesday)).versions).toEqual([]);
  });

  test('is not told to a plan as of a day before it: that plan sees no later figure', async () => {
    const { service, jaures } = await canteens();
    const asked = { ...week, asOf: '2025-12-10' };
    const before = await value(service, 'plan.week', asked);
    await value(service, 'orders.override', {
      overrides: [{ siteId: jaures, date: thursday, quantity: 99 }],
    });
    expect(await value(service, 'plan.week', asked)).toEqual(before);
    await value(service, 'orders.approve', week);
    expect(await value(service, 'plan.week', asked)).toEqual(before);
    const cell = await value(service, 'plan.cell', { siteId: jaures, date: thursday, asOf: '2025-12-10' });
    expect(cell.row).toEqual(rowOfCanteen(before, jaures, thursday));
  });
});
