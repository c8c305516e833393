import { toDay } from '../../../forecasting/calendar/day.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { buildSources } from '../../../forecasting/models/sources.ts';
import { columns } from '../support/columns.ts';
import { syntheticCity } from '../support/synthetic.ts';

const city = syntheticCity({ sites: 5, firstYear: 2016, years: 3 });

/** The history as it was at the end of a day; a site that begins later is there, without a record. */
function historyUpTo(history: History, last: number): History {
  const { site, day, served, staff } = history.attendance;
  const rows = [...site].flatMap((id, i) => {
    const at = day[i];
    return at > last ? [] : [{ site: id, day: at, served: served[i], staff: staff[i] }];
  });
  return { ...history, attendance: columns(rows) };
}

/** What can be compared: the arrays, and what the look-ups answer. */
function seen(history: History, day: number) {
  const { frame, levels, weeks } = buildSources(history, day, day);
  const { firstDay, lastDay, series } = frame;
  const days = [firstDay - 1, firstDay, firstDay + 100, day - 1, day, day + 30];
  return {
    firstDay,
    lastDay,
    series,
    weeks: series.map((_, site) => weeks.learned(site)),
    levels: levels.map(({ last, ...arrays }) => ({ ...arrays, last: days.map(last) })),
  };
}

test.each(['2016-09-20', '2017-03-09', '2018-02-11', '2019-06-30'])(
  'what all origins share gives each of them what the history up to %s gives',
  (date) => {
    const day = toDay(date);
    expect(seen(city, day)).toEqual(seen(historyUpTo(city, day), day));
  },
);

test('before the first record there is nothing, and nothing breaks', () => {
  const day = toDay('2010-01-01');
  const { frame, levels } = buildSources(city, day, day);
  expect(frame.series.every(({ days }) => days.length === 0)).toBe(true);
  expect(levels.every(({ last }) => last(day) === -1)).toBe(true);
});
