import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
type Service = ReturnType<typeof serviceOn>;

const scdl = (...rows: readonly string[]) =>
  ['Date;Entrée;Plat;Légumes;Laitage;Dessert', ...rows, ''].join('\n');
/** Two weeks of January 2026; the school goes on after the holidays on Monday 5. */
const january = scdl(
  '05/01/2026;Carottes râpées;Rôti de dinde OU Dhal de lentilles;Riz;Yaourt;Poire',
  '06/01/2026;Soupe;Brimborion;Haricots verts;Comté;Pomme',
  '12/01/2026;Melon;Colin;Riz;Yaourt;Poire',
  '13/01/2026;Carottes râpées;Rôti de dinde;Haricots verts;Comté;Tarte aux pommes',
);
const attendance = (...days: readonly string[]) =>
  ['site;date;prevu;servi', ...days.map((day) => `Les Tilleuls;${day};110;100`), ''].join('\n');
const schoolDays = [
  '2025-12-15',
  '2025-12-16',
  '2025-12-18',
  '2025-12-19',
  '2026-01-05',
  '2026-01-06',
  '2026-01-08',
  '2026-01-09',
  '2026-01-12',
];

async function opened(name: string): Promise<Service> {
  const service = serviceOn(name);
  await importing(service, folder, 'frequentation.csv', attendance(...schoolDays));
  await importing(service, folder, 'menus.csv', january);
  return service;
}

const names = (dishes: readonly { readonly name: string }[]) => dishes.map(({ name }) => name);

describe('a month of menus', () => {
  test('week by week: dishes in serving order, choices together, days off by name', async () => {
    const service = await opened('month');
    const month = await value(service, 'menus.month', { month: '2026-01' });
    expect(month.weeks.map(({ monday }) => monday)).toEqual([
      '2025-12-29',
      '2026-01-05',
      '2026-01-12',
      '2026-01-19',
      '2026-01-26',
    ]);
    const [holidays, first, second] = month.weeks;
    expect(holidays?.days.map(({ closed }) => closed)).toEqual([
      'school-holiday',
      'school-holiday',
      'no-service',
      'school-holiday',
      'school-holiday',
    ]);
    const [monday, tuesday, wednesday] = first?.days ?? [];
    expect(names(monday?.dishes ?? [])).toEqual([
      'Carottes râpées',
      'Rôti de dinde',
      'Dhal de lentilles',
      'Riz',
      'Yaourt',
      'Poire',
    ]);
    expect(monday?.dishes.map(({ choice }) => choice)).toEqual([null, 1, 1, null, null, null]);
    expect(monday?.dishes.map(({ family }) => family)).toEqual([
      'raw-vegetable',
      'poultry',
      'vegetarian',
      'starch',
      'dairy',
      'fruit',
    ]);
    expect([monday?.vegetarian, tuesday?.vegetarian]).toEqual(['yes', 'unsure']);
    expect(wednesday).toMatchObject({ closed: 'no-service', dishes: [] });
    expect(first).toMatchObject({
      vegetarian: 'yes',
      vegetarianDay: { date: '2026-01-05', dish: 'Dhal de lentilles' },
    });
    // Thursday and Friday have no menu yet: nobody can say that there is none without meat.
    expect(second).toMatchObject({ vegetarian: 'unsure', vegetarianDay: null });
    expect(month.weeks[3]?.vegetarian).toBe('none');
    expect(month).toMatchObject({
      weekdays: [1, 2, 4, 5],
      sites: [],
      firstDay: '2026-01-05',
      lastDay: '2026-01-13',
    });
  });

  test('a closure and a strike of every site', async () => {
    const service = await opened('closures');
    await value(service, 'closures.save', {
      closures: [
        { from: '2026-01-15', siteId: null, kind: 'closure' },
        { from: '2026-01-16', siteId: null, kind: 'strike' },
      ],
    });
    const { weeks } = await value(service, 'menus.month', { month: '2026-01' });
    expect(weeks[2]?.days[3]).toMatchObject({ closed: 'closure', strike: false });
    expect(weeks[2]?.days[4]).toMatchObject({ closed: null, strike: true });
  });

  test('without any data a month is there all the same', async () => {
    const { weeks, firstDay } = await value(serviceOn('empty'), 'menus.month', { month: '2026-02' });
    expect([weeks.length, firstDay]).toEqual([4, null]);
  });
});

