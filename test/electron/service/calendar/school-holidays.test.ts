import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import builtIn from '../../../../assets/calendar/school-holidays.json';
import { readHolidays } from '../../../../db/calendar.ts';
import { openDatabase } from '../../../../db/open.ts';
import { saveSetting } from '../../../../db/settings.ts';
import { holidayZones } from '../../../../electron/api/domain-lists.ts';
import { schoolHolidays } from '../../../../electron/service/calendar/school-holidays.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { generateSample } from '../../../../electron/service/sample/generate.ts';
import { zonesOf } from '../../../../forecasting/calendar/infer-zone.ts';
import { describeWithShared, nantesFolder } from '../../../support/shared.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = servicesUnder(folder);

const sampleText = (name: RegExp): string =>
  generateSample({ seed: 1, today: testToday }).find((file) => name.test(file.name))?.text ?? '';

const nantesText = (name: string) => readFileSync(join(nantesFolder, name), 'utf8');

/** The holidays in force in a data folder, and those that were imported into it. */
function holidaysIn(name: string) {
  const db = openDatabase(databaseFile(join(folder, name)));
  try {
    return { ...schoolHolidays(db), imported: readHolidays(db) };
  } finally {
    db.close();
  }
}

test('the zones to choose from are those that are built in', () => {
  expect([...holidayZones]).toEqual(zonesOf(builtIn));
});

test('a zone that does not exist is refused; a saved one that no version knows counts as never set', async () => {
  const here = service('refused');
  expect(await error(here, 'settings.save', { zone: 'D' })).toMatchObject({ kind: 'invalid-input' });
  await value(here, 'settings.save', { zone: 'Corse' });
  expect((await value(here, 'app.state', {})).settings.zone).toBe('Corse');
  const db = openDatabase(databaseFile(join(folder, 'refused')));
  saveSetting(db, 'zone', 'D');
  db.close();
  expect((await value(here, 'app.state', {})).settings.zone).toBe('auto');
});

describe('attendance alone', () => {
  const here = service('attendance');
  const winter = { from: '2026-02-16', to: '2026-02-20' };

  beforeAll(() => importing(here, folder, 'repas.csv', sampleText(/frequentation|repas/)));

  test('the zone is inferred, and its holidays to come are closed', async () => {
    const { schoolZone } = await value(here, 'app.state', {});
    expect(schoolZone).toEqual({ zone: 'B', inferred: true });
    const { rows, days } = await value(here, 'plan.week', winter);
    expect(rows).toEqual([]);
    expect(days[0]).toMatchObject({ closed: 'school-holiday', label: 'Vacances d’Hiver' });
  });

  test('another zone: other orders at once, and every page hears of it', async () => {
    const heard: string[] = [];
    const unsubscribe = here.subscribe(({ type }) => heard.push(type));
    await value(here, 'settings.save', { theme: 'dark' });
    expect(heard).toEqual([]);
    await value(here, 'settings.save', { zone: 'A' });
    unsubscribe();
    expect(heard).toEqual(['changed']);
    expect((await value(here, 'app.state', {})).schoolZone).toEqual({ zone: 'A', inferred: false });
    // Zone A is back from its holidays on 23 February, when zone B is on them; until then the other way round.
    expect((await value(here, 'plan.week', { from: '2026-02-09', to: '2026-02-13' })).rows).toEqual([]);
    expect((await value(here, 'plan.week', { from: '2026-02-23', to: '2026-02-27' })).rows).not.toEqual([]);
    await value(here, 'settings.save', { zone: 'auto' });
    expect((await value(here, 'plan.week', { from: '2026-02-23', to: '2026-02-27' })).rows).toEqual([]);
  });
});

test('the sample keeps its own holidays; the built-in ones fill the years before', async () => {
  const here = service('sample');
  await value(here, 'sample.load', {});
  expect((await value(here, 'app.state', {})).schoolZone).toEqual({ zone: 'B', inferred: true });
  const { holidays, imported } = holidaysIn('sample');
  // The imported ones begin with the summer of the school year 2022-2023.
  const own = builtIn.filter(({ zone }) => zone === 'B');
  const others = own.filter(({ firstDay }) => firstDay < '2022-09-01' || firstDay > '2026-09-01');
  expect(imported[0]?.firstDay).toBe('2023-07-08');
  expect(holidays.filter(({ guessed }) => !guessed)).toEqual([...imported, ...others]);
  expect(holidays.filter(({ guessed }) => guessed).every(({ firstDay }) => firstDay > '2027-08-31')).toBe(
    true,
  );
});

describeWithShared('Nantes', () => {
  test('its attendance ends before the zones are published: holidays of all zones, none of one', async () => {
    const here = service('nantes');
    await importing(here, folder, 'frequentation.csv', nantesText('frequentation.csv'));
    expect((await value(here, 'app.state', {})).schoolZone).toEqual({ zone: null, inferred: false });
    const { days, rows } = await value(here, 'plan.week', {
      from: '2017-10-23',
      to: '2017-10-27',
      asOf: '2017-07-04',
    });
    expect(days[0]).toMatchObject({ closed: 'school-holiday', label: 'Vacances de la Toussaint' });
    expect(rows).toEqual([]);
  }, 60_000);

  test('its own holidays name zone B: kept as they are, continued with the built-in ones', async () => {
    const here = service('nantes');
    await importing(here, folder, 'vacances.csv', nantesText('vacances.csv'));
    expect((await value(here, 'app.state', {})).schoolZone).toEqual({ zone: 'B', inferred: true });
    const { holidays, imported } = holidaysIn('nantes');
    expect(imported.length).toBeGreaterThan(30);
    expect(holidays.slice(0, imported.length)).toEqual(imported);
    expect(holidays[imported.length]).toMatchObject({ zone: 'B', firstDay: '2018-10-20' });
  }, 60_000);
});
