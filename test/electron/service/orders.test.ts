import type { Plan, PlanRow } from '../../../electron/api/records.ts';
import { error, importing, value } from './asking.ts';
import {
  canteens,
  clock,
  folder,
  friday,
  historyOf,
  plan,
  rowOf,
  thursday,
  tuesday,
  week,
} from './two-canteens.ts';

describe('an override', () => {
  test('is the order everywhere, and what was recommended stays', async () => {
    const { service, jaures } = await canteens();
    const before = await plan(service);
    const row = rowOf(before, jaures, thursday);
    expect(row.decision).toMatchObject({ source: 'recommended', quantity: row.order, frozen: null });
    await value(service, 'settings.save', { person: 'C. Morel' });
    const place = { siteId: jaures, date: thursday };
    const said = await value(service, 'orders.override', {
      overrides: [{ ...place, quantity: row.order + 6, reason: ' CM2 de retour ' }],
    });
    expect(said.before).toEqual([{ ...place, quantity: null }]);
    expect(said.warnings).toEqual([]);
    const after = await plan(service);
    expect(rowOf(after, jaures, thursday)).toMatchObject({
      order: row.order + 6,
      mean: row.mean,
      decision: {
        quantity: row.order + 6,
        recommended: row.order,
        source: 'override',
        reason: 'CM2 de retour',
        by: 'C. Morel',
        frozen: null,
      },
    });
    const total = ({ totals }: Plan) => totals.find(({ date }) => date === thursday)?.order ?? 0;
    expect(total(after) - total(before)).toBe(6);
    expect((await value(service, 'plan.cell', place)).row).toEqual(rowOf(after, jaures, thursday));
    const sheet = await value(service, 'sheet.make', { date: thursday, format: 'csv' });
    expect(sheet.body).toContain(`Jean Jaurès;élémentaire;${row.order + 6};`);
  });

  test('can be put back exactly as it was, with who said it and when', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: thursday };
    const first = { ...place, quantity: 131, reason: 'sortie', by: 'A. Petit', at: '2026-01-12T08:00' };
    await value(service, 'orders.override', { overrides: [first] });
    const second = await value(service, 'orders.override', { overrides: [{ ...place, quantity: null }] });
    expect((await historyOf(service, jaures, thursday)).override).toBeNull();
    expect(second.before).toEqual([first]);
    await value(service, 'orders.override', { overrides: second.before });
    expect((await historyOf(service, jaures, thursday)).override).toMatchObject({
      quantity: 131,
      reason: 'sortie',
      by: 'A. Petit',
      at: '2026-01-12T08:00',
    });
  });

  test('that looks like a slip is kept, and said', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: thursday };
    const { warnings } = await value(service, 'orders.override', {
      overrides: [{ ...place, quantity: 1240 }],
    });
    expect(warnings).toMatchObject([{ ...place, problem: 'far', quantity: 1240 }]);
    expect(rowOf(await plan(service), jaures, thursday).order).toBe(1240);
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
    const weekend = await error(service, 'orders.override', { overrides: [{ ...one, date: '2026-01-17' }] });
    expect(weekend).toMatchObject({ kind: 'refused', message: expect.stringContaining('week-end') });
    expect((await historyOf(service, jaures, thursday)).override).toBeNull();
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
    const { frozen, already, refused } = await value(service, 'orders.freeze', {
      from: thursday,
      to: friday,
    });
    expect({ frozen: frozen.length, already, refused }).toEqual({ frozen: 4, already: 0, refused: [] });
    const kept = rowOf(await plan(service), jaures, thursday);
    expect(kept).toMatchObject({
      order: 131,
      mean: rowOf(before, jaures, thursday).mean,
      decision: {
        source: 'override',
        recommended: rowOf(before, jaures, thursday).decision.recommended,
        frozen: { version: 1, by: 'C. Morel', byClock: false, sent: 131, correction: 0 },
      },
    });
    await value(service, 'settings.save', { serviceLevel: 0.95 });
    const late = 'site_nom;site_type;date;reel\nJean Jaurès;E;2026-01-12;60\nLa Fontaine;M;2026-01-12;9\n';
    expect((await importing(service, folder, 'late.csv', late)).ok).toBe(true);
    const after = await plan(service, 0.95);
    expect(rowOf(after, jaures, thursday)).toEqual(kept);
    expect(rowOf(after, fontaine, friday).decision).toEqual(
      (await value(service, 'plan.cell', { siteId: fontaine, date: friday, serviceLevel: 0.5 })).row.decision,
    );
    expect(rowOf(after, fontaine, tuesday).order).not.toBe(rowOf(before, fontaine, tuesday).order);
    expect((await value(service, 'orders.freeze', week)).already).toBe(4);
  });

  test('is open again when the freeze is undone', async () => {
    const { service, jaures } = await canteens();
    const before = await plan(service);
    const { frozen } = await value(service, 'orders.freeze', { from: thursday, to: thursday });
    expect(await value(service, 'orders.unfreeze', { versions: frozen })).toMatchObject({ kept: 0 });
    // What was printed of the validated order must not carry the version of what comes next.
    const rows = before.rows.map((row) =>
      row.date === thursday ? { ...row, decision: { ...row.decision, sheetVersion: 2 } } : row,
    );
    expect(await plan(service)).toEqual({ ...before, rows });
    expect((await historyOf(service, jaures, thursday)).versions).toEqual([]);
    expect((await value(service, 'orders.unfreeze', { versions: frozen })).kept).toBe(2);
  });

  test('takes no override; a correction is a new version beside what was sent', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: thursday };
    const notYet = await error(service, 'orders.correct', { ...place, quantity: 140 });
    expect(notYet).toMatchObject({ kind: 'refused', message: expect.stringContaining('n’est pas validée') });
    await value(service, 'orders.freeze', { from: thursday, to: thursday, siteIds: [jaures] });
    const sent = rowOf(await plan(service), jaures, thursday).order;
    const refused = await error(service, 'orders.override', { overrides: [{ ...place, quantity: 140 }] });
    expect(refused).toMatchObject({ kind: 'refused', remedy: expect.stringContaining('Corrigez') });
    expect(await error(service, 'orders.correct', { ...place, quantity: sent })).toMatchObject({
      kind: 'refused',
    });
    const corrected = await value(service, 'orders.correct', {
      ...place,
      quantity: sent + 3,
      reason: 'invités',
    });
    expect(corrected).toMatchObject({ version: { version: 2 }, replaces: { version: 1, quantity: sent } });
    expect(rowOf(await plan(service), jaures, thursday)).toMatchObject({
      order: sent + 3,
      decision: { reason: 'invités', frozen: { version: 2, sent, correction: 3 }, sheetVersion: 2 },
    });
    const { versions } = await historyOf(service, jaures, thursday);
    expect(versions.map(({ version, quantity }) => [version, quantity])).toEqual([
      [1, sent],
      [2, sent + 3],
    ]);
    await value(service, 'orders.unfreeze', { versions: [corrected.version] });
    expect(rowOf(await plan(service), jaures, thursday).order).toBe(sent);
  });

  test('stands when the site is found closed afterwards', async () => {
    const { service, jaures, fontaine } = await canteens();
    await value(service, 'orders.freeze', { from: thursday, to: thursday });
    const { order } = rowOf(await plan(service), jaures, thursday);
    await value(service, 'closures.save', {
      closures: [{ kind: 'closure', from: thursday, siteId: jaures }],
    });
    expect(rowOf(await plan(service), jaures, thursday)).toMatchObject({
      order,
      decision: { closed: 'closure', frozen: { version: 1 } },
    });
    await value(service, 'closures.save', {
      closures: [{ kind: 'closure', from: thursday, siteId: fontaine }],
    });
    const all = await plan(service);
    expect(all.totals.find(({ date }) => date === thursday)?.order).toBe(
      order + rowOf(all, fontaine, thursday).order,
    );
    await value(service, 'orders.correct', { siteId: jaures, date: thursday, quantity: 0 });
    expect(rowOf(await plan(service), jaures, thursday).order).toBe(0);
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
    const frozenOf = (row: PlanRow) => row.decision.frozen;
    expect(frozenOf(rowOf(before, jaures, '2026-01-12'))).toBeNull();
    expect(frozenOf(rowOf(before, jaures, thursday))).toBeNull();
    expect(rowOf(before, jaures, tuesday)).toMatchObject({
      order: 131,
      decision: { source: 'override', frozen: { byClock: true, by: null, at: '2026-01-12T00:00' } },
    });
    clock.today = '2026-01-14';
    const next = await plan(service, 0.95);
    const row = rowOf(next, fontaine, thursday);
    expect(row).toMatchObject({
      serviceLevel: 0.8,
      order: rowOf(before, fontaine, thursday).order,
      decision: { frozen: { byClock: true, at: '2026-01-14T00:00' } },
    });
    expect(rowOf(next, fontaine, friday)).toMatchObject({ serviceLevel: 0.95, decision: { frozen: null } });
    expect((await historyOf(service, fontaine, thursday)).versions).toHaveLength(1);
    const refused = await error(service, 'orders.override', {
      overrides: [{ siteId: fontaine, date: thursday, quantity: 41 }],
    });
    expect(refused?.message).toContain('limite est passée');
  });

  test('lets go of an order whose deadline was moved: a slip in the rule freezes nothing for good', async () => {
    const { service, jaures } = await canteens();
    clock.today = '2025-12-12';
    await value(service, 'orderRules.save', { siteId: null, rule: { type: 'lead', days: 30, at: '09:00' } });
    clock.today = tuesday;
    expect(rowOf(await plan(service), jaures, friday).decision.frozen?.byClock).toBe(true);
    const tuesdays = (await historyOf(service, jaures, tuesday)).versions;
    await value(service, 'orderRules.save', rule);
    expect(rowOf(await plan(service), jaures, friday).decision.frozen).toBeNull();
    expect((await historyOf(service, jaures, friday)).versions).toEqual([]);
    // Its deadline was past before the rule was saved: the order stays as the earlier rule closed it.
    expect((await historyOf(service, jaures, tuesday)).versions).toEqual(tuesdays);
  });

  test('freezes nothing for a plan as of another day', async () => {
    const { service, jaures } = await canteens();
    await value(service, 'orderRules.save', rule);
    await value(service, 'plan.week', { ...week, asOf: '2026-01-09' });
    expect((await historyOf(service, jaures, tuesday)).versions).toEqual([]);
  });

  test('is not told to a plan as of a day before it: that plan sees no later figure', async () => {
    const { service, jaures } = await canteens();
    const asked = { ...week, asOf: '2025-12-10' };
    const before = await value(service, 'plan.week', asked);
    await value(service, 'orders.override', {
      overrides: [{ siteId: jaures, date: thursday, quantity: 99 }],
    });
    expect(await value(service, 'plan.week', asked)).toEqual(before);
    await value(service, 'orders.freeze', week);
    expect(await value(service, 'plan.week', asked)).toEqual(before);
    const cell = await value(service, 'plan.cell', { siteId: jaures, date: thursday, asOf: '2025-12-10' });
    expect(cell.row).toEqual(rowOf(before, jaures, thursday));
  });
});
