import { join } from 'node:path';
import { createService } from '../../../../electron/service/host/service.ts';
import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { importing, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = createService({ dataFolder: join(folder, 'data'), today: () => '2026-01-13' });
afterAll(() => service.close());

/** Ten times the meals of an ordinary day, on one of the days that are replayed. */
const slip = '2025-12-11';

function attendance(): string {
  const lines = ['site,kind,date,served'];
  for (let date = '2024-09-02'; date < '2026-01-10'; date = addDays(date, 1)) {
    if (weekday(toDay(date)) > 5) continue;
    const usual = 100 + (toDay(date) % 9);
    lines.push(`Acacias,E,${date},${date === slip ? usual * 10 : usual}`);
  }
  return `${lines.join('\n')}\n`;
}

const window = { from: '2025-12-01', to: '2025-12-19' };
const measured = async () => {
  const { csv, report } = await value(service, 'backtest.run', { ...window, lead: 3, csv: true });
  const lines = csv?.split('\n').filter((line) => line.includes('Acacias')) ?? [];
  const { seconds: _, ...measures } = report;
  return { days: lines.map((line) => /2025-12-\d\d/.exec(line)?.[0]), measures };
};

test('a count that can hardly be is in no measure until it is taken', async () => {
  await importing(service, folder, 'attendance.csv', attendance());
  const [waiting] = await value(service, 'counts.unlikely', {});
  expect(waiting).toMatchObject({ date: slip });
  const before = await measured();
  expect(before.days.length).toBeGreaterThan(10);
  expect(before.days).not.toContain(slip);
  const counts = [{ nameId: waiting?.nameId ?? 0, date: slip }];
  await value(service, 'counts.answer', { counts, answer: 'aside' });
  expect(await measured()).toEqual(before);
  await value(service, 'counts.answer', { counts, answer: 'taken' });
  expect((await measured()).days).toContain(slip);
});
