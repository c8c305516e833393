import type { OrderRecord, Plan, PlanRow } from '../../../electron/api/records.ts';
import { createService, type Service } from '../../../electron/service/service.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { error, importing, value } from './asking.ts';

/** The Tuesday before Thursday 15 January 2026; the wall clock gives the time of day. */
const tuesday = '2026-01-13';
const [thursday, friday] = ['2026-01-15', '2026-01-16'];
const week = { from: '2026-01-12', to: '2026-01-16' };

const folder = temporaryFolder();
let today = tuesday;
let made = 0;
const services: Service[] = [];
afterAll(() => Promise.all(services.map((service) => service.close())));

/** Two canteens with a steady year behind them, up to the day before yesterday. */
function attendance(): string {
  const lines = ['site_nom;site_type;date;reel'];
  for (let date = '2025-09-01'; date < '2026-01-12'; date = addDays(date, 1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6 || weekday === 3) continue;
    const wave = (Number(date.slice(8)) * 7) % 9;
    lines.push(`Jean Jaurès;E;${date};${120 + wave}`, `La Fontaine;M;${date};${40 + (wave % 4)}`);
  }
  return `${lines.join('\n')}\n`;
}

async function canteens(): Promise<{ service: Service; jaures: number; fontaine: number }> {
  today = tuesday;
  const service = createService({ dataFolder: `${folder}/${++made}`, today: () => today });
  services.push(service);
  const imported = await importing(service, folder, `attendance-${made}.csv`, attendance());
  expect(imported.ok).toBe(true);
  const sites = await value(service, 'sites.list', {});
  const named = (name: string) => sites.find((site) => site.name === name)?.id ?? 0;
  return { service, jaures: named('Jean Jaurès'), fontaine: named('La Fontaine') };
}

const plan = (service: Service, serviceLevel?: number): Promise<Plan> =>
  value(service, 'plan.week', { ...week, ...(serviceLevel === undefined ? {} : { serviceLevel }) });

const rowOf = ({ rows }: Plan, siteId: number, date: string): PlanRow =>
  rows.find((row) => row.siteId === siteId && row.date === date) as PlanRow;

const historyOf = (service: Service, siteId: number, date: string): Promise<OrderRecord> =>
  value(service, 'orders.history', { siteId, date });

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
    expect(await plan(service)).toEqual(before);
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
    await value(service, 'orderRules.save', rule);
    const before = await plan(service);
    const frozenOf = (row: PlanRow) => row.decision.frozen;
    expect(frozenOf(rowOf(before, jaures, '2026-01-12'))).toBeNull();
    expect(frozenOf(rowOf(before, jaures, thursday))).toBeNull();
    expect(rowOf(before, jaures, tuesday)).toMatchObject({
      order: 131,
      decision: { source: 'override', frozen: { byClock: true, by: null, at: '2026-01-12T00:00' } },
    });
    today = '2026-01-14';
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
    await value(service, 'orderRules.save', { siteId: null, rule: { type: 'lead', days: 30, at: '09:00' } });
    expect(rowOf(await plan(service), jaures, friday).decision.frozen?.byClock).toBe(true);
    await value(service, 'orderRules.save', rule);
    expect(rowOf(await plan(service), jaures, friday).decision.frozen).toBeNull();
    expect((await historyOf(service, jaures, friday)).versions).toEqual([]);
    expect((await historyOf(service, jaures, tuesday)).versions).toHaveLength(1);
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

describe('the roll-call', () => {
  test('changes what is cooked and the sheet’s version, not the order', async () => {
    const { service, jaures } = await canteens();
    const place = { siteId: jaures, date: tuesday };
    await value(service, 'orders.freeze', { from: tuesday, to: tuesday });
    const { order } = rowOf(await plan(service), jaures, tuesday);
    const first = await value(service, 'orders.rollCall', { ...place, counts: { M: 50, E: 70, A: 9 } });
    expect(first.before.counts).toBeNull();
    expect(rowOf(await plan(service), jaures, tuesday)).toMatchObject({
      order,
      decision: { quantity: order, toServe: 120, sheetVersion: 2 },
    });
    const sheet = async (format: 'html' | 'csv') =>
      (await value(service, 'sheet.make', { date: tuesday, siteId: jaures, format })).body;
    expect(await sheet('html')).toContain('<b>120</b>');
    expect(await sheet('csv')).toContain(`;${order};`);
    const second = await value(service, 'orders.rollCall', { ...place, counts: { all: 118 } });
    expect(second).toMatchObject({
      rollCall: { revision: 2 },
      before: { counts: { M: 50, E: 70, A: 9 } },
    });
    await value(service, 'orders.rollCall', { ...place, counts: null });
    expect(rowOf(await plan(service), jaures, tuesday).decision).toMatchObject({
      rollCall: null,
      toServe: order,
    });
  });

  test('is refused before its day, on a closed one, and when it counts twice or nobody', async () => {
    const { service, jaures } = await canteens();
    const call = (date: string, counts: unknown) =>
      error(service, 'orders.rollCall', { siteId: jaures, date, counts });
    expect(await call(thursday, { all: 3 })).toMatchObject({ kind: 'refused' });
    expect(await call('2026-01-11', { all: 3 })).toMatchObject({ kind: 'refused' });
    expect(await call(tuesday, { all: 3, M: 3 })).toMatchObject({ kind: 'invalid-input' });
    expect((await call(tuesday, {}))?.message).toContain('présents');
    expect(await call(tuesday, { all: 3, A: 2 })).toBeNull();
  });
});

describe('scores', () => {
  test('compare people’s figures with the recommendations they replaced, once the meals are counted', async () => {
    const { service, jaures, fontaine } = await canteens();
    const recommended = rowOf(await plan(service), jaures, tuesday).order;
    const small = rowOf(await plan(service), fontaine, thursday).order;
    await value(service, 'orders.override', {
      overrides: [
        { siteId: jaures, date: tuesday, quantity: recommended - 10, reason: 'Sortie' },
        { siteId: fontaine, date: thursday, quantity: small + 2, reason: '' },
      ],
    });
    await value(service, 'orders.freeze', week);
    const empty = await value(service, 'orders.scores', week);
    expect(empty).toMatchObject({ n: 0, waiting: 2, byReason: [] });
    today = '2026-01-20';
    const served = `site_nom;site_type;date;reel\nJean Jaurès;E;${tuesday};${recommended - 12}\n`;
    await importing(service, folder, 'served.csv', served);
    const afterwards = { siteId: jaures, date: '2026-01-19', quantity: 1, reason: 'après coup' };
    await value(service, 'orders.override', { overrides: [afterwards] });
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
  await value(service, 'orders.freeze', { from: thursday, to: thursday });
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
  const again = rowOf(await plan(service), jaures, thursday);
  expect(again.decision.frozen?.version).toBe(1);
});
