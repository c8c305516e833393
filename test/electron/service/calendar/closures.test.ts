import type { ClosureDraft, PlanRow } from '../../../../electron/api/records.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const service = serviceOn('closures');
/** The week of `today`, a Wednesday; Thursday lies ahead. */
const week = { from: '2026-01-12', to: '2026-01-16' };
const thursday = '2026-01-15';
const year = { from: '2025-08-01', to: '2026-07-31' };
const [fontaine, tilleuls] = ['LA FONTAINE', 'LES TILLEULS'];
/** Children of the school that eats at Les Tilleuls, where some 125 meals are served. */
const enrolled = 160;

const idOf = async (name: string) =>
  (await value(service, 'sites.list', {})).find((site) => site.name === name)?.id ?? 0;
const typedIn = async () => (await value(service, 'closures.list', year)).filter(({ imported }) => !imported);
const rowOf = async (name: string, date = thursday): Promise<PlanRow | undefined> =>
  (await value(service, 'plan.week', week)).rows.find((row) => row.site === name && row.date === date);
const save = (...closures: readonly ClosureDraft[]) => value(service, 'closures.save', { closures });
const keys = (closures: readonly { date: string; siteId: number | null; kind: ClosureDraft['kind'] }[]) =>
  closures.map(({ date, siteId, kind }) => ({ date, siteId, kind }));

/** Thursdays in the past on which a fifth of the children stayed away. */
const strikes = [
  '2024-10-10',
  '2024-12-05',
  '2025-02-06',
  '2025-04-03',
  '2025-06-05',
  '2025-10-02',
  '2025-11-13',
];

function attendanceWithStrikes(): string {
  const fewer = (line: string) =>
    line.replace(/;(\d+);([^;]*)$/, (_, n, site) => `;${Math.round(n * 0.8)};${site}`);
  return attendanceCsv('2024-09-02', '2026-01-13')
    .split('\n')
    .map((line) => (strikes.some((date) => line.includes(date)) ? fewer(line) : line))
    .join('\n');
}

beforeAll(async () => {
  await importing(service, folder, 'frequentation.csv', attendanceWithStrikes());
  await importing(
    service,
    folder,
    'greves.csv',
    ['date,evenement', ...strikes.map((day) => `${day},GREVE`), ''].join('\n'),
  );
  await importing(
    service,
    folder,
    'ecoles.csv',
    'school;canteen;canteen type\nÉcole des Tilleuls;LES TILLEULS;E\n',
  );
  await importing(
    service,
    folder,
    'effectifs.csv',
    `school;school year;children\nÉcole des Tilleuls;2025-2026;${enrolled}\n`,
  );
});

afterEach(async () => {
  const closures = keys(await typedIn());
  if (closures.length > 0) {
    await value(service, 'closures.remove', { closures });
  }
});

describe('saving and removing', () => {
  test('a strike of all sites, known from today; taken back by the inverse call', async () => {
    const events = listen(service);
    const { saved } = await save({ from: thursday, siteId: null, kind: 'strike' });
    const strike = {
      date: thursday,
      siteId: null,
      kind: 'strike',
      absent: null,
      announced: testToday,
      imported: false,
    };
    expect(saved).toEqual([strike]);
    expect(await typedIn()).toEqual([strike]);
    expect(await value(service, 'closures.remove', { closures: keys(saved) })).toEqual([strike]);
    expect(await typedIn()).toEqual([]);
    expect(events).toEqual(['changed', 'changed']);
  });

  test('a removal is undone by saving what was removed, as it was', async () => {
    const siteId = await idOf(tilleuls);
    await save({ from: '2026-02-05', siteId, kind: 'outing', absent: 25, announced: '2025-12-01' });
    const before = await typedIn();
    const removed = await value(service, 'closures.remove', { closures: keys(before) });
    await save(...removed.map(({ date, imported: _, ...rest }) => ({ from: date, ...rest })));
    expect(await typedIn()).toEqual(before);
  });

  test('a period is its weekdays, and takes the place of what was there', async () => {
    const siteId = await idOf(fontaine);
    await save({ from: '2026-02-06', siteId, kind: 'closure', announced: null });
    const works = await save({ from: '2026-02-05', to: '2026-02-10', siteId, kind: 'closure' });
    expect(works.saved.map(({ date }) => date)).toEqual([
      '2026-02-05',
      '2026-02-06',
      '2026-02-09',
      '2026-02-10',
    ]);
    expect(await typedIn()).toEqual(works.saved);
  });

  test('a single day may be a Saturday; nobody noted when a past day was known', async () => {
    const { saved } = await save({ from: '2025-10-04', siteId: null, kind: 'closure' });
    expect(saved).toMatchObject([{ date: '2025-10-04', announced: null }]);
  });

  test.each<[string, object]>([
    ['an outing of every site', { from: thursday, siteId: null, kind: 'outing', absent: 12 }],
    ['children away on strike', { from: thursday, siteId: null, kind: 'strike', absent: 12 }],
    ['fewer than none away', { from: thursday, siteId: 1, kind: 'outing', absent: -1 }],
    ['an end before the start', { from: thursday, to: '2026-01-14', siteId: null, kind: 'strike' }],
    ['more than a year', { from: thursday, to: '2027-06-14', siteId: null, kind: 'closure' }],
    ['no such day', { from: '2026-02-30', siteId: null, kind: 'strike' }],
    ['no such kind', { from: thursday, siteId: null, kind: 'carnival' }],
  ])('%s is refused', async (_what, closure) => {
    expect(await error(service, 'closures.save', { closures: [closure] })).toMatchObject({
      kind: 'invalid-input',
    });
    expect(await typedIn()).toEqual([]);
  });

  test('an outing of more than are enrolled is refused with words, on the page and in a file', async () => {
    const siteId = await idOf(tilleuls);
    const outing = (absent: number) => ({ from: thursday, siteId, kind: 'outing', absent }) as const;
    const refused = await error(service, 'closures.save', { closures: [outing(enrolled + 1)] });
    expect(refused).toMatchObject({
      kind: 'refused',
      message: `LES TILLEULS, 15 janvier 2026 : 161 enfants absents pour 160 inscrits. Rien n’a été enregistré.`,
    });
    const file = [
      'date;site;evenement;absents',
      ...[161, 12].map((n, i) => `2026-02-0${3 + i};${tilleuls};sortie;${n}`),
    ];
    const imported = await importing(service, folder, 'sorties.csv', `${file.join('\n')}\n`);
    expect(imported.ok && imported.value.files[0]).toMatchObject({ imported: 1, refused: 1 });
    const [problem] = (imported.ok && imported.value.files[0]?.problems) || [];
    expect(problem?.reason).toBe('Il y a plus d’enfants absents que d’inscrits (160).');
    expect((await save(outing(enrolled))).saved).toMatchObject([{ absent: enrolled }]);
    await value(service, 'closures.remove', {
      closures: keys(await value(service, 'closures.list', year)).filter(({ kind }) => kind === 'outing'),
    });
  });

  test('a site that is not there, or a period of a weekend: nothing is kept', async () => {
    const closures = [
      { from: thursday, siteId: null, kind: 'strike' },
      { from: thursday, siteId: 999, kind: 'strike' },
    ];
    expect(await error(service, 'closures.save', { closures })).toMatchObject({ kind: 'not-found' });
    const weekend = [{ from: '2026-01-17', to: '2026-01-18', siteId: null, kind: 'strike' }];
    expect(await error(service, 'closures.save', { closures: weekend })).toMatchObject({ kind: 'refused' });
    expect(await typedIn()).toEqual([]);
  });
});

