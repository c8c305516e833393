import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { copySample } from '../../../support/sample-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, value } from '../support/asking.ts';

const folder = temporaryFolder();
const clock = { today: '2026-12-10' };
let service: Service;

beforeAll(() => {
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  copySample(dataFolder);
  service = createService({ dataFolder, today: () => clock.today });
});
afterAll(() => service.close());

const state = () => value(service, 'app.state', {});

test('a week to come is proposed, chosen, and one in five from then on', async () => {
  const { monday } = await value(service, 'staffFigures.propose', {});
  expect(monday).toBe('2026-12-14');
  expect((await value(service, 'staffFigures.week', { monday: '2026-12-14' })).sites).toEqual([]);
  expect(await value(service, 'staffFigures.choose', { monday: '2026-12-16' })).toEqual({ changed: true });
  expect(await value(service, 'staffFigures.choose', { monday: '2026-12-14' })).toEqual({ changed: false });
  expect((await state()).staffWeeks).toEqual(['2026-12-14']);
  const next = (await value(service, 'staffFigures.propose', {})).monday ?? '';
  expect(next >= addDays('2026-12-14', 35)).toBe(true);
  expect(await error(service, 'staffFigures.choose', { monday: '2026-12-07' })).toMatchObject({
    kind: 'refused',
  });
});

test('figures are kept until the recommendations are shown, and only for meals to come', async () => {
  const read = () => value(service, 'staffFigures.week', { monday: '2026-12-14' });
  const { sites } = await read();
  expect(sites.length).toBe(6);
  // No canteen serves on Wednesdays.
  expect(sites.every(({ days }) => days.every(({ date }) => date !== '2026-12-16'))).toBe(true);
  const { siteId = 0 } = sites[0] ?? {};
  const date = '2026-12-14';
  await value(service, 'staffFigures.save', { figures: [{ siteId, date, quantity: 75 }] });
  expect((await read()).sites[0]?.days[0]).toEqual({ date, quantity: 75 });
  const elsewhere = { figures: [{ siteId, date: '2026-12-21', quantity: 75 }] };
  expect(await error(service, 'staffFigures.save', elsewhere)).toMatchObject({ kind: 'refused' });
  clock.today = '2026-12-15';
  const past = { figures: [{ siteId, date, quantity: 80 }] };
  expect(await error(service, 'staffFigures.save', past)).toMatchObject({ kind: 'refused' });
  expect(await value(service, 'staffFigures.show', { monday: date })).toEqual({ changed: true });
  expect(await value(service, 'staffFigures.show', { monday: date })).toEqual({ changed: false });
  expect((await state()).staffWeeks).toEqual([]);
  const late = { figures: [{ siteId, date: '2026-12-18', quantity: 80 }] };
  expect(await error(service, 'staffFigures.save', late)).toMatchObject({ kind: 'refused' });
});
