import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = servicesUnder(folder)('weeks');
const term = (weekdays: number[], everyOtherWeek: number[] = []) => ({
  term: { weekdays, everyOtherWeek },
  holidays: { weekdays: [], everyOtherWeek: [] },
});
const learned = term([1, 2, 4, 5]);
const idOf = async (name: string) =>
  (await value(service, 'sites.list', {})).find((site) => site.name === name)?.id ?? 0;
/** Wednesdays after the week of `today`. */
const wednesdays = ['2026-01-21', '2026-01-28', '2026-02-04', '2026-02-11'];
const served = async (dates: readonly string[], siteId: number) => {
  const rows = await Promise.all(
    dates.map(async (date) => (await value(service, 'plan.week', { from: date, to: date })).rows),
  );
  return rows.flat().flatMap((row) => (row.siteId === siteId ? [row.date] : []));
};

beforeAll(async () => {
  await importing(service, folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
});

test('the records tell the week of a site; a stated one holds from its date on, and can be taken back', async () => {
  const siteId = await idOf('LES TILLEULS');
  expect(await value(service, 'sites.serviceWeek', { siteId })).toEqual({
    siteId,
    week: learned,
    source: 'records',
    since: null,
    learned,
    stated: [],
  });
  expect(await served(wednesdays, siteId)).toEqual([]);
  const input = { siteId, from: wednesdays[1] ?? '', week: term([4, 1, 1, 2, 5, 3]) };
  const saved = await service.call('sites.saveServiceWeek', input, { language: 'fr' });
  expect(saved).toMatchObject({ ok: true, value: { source: 'records', since: null } });
  expect(await served(wednesdays, siteId)).toEqual(wednesdays.slice(1));
  const { edit = 0 } = saved as { edit?: number };
  await value(service, 'edits.step', { edits: [edit], way: 'undo' });
  expect(await served(wednesdays, siteId)).toEqual([]);
  await value(service, 'edits.step', { edits: [edit], way: 'redo' });
  expect(await served(wednesdays, siteId)).toEqual(wednesdays.slice(1));
  const gone = await value(service, 'sites.removeServiceWeek', { siteId, from: input.from });
  expect(gone.stated).toEqual([]);
});

test('every second week begins with that of the date', async () => {
  const siteId = await idOf('LES TILLEULS');
  const week = term([1, 2, 4, 5], [3]);
  const { stated, source, since } = await value(service, 'sites.saveServiceWeek', {
    siteId,
    from: testToday,
    week,
  });
  expect({ stated, source, since }).toEqual({
    stated: [{ from: testToday, week }],
    source: 'stated',
    since: testToday,
  });
  expect(await served(wednesdays, siteId)).toEqual([wednesdays[1], wednesdays[3]]);
  await value(service, 'sites.removeServiceWeek', { siteId, from: testToday });
});

test('a site without a past has the days of the others', async () => {
  const { id } = await value(service, 'sites.add', { name: 'Neuf', kind: 'E', capacity: 80, enrolled: 70 });
  const { source, week } = await value(service, 'sites.serviceWeek', { siteId: id });
  expect({ source, week }).toEqual({ source: 'town', week: learned });
});

test.each<[string, object, string, RegExp]>([
  ['no weekday at all', { week: term([]) }, 'refused', /aucun jour n’est coché/],
  ['a date that has passed', { from: '2026-01-13' }, 'refused', /est passé/],
  ['an eighth day of the week', { week: term([8]) }, 'invalid-input', /jours de la semaine n°.1/],
  ['no such date', { from: '2026-02-30' }, 'invalid-input', /premier jour/],
  ['no such site', { siteId: 999 }, 'not-found', /999/],
])('%s is refused in words, and changes nothing', async (_, change, kind, words) => {
  const siteId = await idOf('LA FONTAINE');
  const input = { siteId, from: testToday, week: term([1]), ...change };
  const found = await error(service, 'sites.saveServiceWeek', input);
  expect(found).toMatchObject({ kind, message: expect.stringMatching(words), remedy: expect.any(String) });
  expect((await value(service, 'sites.serviceWeek', { siteId })).stated).toEqual([]);
});

test('what was never stated cannot be removed', async () => {
  const siteId = await idOf('LA FONTAINE');
  expect(await error(service, 'sites.removeServiceWeek', { siteId, from: testToday })).toMatchObject({
    kind: 'not-found',
  });
});
