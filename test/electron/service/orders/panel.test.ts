import type { Hindcasts, WhatIfAnswer, WhatIfOutcome } from '../../../../electron/api/records.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const thursday = '2026-01-15';

const menus = [
  'date;rang;plat',
  '2025-11-06;1;Carottes',
  '2025-11-06;2;Dinde rôtie*',
  '2025-11-06;3;Compote',
  '2025-12-02;1;Potage',
  '2025-12-02;2;Dinde rotie',
  '2025-12-02;3;Compote',
  '2026-01-15;1;Radis',
  '2026-01-15;2;Dinde rôtie',
  '2026-01-15;3;Yaourt',
].join('\n');
const servings = [
  'date;site;plat;servi;prepare',
  '2025-11-06;LES TILLEULS;Dinde rôtie;114;120',
  '2025-11-06;LA FONTAINE;Dinde rôtie;50;60',
].join('\n');

async function canteens(name: string, attendance = attendanceCsv('2024-09-02', '2026-01-13')) {
  const service = serviceOn(name);
  for (const [file, text] of [
    ['attendance', attendance],
    ['menus', menus],
    ['servings', servings],
  ] as const) {
    expect((await importing(service, folder, `${name}-${file}.csv`, text)).ok).toBe(true);
  }
  const sites = await value(service, 'sites.list', {});
  return { service, siteId: sites.find((site) => /tilleuls/i.test(site.name))?.id ?? 0 };
}

/** Asks until all is done, as the page does; `asked` hears each answer. */
async function pastOf(
  service: Service,
  siteId: number,
  asked: (answer: Hindcasts) => void = () => {},
): Promise<Hindcasts> {
  for (;;) {
    const answer = await value(service, 'plan.past', { siteId, date: thursday });
    asked(answer);
    if (answer.done === 1) return answer;
  }
}

describe('plan.past', () => {
  test('forecasts the past same weekdays of a site, oldest first', async () => {
    const { service, siteId } = await canteens('past');
    const { lead, days } = await pastOf(service, siteId);
    const { past } = await value(service, 'plan.cell', { siteId, date: thursday });
    expect(lead).toBe(7);
    const shown = past.map(({ date }) => date);
    expect(days.map(({ date }) => date).filter((date) => shown.includes(date))).toEqual(shown);
    for (const day of days) {
      expect(day.low).toBeLessThanOrEqual(day.mean);
      expect(day.high).toBeGreaterThan(day.mean - 1);
      expect(Math.abs(day.mean - 128)).toBeLessThan(8);
    }
  });

  test('sees nothing of the week before each day, nor of the day itself', async () => {
    const wild = attendanceCsv('2024-09-02', '2026-01-13').replace(
      /^E;(2025-12-(?:1[2-9]));(\d+);\d+;/gm,
      'E;$1;$2;31;',
    );
    expect(wild).toContain('E;2025-12-12;135;31;');
    const of = ({ days }: Hindcasts, date: string) => days.find((day) => day.date === date);
    const [plain, changed] = await Promise.all(
      [await canteens('known'), await canteens('unknown', wild)].map(({ service, siteId }) =>
        pastOf(service, siteId),
      ),
    );
    expect(plain && of(plain, '2025-12-18')).toBeDefined();
    expect(changed && of(changed, '2025-12-18')).toEqual(plain && of(plain, '2025-12-18'));
    expect(changed && of(changed, '2026-01-08')).not.toEqual(plain && of(plain, '2026-01-08'));
  });

  test('the order rule of the site says what was known', async () => {
    const { service, siteId } = await canteens('ruled');
    await value(service, 'orderRules.save', { siteId, rule: { type: 'lead', days: 2, at: '09:00' } });
    expect(await value(service, 'plan.past', { siteId, date: thursday })).toMatchObject({ lead: 3 });
  });

  test('is made in slices that tell how far they are, once for all sites', async () => {
    const { service, siteId } = await canteens('slices');
    const answers: Hindcasts[] = [];
    const whole = await pastOf(service, siteId, (answer) => answers.push(answer));
    const shares = answers.map(({ done }) => done);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.toSorted((x, y) => x - y)).toEqual(shares);
    for (const { days } of answers) expect(whole.days.slice(0, days.length)).toEqual(days);
    expect(await value(service, 'plan.past', { siteId, date: thursday })).toEqual(whole);
    const sites = await value(service, 'sites.list', {});
    const other = sites.find(({ id }) => id !== siteId)?.id ?? 0;
    expect(await value(service, 'plan.past', { siteId: other, date: thursday })).toMatchObject({ done: 1 });
  });

  test('without a record there is nothing to tell', async () => {
    const service = serviceOn('bare');
    const site = await value(service, 'sites.add', {
      name: 'Neuve',
      kind: 'E',
      capacity: 60,
      enrolled: 50,
    });
    const input = { siteId: site.id, date: thursday };
    expect(await value(service, 'plan.past', input)).toEqual({ lead: 7, days: [], done: 1 });
  });
});

