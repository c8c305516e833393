import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, value } from '../support/asking.ts';

const folder = temporaryFolder();
let today = '2027-06-28';
const services: Service[] = [];
afterAll(() => Promise.all(services.map((service) => service.close())));

/** A place of zone B whose records end in June 2027; 2027-28 is not published. */
async function place(name: string, on = '2027-06-28'): Promise<Service> {
  today = on;
  const service = createService({ dataFolder: `${folder}/${name}`, today: () => today });
  services.push(service);
  await importing(service, folder, `${name}.csv`, attendanceCsv('2026-09-01', '2027-06-25'));
  await value(service, 'settings.save', { zone: 'B' });
  return service;
}

const week = (from: string) => ({ from, to: addDays(from, 4) });
const plan = (service: Service, from: string) => value(service, 'plan.week', week(from));

test('2026-27 is known to the end of its summer; what lies beyond is asked before anything is approved', async () => {
  const service = await place('asks');
  const state = await value(service, 'app.state', {});
  expect([state.holidaysTo, state.holidaysMissing]).toEqual(['2027-08-31', 2027]);
  const september = await plan(service, '2027-09-13');
  expect(september.rows.length).toBeGreaterThan(0);
  expect(september.rows.every(({ flags }) => flags.includes('unknown-holidays'))).toBe(true);
  const refused = await error(service, 'orders.approve', week('2027-09-13'));
  expect(refused).toMatchObject({ kind: 'refused', message: expect.stringMatching(/^Vacances inconnues/) });
  expect(await value(service, 'orders.list', week('2027-09-13'))).toEqual([]);
  const answer = await service.call(
    'orders.approve',
    { ...week('2027-09-13'), confirmHolidays: true },
    { language: 'fr' },
  );
  expect(answer).toMatchObject({ ok: true });
  const after = await plan(service, '2027-09-13');
  expect(after.rows.some(({ flags }) => flags.includes('unknown-holidays'))).toBe(false);
  expect((await value(service, 'calendar.manual', {})).confirmed.length).toBeGreaterThan(0);
  const { edit = 0 } = answer as { edit?: number };
  await value(service, 'edits.step', { edits: [edit], way: 'undo' });
  expect((await value(service, 'calendar.manual', {})).confirmed).toEqual([]);
  expect((await plan(service, '2027-09-13')).rows[0]?.flags).toContain('unknown-holidays');
});

test('no meal is ordered for a 24 December that nobody has published: a guess, said to be one, closes it', async () => {
  const service = await place('christmas');
  const christmas = await value(service, 'plan.week', { from: '2027-12-24', to: '2027-12-24' });
  expect(christmas.rows).toEqual([]);
  expect(christmas.days[0]).toMatchObject({
    closed: 'school-holiday',
    label: 'Vacances de Noël, date supposée',
  });
  await value(service, 'calendar.confirmDays', { from: '2027-12-20', to: '2027-12-24' });
  expect(
    (await value(service, 'plan.week', { from: '2027-12-23', to: '2027-12-23' })).rows.length,
  ).toBeGreaterThan(0);
});

test('holidays entered by hand close their days, and are listed; a deadline approves nothing that is unknown', async () => {
  const service = await place('manual');
  await value(service, 'calendar.saveHoliday', {
    name: 'Rentrée décalée',
    from: '2027-09-01',
    to: '2027-09-17',
  });
  expect((await plan(service, '2027-09-13')).days[0]).toMatchObject({
    closed: 'school-holiday',
    label: 'Rentrée décalée',
  });
  const { holidays } = await value(service, 'calendar.year', { schoolYear: 2027 });
  expect(holidays.find(({ name }) => name === 'Rentrée décalée')).toMatchObject({ manual: true });
  const [entered] = (await value(service, 'calendar.manual', {})).holidays;
  await value(service, 'calendar.removeHoliday', { id: entered?.id ?? 0 });
  expect((await plan(service, '2027-09-13')).rows.length).toBeGreaterThan(0);
  await value(service, 'orderRules.save', { siteId: null, rule: { type: 'lead', days: 7, at: '09:00' } });
  today = '2027-09-20';
  const open = await plan(service, '2027-09-20');
  expect(open.rows.length).toBeGreaterThan(0);
  expect(open.rows.every(({ decision }) => decision.approved === null)).toBe(true);
});

test('a known day asks nothing', async () => {
  const service = await place('known', '2027-05-24');
  const { rows } = await plan(service, '2027-05-31');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ flags }) => flags.includes('unknown-holidays'))).toBe(false);
  await value(service, 'orders.approve', week('2027-05-31'));
});

