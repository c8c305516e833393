import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const open = servicesUnder(folder);

/** Three months of about 50 meals, 48 to 52, up to the day before. */
function attendance(name: string, last: number): string {
  const lines = ['site,kind,date,served'];
  for (let date = '2025-10-06'; date < testToday; date = addDays(date, 1)) {
    if (weekday(toDay(date)) <= 5) lines.push(`${name},E,${date},${48 + (toDay(date) % 5)}`);
  }
  lines.push(`${name},E,${testToday},${last}`);
  return `${lines.join('\n')}\n`;
}

describe.each([
  { what: 'seats', capacity: 55, enrolled: null, over: 67, within: 66 },
  { what: 'the enrolled', capacity: null, enrolled: 52, over: 68, within: 67 },
])('over the limit that $what set', ({ what, capacity, enrolled, over, within }) => {
  const service = open(what);

  test('a count of a file is asked about, and one within it is not', async () => {
    const site = { name: 'Acacias', kind: 'E', capacity, enrolled } as const;
    await value(service, 'sites.add', site);
    await importing(service, folder, `${what}-within.csv`, attendance('Acacias', within));
    expect(await value(service, 'counts.unlikely', {})).toEqual([]);
    await importing(service, folder, `${what}-over.csv`, attendance('Acacias', over));
    expect(await value(service, 'counts.unlikely', {})).toMatchObject([{ date: testToday, served: over }]);
  });

  test('a count that is typed is asked about at its field', async () => {
    const [site] = await value(service, 'sites.list', {});
    const entry = { siteId: site?.id ?? 0, date: addDays(testToday, -1) };
    const saved = async (children: number) =>
      (await value(service, 'records.save', { entries: [{ ...entry, children }] })).flatMap(
        ({ findings }) => findings,
      );
    expect(await saved(within)).toEqual([]);
    expect(await saved(over)).toHaveLength(1);
  });
});