describe('the plan', () => {
  test('a strike typed in today changes a day ahead at once, and no other', async () => {
    const [before, other] = [await rowOf(tilleuls), await rowOf(tilleuls, '2026-01-16')];
    expect(before?.flags).not.toContain('strike');
    const { saved } = await save({ from: thursday, siteId: null, kind: 'strike' });
    const plan = await value(service, 'plan.week', week);
    expect(plan.days.find(({ date }) => date === thursday)).toMatchObject({
      flags: ['strike'],
      strikeSites: 2,
    });
    const after = await rowOf(tilleuls);
    expect(after?.flags).toContain('strike');
    expect(after?.mean).toBeLessThan((before?.mean ?? 0) * 0.97);
    expect(await rowOf(tilleuls, '2026-01-16')).toEqual(other);
    await value(service, 'closures.remove', { closures: keys(saved) });
    expect(await rowOf(tilleuls)).toEqual(before);
  });

  test('an outing takes those of its children who would have eaten off the forecast of its site', async () => {
    const siteId = await idOf(tilleuls);
    const [before, other] = [await rowOf(tilleuls), await rowOf(fontaine)];
    await save({ from: thursday, siteId, kind: 'outing', absent: 24 });
    const after = await rowOf(tilleuls);
    expect(after?.flags).toContain('outing');
    // To a twentieth of a meal: the mean is that of the whole range, the share is taken off its centre.
    const eaters = ((before?.mean ?? 0) * 24) / enrolled;
    expect(eaters).toBeGreaterThan(15);
    expect((before?.mean ?? 0) - (after?.mean ?? 0)).toBeCloseTo(eaters, 1);
    expect((before?.order ?? 0) - (after?.order ?? 0)).toBeGreaterThan(eaters - 1.5);
    const { contributions } = await value(service, 'plan.cell', { siteId, date: thursday });
    expect(contributions.find(({ term }) => term === 'outing')?.meals).toBeCloseTo(-eaters, 1);
    expect(await rowOf(fontaine)).toEqual(other);
  });

  test('a closed site has no order', async () => {
    await save({ from: thursday, siteId: await idOf(fontaine), kind: 'closure' });
    expect(await rowOf(fontaine)).toBeUndefined();
    expect(await rowOf(tilleuls)).toBeDefined();
  });

  test('what was announced later than the plan knows does not count', async () => {
    await save({ from: thursday, siteId: null, kind: 'strike' });
    const then = await value(service, 'plan.week', { ...week, asOf: '2026-01-11' });
    expect(then.rows.some(({ flags }) => flags.includes('strike'))).toBe(false);
  });
});

test('what was typed in about the sample canteens goes with them', async () => {
  const sample = serviceOn('sample');
  await value(sample, 'sample.load', {});
  const [site] = await value(sample, 'sites.list', {});
  await value(sample, 'closures.save', {
    closures: [{ from: '2026-02-05', siteId: site?.id ?? 0, kind: 'closure' }],
  });
  await value(sample, 'sample.clear', {});
  expect(await value(sample, 'app.state', {})).toMatchObject({ empty: true, sample: false });

  await value(sample, 'sample.load', {});
});

function listen(to: Service): readonly string[] {
  const events: string[] = [];
  to.subscribe(({ type }) => events.push(type));
  return events;
}