const outcome = ({ outcomes }: WhatIfAnswer, set: Partial<WhatIfOutcome>) =>
  outcomes.find(
    (one) =>
      one.strike === (set.strike ?? false) &&
      one.away === (set.away ?? false) &&
      one.guests === (set.guests ?? false),
  ) as WhatIfOutcome;

describe('plan.whatIf', () => {
  const ask = (service: Service, siteId: number) =>
    value(service, 'plan.whatIf', { siteId, date: thursday, away: 24, guests: 6, serviceLevel: 0.8 });

  test('answers the order and range of every combination; with nothing supposed it is the plan’s', async () => {
    const { service, siteId } = await canteens('if');
    const { row } = await value(service, 'plan.cell', { siteId, date: thursday, serviceLevel: 0.8 });
    const answer = await ask(service, siteId);
    expect(answer).toMatchObject({ onStrike: false, away: 0 });
    expect(answer.outcomes).toHaveLength(8);
    const { order, mean, low, high } = row;
    expect(outcome(answer, {})).toMatchObject({ order, mean, low, high });
    expect(outcome(answer, { guests: true }).order).toBe(order + 6);
    // Of 24 children away three in four eat, where the enrolment is not known.
    expect(mean - outcome(answer, { away: true }).mean).toBeCloseTo(18, 0);
    const strike = outcome(answer, { strike: true });
    expect(strike.mean).toBeLessThan(mean * 0.97);
    expect(strike.high - strike.low).toBeGreaterThan(high - low);
    const all = outcome(answer, { strike: true, away: true, guests: true });
    expect((all.mean - 6) / strike.mean).toBeCloseTo(outcome(answer, { away: true }).mean / mean, 2);
  });

  test('what is then put on record is forecast as was supposed', async () => {
    const { service, siteId } = await canteens('applied');
    const supposed = outcome(await ask(service, siteId), { strike: true, away: true });
    await value(service, 'closures.save', {
      closures: [
        { from: thursday, siteId, kind: 'strike' },
        { from: thursday, siteId, kind: 'outing', absent: 24 },
      ],
    });
    const { row } = await value(service, 'plan.cell', { siteId, date: thursday, serviceLevel: 0.8 });
    expect(row.order).toBe(supposed.order);
    const now = await ask(service, siteId);
    expect(now).toMatchObject({ onStrike: true, away: 24 });
    expect(outcome(now, { strike: true }).mean).toBeGreaterThan(row.mean);
  });

  test('a day without a forecast is refused with the reason', async () => {
    const { service, siteId } = await canteens('closed');
    const input = { siteId, date: '2026-01-18', away: 1, guests: 1 };
    expect(await error(service, 'plan.whatIf', input)).toMatchObject({ kind: 'refused' });
    expect(await error(service, 'plan.whatIf', { ...input, siteId: 99 })).toMatchObject({
      kind: 'not-found',
    });
    expect(await error(service, 'plan.whatIf', { ...input, away: -1 })).toMatchObject({
      kind: 'invalid-input',
    });
  });
});

describe('plan.dishDays', () => {
  test('tells the earlier days of the main dish under all its spellings, latest first', async () => {
    const { service, siteId } = await canteens('dish');
    const answer = await value(service, 'plan.dishDays', { siteId, date: thursday });
    expect(answer.dishes.map(({ name }) => name)).toEqual(['Radis', 'Dinde rôtie', 'Yaourt']);
    expect(answer.key).toBe(answer.dishes[1]?.key);
    expect(answer.times).toBe(2);
    expect(answer.days.map(({ date }) => date)).toEqual(['2025-12-02', '2025-11-06']);
    expect(answer.days[1]).toMatchObject({ staff: 134, left: 5 });
    expect(answer.days[0]).toMatchObject({ staff: 132, left: null });
    expect(answer.days[0]?.served).toBeGreaterThan(120);
  });

  test('another dish of the day may be asked about; without a menu there is none', async () => {
    const { service, siteId } = await canteens('other');
    const { dishes } = await value(service, 'plan.dishDays', { siteId, date: thursday });
    const yoghurt = await value(service, 'plan.dishDays', {
      siteId,
      date: thursday,
      key: dishes[2]?.key ?? '',
    });
    expect(yoghurt).toMatchObject({ key: dishes[2]?.key, times: 0, days: [] });
    const bare = await value(service, 'plan.dishDays', { siteId, date: addDays(thursday, 1) });
    expect(bare).toEqual({ dishes: [], key: null, days: [], times: 0 });
  });

  test('dishes that someone said to be one are told as one', async () => {
    const { service, siteId } = await canteens('merged');
    const { dishes, key } = await value(service, 'plan.dishDays', { siteId, date: thursday });
    await value(service, 'dishes.correct', { key: dishes[2]?.key ?? '', sameAs: key });
    const answer = await value(service, 'plan.dishDays', { siteId, date: thursday });
    expect(answer.dishes).toHaveLength(2);
    expect(answer.times).toBe(2);
  });
});