describe('a menu typed in', () => {
  const lasagne = { dish: ' Lasagnes ', course: 'main', choice: null } as const;

  test('is in force for plans and pages alike, and can be taken back', async () => {
    const service = await opened('typed');
    const events: string[] = [];
    service.subscribe(({ type }) => events.push(type));
    await value(service, 'menus.save', { date: '2026-01-12', siteId: null, dishes: [lasagne] });
    expect(events).toContain('changed');
    const dayOf = async () => (await value(service, 'menus.month', { month: '2026-01' })).weeks[2]?.days[0];
    expect(await dayOf()).toMatchObject({ typed: true, own: false });
    expect(names((await dayOf())?.dishes ?? [])).toEqual(['Lasagnes']);
    const plan = await value(service, 'plan.week', { from: '2026-01-12', to: '2026-01-16' });
    expect(plan.days[0]?.dishes).toEqual([{ dish: 'Lasagnes', course: 'main', choice: null }]);
    await value(service, 'menus.save', { date: '2026-01-12', siteId: null, dishes: null });
    expect(await dayOf()).toMatchObject({ typed: false });
    expect(names((await dayOf())?.dishes ?? [])).toEqual(['Melon', 'Colin', 'Riz', 'Yaourt', 'Poire']);
  });

  test('of one site shows for that site alone; a choice of one dish is none', async () => {
    const service = await opened('own');
    const [site] = await value(service, 'sites.list', {});
    const siteId = site?.id ?? 0;
    await value(service, 'menus.save', {
      date: '2026-01-12',
      siteId,
      dishes: [{ ...lasagne, choice: 7 }],
    });
    const own = await value(service, 'menus.month', { month: '2026-01', siteId });
    expect(own.weeks[2]?.days[0]).toMatchObject({
      typed: true,
      own: true,
      dishes: [{ name: 'Lasagnes', choice: null }],
    });
    expect(own.weeks[2]?.days[1]).toMatchObject({ typed: false, own: false });
    expect(own.sites).toEqual([{ siteId, site: 'Les Tilleuls' }]);
    const all = await value(service, 'menus.month', { month: '2026-01' });
    expect(names(all.weeks[2]?.days[0]?.dishes ?? [])).toContain('Colin');
  });

  test('what makes no sense is refused', async () => {
    const service = await opened('refused');
    expect(await error(service, 'menus.save', { date: '2026-01-12', siteId: 99, dishes: [] })).toMatchObject({
      kind: 'not-found',
    });
    for (const input of [
      { date: '2026-02-30', siteId: null, dishes: [] },
      { date: '2026-01-12', siteId: null, dishes: [{ ...lasagne, dish: ' ' }] },
      { date: '2026-01-12', siteId: null, dishes: [{ ...lasagne, course: 'soup' }] },
    ]) {
      expect(await error(service, 'menus.save', input)).toMatchObject({ kind: 'invalid-input' });
    }
  });

  test('goes with the sample canteens', async () => {
    const service = serviceOn('sample');
    await value(service, 'sample.load', {});
    await value(service, 'menus.save', { date: '2026-01-12', siteId: null, dishes: [lasagne] });
    await value(service, 'sample.clear', {});
    expect(await value(service, 'app.state', {})).toMatchObject({ empty: true, menuDays: 0 });
  });
});

