import { openDatabase } from '../../../../db/open.ts';
import type { CountEntry, CoverageDay } from '../../../../electron/api/records.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

const fridays = ['05', '12', '19', '26'].map((day) => `2025-09-${day}`);
const mondays = ['08', '15', '22', '29'].map((day) => `2025-09-${day}`);
const csv = (served: (date: string) => number) =>
  `site_type,date,reel,site_nom\n${[...fridays, ...mondays].map((date) => `E,${date},${served(date)},Les Tilleuls`).join('\n')}\n`;
const file = csv((date) => (mondays.includes(date) ? 80 : 70));

async function opened(name: string) {
  const service = serviceOn(name);
  await importing(service, folder, `${name}.csv`, file);
  const [site] = await value(service, 'sites.list', {});
  const siteId = site?.id ?? 0;
  const enter = async (texts: Readonly<Record<string, string>>, sure = false) => {
    const entries = Object.entries(texts).map(([date, text]): CountEntry => ({ siteId, date, text }));
    const result = await service.call('attendance.enter', { entries, sure }, { language: 'fr' });
    if (!result.ok) throw new Error(result.error.message);
    return result;
  };
  const day = async (date: string): Promise<CoverageDay | undefined> =>
    (await value(service, 'data.coverageDays', { siteId, month: date.slice(0, 7) })).find(
      (one) => one.date === date,
    );
  return { service, siteId, enter, day };
}

const dumped = (name: string) => {
  const db = openDatabase(databaseFile(`${folder}/${name}`));
  const rows = dump(db).filter((row) => !row.startsWith('edit_row '));
  db.close();
  return rows;
};

test('what a person writes in a field is read as the import reads a cell', async () => {
  const { service, siteId, enter, day } = await opened('words');
  const { value: answers } = await enter({
    '2025-10-02': '1 204',
    '2025-10-03': ' 71 ',
    '2025-10-06': 'grève',
    '2025-10-07': 'Sortie',
    '2025-10-09': 'fermé',
    '2025-10-10': 'cent',
    '2025-10-13': '-4',
    '2025-10-14': '12,5',
    '2025-10-16': '1.204',
    '2025-10-17': '',
    '2026-02-02': '70',
  });
  const short = answers.map((one) => [
    one.date.slice(5),
    one.state,
    ...(one.state === 'kept' || one.state === 'asked' ? [one.served] : []),
    ...(one.state === 'marked' ? [one.kind] : []),
    ...(one.state === 'refused' ? [one.reason] : []),
  ]);
  expect(short).toEqual([
    ['10-02', 'asked', 1204],
    ['10-03', 'kept', 71],
    ['10-06', 'marked', 'strike'],
    ['10-07', 'marked', 'outing'],
    ['10-09', 'marked', 'closure'],
    ['10-10', 'refused', 'not-a-count'],
    ['10-13', 'refused', 'negative'],
    ['10-14', 'refused', 'not-whole'],
    ['10-16', 'refused', 'ambiguous'],
    ['10-17', 'kept', null],
    ['02-02', 'refused', 'ahead'],
  ]);
  // Only what is right was kept.
  expect(await day('2025-10-02')).toMatchObject({ served: null });
  expect(await day('2025-10-03')).toMatchObject({ served: 71, typed: true, file: null });
  expect(await day('2025-10-06')).toMatchObject({ closed: 'strike' });
  expect(
    await error(service, 'attendance.enter', { entries: [{ siteId: 99, date: testToday, text: '3' }] }),
  ).toMatchObject({ kind: 'not-found' });
  expect(siteId).toBeGreaterThan(0);
});

test('a count far from the usual is asked about, and kept when somebody is sure', async () => {
  const { enter, day } = await opened('unlikely');
  expect((await enter({ '2025-10-03': '350' })).value).toMatchObject([{ state: 'asked', served: 350 }]);
  expect(await day('2025-10-03')).toMatchObject({ served: null });
  expect((await enter({ '2025-10-03': '350' }, true)).value).toMatchObject([{ state: 'kept', served: 350 }]);
  expect(await day('2025-10-03')).toMatchObject({ served: 350 });
});

