import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { History, Site } from '../../../forecasting/domain/records.ts';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { seeded } from './scored.ts';

/** Six fictional sites of 20 to 220 meals over four school months, with a staff that plans 5 % too much. */
function history(): History {
  const random = seeded(11);
  const sites: Site[] = [20, 60, 90, 120, 160, 220].map((capacity, i) => ({
    id: i + 1,
    name: `Site ${i + 1}`,
    kind: 'E',
    sector: null,
    capacity,
  }));
  const rows = sites.flatMap(({ id, capacity }) => {
    const own: { site: number; day: number; served: number; staff: number }[] = [];
    for (let date = '2015-09-01'; date <= '2015-12-18'; date = addDays(date, 1)) {
      const day = toDay(date);
      if (![1, 2, 4, 5].includes(weekday(day))) continue;
      const served = Math.round((capacity ?? 0) * (0.85 + 0.1 * random() + 0.01 * weekday(day)));
      own.push({ site: id, day, served, staff: Math.round(0.98 * (capacity ?? 0)) });
    }
    return own;
  });
  return {
    sites,
    attendance: {
      site: Int32Array.from(rows, ({ site }) => site),
      day: Int32Array.from(rows, ({ day }) => day),
      served: Float64Array.from(rows, ({ served }) => served),
      staff: Float64Array.from(rows, ({ staff }) => staff),
    },
    enrolment: [],
    menu: [],
    closures: [],
    holidays: [],
  };
}

const request = { from: '2015-11-23', to: '2015-12-11', lead: 7, serviceLevel: 0.8 } as const;
const known = history();

describe('what a backtest says besides its measures', () => {
  const result = backtest(known, request);

  test('coverage of the 80 % interval is one figure, told twice', () => {
    expect(result.coverage.find(({ interval }) => interval === 80)?.inside).toBe(result.coverage80);
  });

  test('the groups hold every site-day', () => {
    for (const groups of [result.bySite, result.bySize, result.byMonth, result.byDayKind]) {
      expect(groups.reduce((sum, { model }) => sum + model.n, 0)).toBe(result.lines.length);
    }
    expect(result.bySite).toHaveLength(6);
    expect(result.bySize.map(({ size }) => size)).toEqual(['under-50', '50-99', '100-199', '200-up']);
  });

  test('the biggest errors are those of the lines', () => {
    const largest = Math.max(...result.lines.map(({ mean, actual }) => Math.abs(mean - actual)));
    expect(result.biggest).toHaveLength(20);
    expect(Math.abs((result.biggest[0]?.mean ?? 0) - (result.biggest[0]?.actual ?? 0))).toBe(largest);
  });

  test('the lines carry the quantiles that were scored', () => {
    for (const { quantiles, q10, q90 } of result.lines) {
      expect([quantiles[4], quantiles[20]]).toEqual([q10, q90]);
      expect([...quantiles]).toEqual([...quantiles].sort((a, b) => a - b));
    }
  });
});

describe('a backtest by order rules', () => {
  const eve = (days: number) => (_: number, date: string) => addDays(date, -days);

  test('one rule for all is a backtest at that lead', () => {
    const { lines } = backtest(known, { ...request, lead: 3, originOf: eve(8) });
    expect(lines).toEqual(backtest(known, { ...request, lead: 8 }).lines);
  });

  test('each site-day has the origin of its rule, and the forecast made there', () => {
    const originOf = (siteId: number, date: string) =>
      siteId === 1 ? null : addDays(date, siteId % 2 === 0 ? -2 : -10);
    const done: number[] = [];
    const mixed = backtest(known, { ...request, originOf }, { onProgress: (share) => done.push(share) });
    const single = new Map(
      [2, 7, 10].map((lead) => [
        lead,
        new Map(backtest(known, { ...request, lead }).lines.map((l) => [`${l.siteId} ${l.date}`, l])),
      ]),
    );
    expect(mixed.lines).toHaveLength(backtest(known, request).lines.length);
    for (const l of mixed.lines) {
      const lead = toDay(l.date) - toDay(l.origin);
      expect(lead).toBe(l.siteId === 1 ? 7 : l.siteId % 2 === 0 ? 2 : 10);
      expect(l).toEqual(single.get(lead)?.get(`${l.siteId} ${l.date}`));
    }
    const order = mixed.lines.map(({ date, siteId }) => `${date} ${siteId}`);
    expect(order).toEqual([...order].sort());
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  test('cancelling stops it', () => {
    expect(() => backtest(known, { ...request, originOf: eve(2) }, { cancelled: () => true })).toThrow(
      expect.objectContaining({ name: 'Cancelled' }),
    );
  });
});
