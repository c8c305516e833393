import { toIso } from '../../forecasting/calendar/day.ts';
import type { History } from '../../forecasting/domain/records.ts';
import type { SiteForecast } from '../../forecasting/domain/types.ts';
import { fitAttendance } from '../../forecasting/models/attendance.ts';
import { orderQuantity } from '../../forecasting/orders/service-level.ts';
import { oddHistory } from './support/odd-histories.ts';

/** How many children may come to a site, as anyone would read it off the records. */
function childrenOf({ attendance, enrolment }: History, siteId: number) {
  const served = [...attendance.served].filter((n, i) => attendance.site[i] === siteId && !Number.isNaN(n));
  const largest = Math.max(0, ...served);
  const enrolled = enrolment.find((e) => e.siteId === siteId)?.children ?? null;
  return { largest, enrolled, known: served.some((n) => n > 0) };
}

/** The faults of one forecast, in words. */
function faultsOf(forecast: SiteForecast, history: History): string[] {
  const [low, median, high] = [0.1, 0.5, 0.9].map(forecast.quantile) as [number, number, number];
  const numbers = [forecast.mean, low, median, high, ...forecast.contributions.map(({ meals }) => meals)];
  if (!numbers.every(Number.isFinite)) return [`not finite: ${numbers}`];
  const faults: string[] = [];
  if (!(0 <= low && low <= median && median <= high)) faults.push(`out of order: ${low} ${median} ${high}`);
  const sum = forecast.contributions.reduce((all, { meals }) => all + meals, 0);
  if (Math.abs(sum - forecast.mean) > 1e-9 * (1 + forecast.mean)) faults.push(`terms: ${sum}`);
  const { largest, enrolled, known } = childrenOf(history, forecast.siteId);
  const most = Math.max(enrolled ?? Number.POSITIVE_INFINITY, largest);
  if (high > most) faults.push(`${high} of ${most}`);
  const children = enrolled === null ? largest : most;
  const share = Math.min(1, median / children);
  const chance = 1.28 * Math.sqrt(children * share * (1 - share));
  if (known && high < Math.min(most, median + chance) - 1e-6) faults.push(`${high} is surer than chance`);
  if (known && low > Math.max(0, median - chance) + 1e-6) faults.push(`${low} is surer than chance`);
  const order = orderQuantity(forecast, 0.8);
  if (!(Number.isInteger(order) && order >= 0)) faults.push(`order ${order}`);
  return faults;
}

test('no history makes a number that cannot be: 10,000 of them', () => {
  const faults: string[] = [];
  const models = new Set<string>();
  for (let seed = 1; seed <= 10_000; seed++) {
    const { name, history, origin } = oddHistory(seed, 200);
    const model = fitAttendance(history, toIso(origin));
    const date = toIso(origin + 1 + (seed % 9));
    const forecasts = history.sites.flatMap(({ id }) => model.forecast(id, date) ?? []);
    const found = forecasts.flatMap((forecast) => faultsOf(forecast, history));
    const sum = model.pool(forecasts);
    if (![sum.mean, sum.quantile(0.1), sum.quantile(0.9)].every(Number.isFinite)) found.push('sum');
    for (const fault of found) faults.push(`${name}: ${fault}`);
    for (const forecast of forecasts) models.add(forecast.model);
  }
  expect(faults).toEqual([]);
  expect([...models].sort()).toEqual(['enrolment', 'last-week', 'mean-of-4', 'recent-level', 'regression']);
}, 120_000);
