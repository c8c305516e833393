import { missingEverywhere } from '../../../../electron/service/coverage/missing-everywhere.ts';
import { toDay } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { importing, servicesUnder, value } from '../support/asking.ts';

const week = (monday: string) => [0, 1, 3, 4].map((after) => toDay(monday) + after);
const expected = [...week('2025-09-01'), ...week('2025-09-08'), ...week('2025-09-15'), ...week('2025-09-22')];
const without = (...days: readonly number[]) => expected.filter((day) => !days.includes(day));

test('a week that every site misses is one stretch, however many sites there are', () => {
  const gap = week('2025-09-08');
  const sites = Array.from({ length: 87 }, () => ({ expected, recorded: without(...gap) }));
  expect(missingEverywhere(sites)).toEqual([{ from: '2025-09-08', to: '2025-09-12', days: 4, sites: 87 }]);
});

test('two weeks on end are one stretch, two weeks apart are two, the latest first', () => {
  const [first, second] = [week('2025-09-08'), week('2025-09-15')];
  const site = (...gap: readonly number[]) => ({ expected, recorded: without(...gap) });
  const both = [...first, ...second];
  expect(missingEverywhere([site(...both), site(...both)])).toEqual([
    { from: '2025-09-08', to: '2025-09-19', days: 8, sites: 2 },
  ]);
  const apart = [...week('2025-09-01'), ...second];
  expect(missingEverywhere([site(...apart), site(...apart)]).map(({ from }) => from)).toEqual([
    '2025-09-15',
    '2025-09-01',
  ]);
});

test('what one site has, what only one site should have, and what is not imported yet are not asked about', () => {
  const [second, last] = [week('2025-09-08'), week('2025-09-22')];
  const all = { expected, recorded: expected };
  const gap = { expected, recorded: without(...second) };
  expect(missingEverywhere([all, gap, gap])).toEqual([]);
  expect(missingEverywhere([gap])).toEqual([]);
  const behind = { expected, recorded: without(...last) };
  expect(missingEverywhere([behind, behind])).toEqual([]);
});

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

test('one closure of every site answers it', async () => {
  const service = serviceOn('everywhere');
  const mondays = ['2025-11-03', '2025-11-17', '2025-11-24', '2025-12-01', '2025-12-08', '2025-12-15'];
  const iso = (monday: string, after: number) =>
    `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + after).padStart(2, '0')}`;
  const rows = mondays.flatMap((monday) =>
    [0, 1, 3, 4].flatMap((after) =>
      ['Les Tilleuls', 'La Fontaine'].map((site) => `E,${iso(monday, after)},80,${site}`),
    ),
  );
  await importing(service, folder, 'repas.csv', ['site_type,date,reel,site_nom', ...rows, ''].join('\n'));
  const asked = async () => (await value(service, 'data.coverage', {})).missingEverywhere;
  // The eleventh is a holiday.
  expect(await asked()).toEqual([{ from: '2025-11-10', to: '2025-11-14', days: 3, sites: 2 }]);
  const [run] = await asked();
  if (!run) throw new Error('nothing is asked');
  await value(service, 'closures.save', {
    closures: [{ kind: 'closure', siteId: null, from: run.from, to: run.to }],
  });
  expect(await asked()).toEqual([]);
});
