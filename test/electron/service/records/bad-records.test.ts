import type { Input, Output } from '../../../../electron/api/contract.ts';
import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { seededRandom } from '../../../../forecasting/numerics/seeded.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

type Entry = Input<'records.save'>['entries'][number];
/** A fault that is planted into an entry, and what is to be said of it. */
interface Fault {
  readonly says: string;
  plant(entry: Entry): Entry;
}

const withDish = (entry: Entry, dish: NonNullable<Entry['dishes']>[number]): Entry => ({
  ...entry,
  dishes: [...(entry.dishes ?? []), dish],
});
const faults: readonly Fault[] = [
  { says: 'served above-usual', plant: (entry) => ({ ...entry, children: 1180 }) },
  { says: 'left left-above-prepared', plant: (entry) => ({ ...entry, prepared: 120, left: 130 }) },
  {
    says: 'left-above-prepared',
    plant: (entry) => withDish(entry, { dish: 'Compote', prepared: 110, left: 111 }),
  },
  {
    says: 'ran-out-with-left',
    plant: (entry) => withDish(entry, { dish: 'Riz', prepared: 110, left: 4, ranOut: true }),
  },
  {
    says: 'served-above-prepared',
    plant: (entry) => withDish(entry, { dish: 'Colin', prepared: 90, served: 95 }),
  },
  {
    says: 'thrown-above-left',
    plant: (entry) => withDish(entry, { dish: 'Yaourt', prepared: 110, left: 3, thrown: 5 }),
  },
  {
    says: 'much-thrown',
    plant: (entry) =>
      withDish(entry, { dish: 'Hachis parmentier', prepared: 3000, left: 2900, thrown: 2900 }),
  },
];

/** School days on record, whose menus are not known. */
const dates = Array.from({ length: 40 }, (_, i) => addDays('2025-11-03', i)).filter((date) =>
  [1, 2, 4, 5].includes(weekday(toDay(date))),
);

test('drawn records: each planted fault is said at its field, nothing else is, and all of it is kept', async () => {
  const service = serviceOn('drawn');
  const path = writeUnder(folder, 'a.csv', attendanceCsv('2025-09-01', '2025-12-12'));
  const { ticket } = await service.registerFile(path, 'a.csv');
  await value(service, 'imports.run', { tickets: [ticket] });
  const site = (await value(service, 'sites.list', {})).find(({ name }) => name === 'LES TILLEULS');
  const siteId = site?.id ?? 0;
  const seen = new Map<string, Output<'records.day'>[number] | undefined>();
  for (const date of dates) {
    const row = (await value(service, 'records.day', { date })).find((one) => one.siteId === siteId);
    seen.set(date, row);
  }
  const random = seededRandom(1414);
  const usable = dates.filter((date) => seen.get(date)?.closed === null && seen.get(date)?.children !== null);
  const drawn = usable.map((date) => {
    const planted = faults.filter(() => random() < 0.3);
    const right: Entry = {
      siteId,
      date,
      children: seen.get(date)?.children ?? 0,
      adults: 7,
      secondHelpings: 2,
    };
    const entry = planted.reduce((made, fault) => fault.plant(made), right);
    return { planted, entry };
  });
  expect(usable.length).toBeGreaterThan(15);
  const saved = await value(service, 'records.save', { entries: drawn.map(({ entry }) => entry) });
  for (const [i, { planted, entry }] of drawn.entries()) {
    const { findings = [] } = saved[i] ?? {};
    const said = findings.map(({ field, code }) =>
      /^(served|left)$/.test(field) ? `${field} ${code}` : code,
    );
    expect({ date: entry.date, said: said.toSorted() }).toEqual({
      date: entry.date,
      said: planted.map(({ says }) => says).toSorted(),
    });
    for (const { field, message, remedy } of findings) {
      const [, index, own] = /^dishes\.(\d+)\.(\w+)$/.exec(field) ?? [];
      if (own !== undefined) expect(entry.dishes?.[Number(index)]).toHaveProperty(own);
      expect([message, remedy].every((words) => words.length > 10)).toBe(true);
    }
    const row = (await value(service, 'records.day', { date: entry.date })).find(
      (one) => one.siteId === siteId,
    );
    expect(row).toMatchObject({ children: entry.children, served: { A: 7 }, seconds: { children: 2 } });
    expect(row?.dishes.map(({ dish }) => dish).toSorted()).toEqual(
      (entry.dishes ?? []).map(({ dish }) => dish).toSorted(),
    );
    if (planted.some(({ says }) => says !== 'served above-usual')) expect(row?.state).toBe('check');
  }
}, 120_000);
