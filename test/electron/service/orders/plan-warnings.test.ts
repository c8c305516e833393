import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { canteenAttendanceCsv } from '../../../e2e/support/canteen-csv.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { value } from '../support/asking.ts';

const folder = temporaryFolder();
const clock = { today: '2026-12-10' };
let service: Service;

beforeAll(async () => {
  service = createService({ dataFolder: folder, today: () => clock.today });
  const file = writeUnder(folder, 'in/repas.csv', canteenAttendanceCsv(['Jean Jaurès']));
  const ticket = await service.registerFile(file, 'repas.csv');
  await value(service, 'imports.run', { tickets: [ticket.ticket] });
});
afterAll(() => service.close());

async function codesOf(from: string, to: string): Promise<readonly string[]> {
  return (await value(service, 'plan.warnings', { from, to })).map(({ code }) => code);
}

it('says that records are old, and on paper until when they go', async () => {
  clock.today = '2027-02-20';
  expect(await codesOf('2027-02-22', '2027-02-23')).toContain('old-records');
  const { lastDay } = await value(service, 'app.state', {});
  const sheet = await value(service, 'sheet.make', { date: '2027-02-23', format: 'csv' });
  // The forecast could see until the eve; the last record is older, and that is what is said.
  expect(sheet.body).toContain(`;${lastDay};`);
});

it('asks about days of which nobody knows whether they are served, on paper too', async () => {
  clock.today = '2031-03-01';
  const week = { from: '2031-03-03', to: '2031-03-07' };
  const warnings = await value(service, 'plan.warnings', week);
  expect(warnings.map(({ code }) => code)).toContain('unknown-holidays');
  const asked = warnings.find(({ code }) => code === 'unknown-holidays')?.message ?? '';
  for (const sheet of [undefined, 'production'] as const) {
    const input = { date: '2031-03-04', format: 'html' as const, ...(sheet ? { sheet } : {}) };
    expect((await value(service, 'sheet.make', input)).body).toContain(asked.slice(0, 20));
  }
});