describe('families over 20 meals', () => {
  const rowOf = async (service: Service, family: string) =>
    (await value(service, 'menus.frequencies', {})).rows.find((row) => row.family === family);

  test('each number with the meals behind it', async () => {
    const service = await opened('frequencies');
    const found = await value(service, 'menus.frequencies', {});
    expect(found).toMatchObject({
      meals: 4,
      firstDay: '2026-01-05',
      lastDay: '2026-01-13',
      earlier: null,
      later: null,
    });
    expect(found.unknown).toEqual([{ key: 'brimborion', name: 'Brimborion' }]);
    expect(await rowOf(service, 'poultry')).toEqual({
      family: 'poultry',
      times: 2,
      byChoice: 1,
      least: null,
      most: null,
      byHand: false,
      verdict: 'none',
      meals: [
        { date: '2026-01-05', dishes: ['Rôti de dinde'], byChoice: true },
        { date: '2026-01-13', dishes: ['Rôti de dinde'], byChoice: false },
      ],
    });
  });

  test('limits are recalled until they are set by hand', async () => {
    const service = await opened('limits');
    expect(await rowOf(service, 'fish')).toMatchObject({ least: 4, byHand: false });
    const set = { family: 'fish', limit: { least: 1, most: 2 } } as const;
    await value(service, 'menus.limit', set);
    expect(await rowOf(service, 'fish')).toMatchObject({ least: 1, most: 2, byHand: true, verdict: 'met' });
    await value(service, 'menus.limit', { family: 'fish', limit: null });
    expect(await rowOf(service, 'fish')).toMatchObject({ least: 4, most: null, byHand: false });
    expect(
      await error(service, 'menus.limit', { family: 'fish', limit: { least: 21, most: null } }),
    ).toMatchObject({ kind: 'invalid-input' });
  });

  test('earlier meals are asked for by their last day', async () => {
    const service = await opened('earlier');
    const found = await value(service, 'menus.frequencies', { to: '2026-01-06' });
    expect(found).toMatchObject({ meals: 2, lastDay: '2026-01-06', later: '2026-01-13' });
  });
});

describe('the page of a dish', () => {
  test('days, weekdays, companions, take-up, leftovers and attendance', async () => {
    const service = serviceOn('dish');
    const mondays = [
      '2025-09-15',
      '2025-09-22',
      '2025-09-29',
      '2025-10-06',
      '2025-10-13',
      '2025-11-03',
      '2025-11-10',
      '2025-11-17',
      '2025-11-24',
    ];
    await importing(service, folder, 'frequentation.csv', attendance(...mondays));
    const menus = mondays.map((date, i) => {
      const [year, month, day] = date.split('-');
      return `${day}/${month}/${year};Melon;${i % 2 === 0 ? 'Rôti de dinde OU Dhal' : 'Colin'};Riz;Yaourt;Poire`;
    });
    await importing(service, folder, 'menus.csv', scdl(...menus));
    const servings = [
      'date;site;plat;préparés;servis;restes',
      '2025-09-15;Les Tilleuls;Rôti de dinde;80;60;20',
      '2025-09-29;Les Tilleuls;Rôti de dinde;70;70;',
    ];
    await importing(service, folder, 'plats.csv', `${servings.join('\n')}\n`);
    const page = await value(service, 'menus.dish', { key: 'roti dinde' });
    expect(page.dish).toMatchObject({ name: 'Rôti de dinde', family: 'poultry', times: 5 });
    expect(page.days[0]).toEqual({ date: '2025-11-24', course: 'main' });
    expect(page.schoolYears).toEqual([{ schoolYear: 2025, times: 5 }]);
    expect(page.weekdays[0]).toEqual({ weekday: 1, times: 5 });
    expect(page.interval).toBe(14);
    // One does not take what one could have taken instead.
    expect(names(page.companions)).toEqual(['Melon', 'Riz', 'Yaourt', 'Poire']);
    expect(page.takeUp).toEqual([
      {
        siteId: expect.any(Number),
        site: 'Les Tilleuls',
        days: 2,
        share: 0.65,
        left: 20 / 150,
        leftEstimated: true,
        soldOut: 1,
      },
    ]);
    expect(page.attendance).toEqual({ days: 5, median: 100, low: 100, high: 100 });
    expect(await error(service, 'menus.dish', { key: 'rutabaga' })).toMatchObject({ kind: 'not-found' });
  });
});
