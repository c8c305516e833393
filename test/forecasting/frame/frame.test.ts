import { toDay } from '../../../forecasting/calendar/day.ts';
import type { Closure, History, Site } from '../../../forecasting/domain/records.ts';
import { buildFrame, indexClosures, serviceEvidence } from '../../../forecasting/frame/frame.ts';
import { columns } from '../support/columns.ts';

const site = (id: number): Site => ({ id, name: `S${id}`, kind: 'E', sector: null, capacity: null });
const days = ['2017-01-03', '2017-01-05', '2017-01-06', '2017-01-09', '2017-01-10'];

function frameOf(served: readonly number[], staff: readonly number[], closures: readonly Closure[] = []) {
  const records = served.map((count, i) => ({
    site: 1,
    day: toDay(days[i]),
    served: count,
    staff: staff[i],
  }));
  const history: History = {
    sites: [site(1), site(2)],
    attendance: columns(records),
    enrolment: [],
    menu: [],
    closures,
    holidays: [],
  };
  return buildFrame(history, indexClosures(closures), toDay('2017-01-31'));
}

const first = (frame: ReturnType<typeof frameOf>) => [...(frame.series[0]?.served ?? [])];

test('missing counts are dropped, a site without records stays with an empty series', () => {
  const frame = frameOf([50, Number.NaN, 52], [50, 50, 50]);
  expect(first(frame)).toEqual([50, 52]);
  expect(frame.series[1]?.days).toHaveLength(0);
});

test('a zero means closed where nobody was expected, or where the site never comes near zero', () => {
  expect(first(frameOf([50, 0, 52], [50, 0, 50]))).toEqual([50, 52]);
  expect(first(frameOf([50, 0, 52], [50, 48, 50]))).toEqual([50, 52]);
});

test('a zero means that nobody came at a site that serves a handful', () => {
  expect(first(frameOf([5, 0, 4], [5, 5, 5]))).toEqual([5, 0, 4]);
});

test('zeros before the first meal mean that the site was not open yet, however few it serves', () => {
  expect(first(frameOf([0, 0, 0, 52, 50], [50, 50, 50, 50, 50]))).toEqual([52, 50]);
  expect(first(frameOf([0, 0, 5, 0, 4], [5, 5, 5, 5, 5]))).toEqual([5, 0, 4]);
  expect(first(frameOf([0, 0, 0], [50, 50, 50]))).toEqual([]);
});

test('strikes stay in the series, but are no ordinary days', () => {
  const strike: Closure = {
    date: '2017-01-05',
    siteId: null,
    kind: 'strike',
    absent: null,
    announced: null,
  };
  const frame = frameOf([50, 20, 52], [50, 50, 50], [strike]);
  expect([...(frame.series[0]?.ordinary ?? [])]).toEqual([1, 0, 1]);
});

test('a closure is known from its announcement, and once it has happened', () => {
  const closure: Closure = {
    date: '2017-01-10',
    siteId: 1,
    kind: 'closure',
    absent: null,
    announced: '2017-01-05',
  };
  const index = indexClosures([closure]);
  const day = toDay('2017-01-10');
  expect(index.find(1, day, toDay('2017-01-04'))).toHaveLength(0);
  expect(index.find(1, day, toDay('2017-01-05'))).toHaveLength(1);
  expect(index.find(2, day, toDay('2017-01-05'))).toHaveLength(0);
  expect(indexClosures([{ ...closure, announced: null }]).find(1, day, day)).toHaveLength(1);
});

test('weekdays with next to no service are no weekdays of service', () => {
  const frame = frameOf([50, 51, 52, 53, 54], [50, 50, 50, 50, 50]);
  expect([...serviceEvidence(frame, toDay('2017-01-31')).weekdays].sort()).toEqual([1, 2, 4, 5]);
});