async function step(service: Service, edit: number | undefined, way: 'undo' | 'redo') {
  await value(service, 'edits.step', { edits: edit === undefined ? [] : [edit], way });
}

test('a count of a file is corrected in place; importing the file again does not undo it', async () => {
  const { service, enter, day } = await opened('corrected');
  const [monday = ''] = mondays;
  const before = dumped('corrected');
  const { edit } = await enter({ [monday]: '84' });
  expect(await day(monday)).toMatchObject({ served: 84, typed: true, file: 80 });
  await importing(service, folder, 'again.csv', file);
  expect(await day(monday)).toMatchObject({ served: 84, file: 80 });
  const changed = await importing(
    service,
    folder,
    'changed.csv',
    csv((date) => (date === monday ? 78 : mondays.includes(date) ? 80 : 70)),
  );
  // The report says that the entered count stays, and the file's new one is what is seen beside it.
  expect(changed.ok && changed.value.files[0]?.problems).toMatchObject([{ level: 'warning' }]);
  expect(await day(monday)).toMatchObject({ served: 84, file: 78 });
  await enter({ [monday]: '' });
  expect(await day(monday)).toMatchObject({ served: 78, typed: false, file: null });
  expect(before.some((row) => row.startsWith('count_correction '))).toBe(false);
  expect(edit).toBeGreaterThan(0);
});

test('undo takes a correction away to the letter, and redo puts it back', async () => {
  const { service, enter, day } = await opened('undone');
  const [monday = ''] = mondays;
  const before = dumped('undone');
  const { edit } = await enter({ [monday]: '84', '2025-10-03': '71', '2025-10-06': 'grève' });
  await step(service, edit, 'undo');
  expect(dumped('undone').filter((row) => !row.startsWith('site_name '))).toEqual(
    before.filter((row) => !row.startsWith('site_name ')),
  );
  await step(service, edit, 'redo');
  expect(await day(monday)).toMatchObject({ served: 84, file: 80 });
});

test('the correction counts in forecasts and in exports; what it corrects back to the file’s number is none', async () => {
  const { service, enter, day } = await opened('exported');
  const [monday = ''] = mondays;
  await enter({ [monday]: '84' });
  await enter({ [mondays[1] ?? '']: '80' });
  expect(await day(mondays[1] ?? '')).toMatchObject({ served: 80, typed: false, file: null });
  const made = await value(service, 'data.export', { kind: 'attendance', format: 'csv' });
  const text = made.body.toString();
  expect(text).toMatch(/2025-09-08[^\n]*84/);
});

test('undoing the import of the file leaves the count that was put over it', async () => {
  const { service, enter, day } = await opened('file-undone');
  const [monday = ''] = mondays;
  await enter({ [monday]: '84' });
  const [batch] = await value(service, 'imports.list', {});
  await value(service, 'imports.undo', { batch: batch?.batch ?? 0 });
  expect(await day(monday)).toMatchObject({ served: 84, typed: true, file: null });
});

test('a canteen without any record has a map of the school year, to be typed in', async () => {
  const service = serviceOn('fresh');
  const site = await value(service, 'sites.add', { name: 'Neuf', kind: 'E', capacity: null, enrolled: 60 });
  const { months, sites } = await value(service, 'data.coverage', {});
  expect(months).toEqual(['2025-09', '2025-10', '2025-11', '2025-12', '2026-01']);
  expect(sites[0]?.expected[0]).toBeGreaterThan(10);
  expect(sites[0]?.recorded).toEqual([0, 0, 0, 0, 0]);
  const month = await value(service, 'data.coverageMonth', { siteId: null, month: '2026-01' });
  expect(month.sites.map(({ siteId }) => siteId)).toEqual([site.id]);
  expect(month.dates).toHaveLength(22);
  expect(month.sites[0]?.days.map(({ date }) => date)).toEqual(month.dates);
});