test('where no zone is known, the days on which zones differ are asked about', async () => {
  const service = await place('zoneless', '2027-01-04');
  await value(service, 'settings.save', { zone: 'auto' });
  const flagged = async (date: string) =>
    (await value(service, 'plan.week', { from: date, to: date })).rows.some(({ flags }) =>
      flags.includes('unknown-holidays'),
    );
  expect([await flagged('2027-01-12'), await flagged('2027-03-02')]).toEqual([false, true]);
});

test('a place elsewhere has no public holidays of the list, and no holidays but its own', async () => {
  const service = await place('elsewhere', '2027-05-03');
  await value(service, 'settings.save', { zone: 'none', publicHolidays: 'none' });
  const ascension = await value(service, 'plan.week', { from: '2027-05-06', to: '2027-05-06' });
  expect(ascension.days[0]?.closed).toBeNull();
  expect(ascension.rows[0]?.flags).toContain('unknown-holidays');
});

test('Good Friday is asked in Alsace-Moselle; the answer counts', async () => {
  const service = await place('alsace', '2027-03-15');
  const goodFriday = { from: '2027-03-26', to: '2027-03-26' };
  await value(service, 'settings.save', { publicHolidays: 'alsace-moselle' });
  expect((await value(service, 'app.state', {})).asksGoodFriday).toBe(true);
  expect((await value(service, 'plan.week', goodFriday)).days[0]).toMatchObject({ closed: 'public-holiday' });
  await value(service, 'settings.save', { goodFriday: false });
  expect((await value(service, 'app.state', {})).asksGoodFriday).toBe(false);
  expect((await value(service, 'plan.week', goodFriday)).rows.length).toBeGreaterThan(0);
  await value(service, 'settings.save', { goodFriday: true });
  expect((await value(service, 'plan.week', goodFriday)).rows).toEqual([]);
});

test('any day can be opened by hand, for a site or for all, and closed again', async () => {
  const service = await place('opened', '2027-05-03');
  const sites = await value(service, 'sites.list', {});
  const ascension = { from: '2027-05-06', to: '2027-05-06' };
  const rows = async () => (await value(service, 'plan.week', ascension)).rows.length;
  expect(await rows()).toBe(0);
  await value(service, 'calendar.openDay', { date: '2027-05-06', siteId: sites[0]?.id ?? 0 });
  expect(await rows()).toBe(1);
  await value(service, 'calendar.openDay', { date: '2027-05-06', siteId: null });
  expect(await rows()).toBe(sites.length);
  await value(service, 'calendar.closeDay', { date: '2027-05-06', siteId: null });
  expect(await rows()).toBe(1);
});

test('an order typed for a day that only habit closes is taken, and opens the day', async () => {
  const service = await place('typed', '2027-05-24');
  const site = (await value(service, 'sites.list', {}))[0];
  const siteId = site?.id ?? 0;
  const wednesday = { from: '2027-06-02', to: '2027-06-02' };
  expect((await value(service, 'plan.week', wednesday)).rows).toEqual([]);
  const answer = await service.call(
    'orders.override',
    { overrides: [{ siteId, date: wednesday.from, quantity: 31 }] },
    { language: 'fr' },
  );
  expect(answer).toMatchObject({ ok: true });
  expect((await value(service, 'plan.week', wednesday)).rows.map(({ order }) => order)).toEqual([31]);
  await value(service, 'edits.step', { edits: [(answer as { edit?: number }).edit ?? 0], way: 'undo' });
  expect((await value(service, 'plan.week', wednesday)).rows).toEqual([]);
});

test('what is no fact of a calendar is refused in words', async () => {
  const service = await place('refused', '2027-05-24');
  const cases = [
    ['calendar.saveHoliday', { name: 'X', from: '2027-09-10', to: '2027-09-01' }, 'invalid-input'],
    ['calendar.saveHoliday', { name: ' ', from: '2027-09-01', to: '2027-09-10' }, 'invalid-input'],
    ['calendar.saveHoliday', { name: 'X', from: '2027-01-01', to: '2027-09-10' }, 'invalid-input'],
    ['calendar.confirmDays', { from: '2027-09-10', to: '2027-09-01' }, 'invalid-input'],
    ['calendar.openDay', { date: '2027-05-06', siteId: 999 }, 'not-found'],
    ['calendar.closeDay', { date: '2027-05-06', siteId: null }, 'not-found'],
    ['calendar.removeHoliday', { id: 99 }, 'not-found'],
  ] as const;
  for (const [method, input, kind] of cases) {
    expect(await error(service, method, input)).toMatchObject({
      kind,
      message: expect.stringMatching(/.{20}/),
    });
  }
});
