import type { Plan, PlanDay, PlanRow } from '../../../electron/api/records.ts';
import {
  answersOf,
  answersOfAll,
  type PaletteAnswer,
  readingsOf,
  weekOfQuery,
} from '../../../renderer/palette/answers.ts';
import { parseQuery } from '../../../renderer/palette/question.ts';

const now = { today: '2026-12-14', shown: '2026-12-14' };
const sites = [
  { id: 1, name: 'Jean Jaurès', kind: 'E' as const },
  { id: 2, name: 'Les Saules', kind: 'M/E' as const },
  { id: 3, name: 'École 17', kind: 'M/E' as const },
];
const ORDERS: readonly (readonly [number, string, number])[] = [
  [1, '2026-12-14', 142],
  [2, '2026-12-14', 60],
  [1, '2026-12-17', 150],
  [2, '2026-12-17', 142],
  [3, '2026-12-17', 17],
];
const rows = ORDERS.map(
  ([siteId, date, order]) => ({ siteId, site: sites[siteId - 1]?.name, date, order }) as unknown as PlanRow,
);
const day = (date: string, closed: PlanDay['closed'] = null) =>
  ({ date, closed, dishes: [] }) as unknown as PlanDay;
const plan = {
  days: [day('2026-12-14'), day('2026-12-16', 'no-service'), day('2026-12-17')],
  rows,
  totals: [
    { date: '2026-12-14', order: 202 },
    { date: '2026-12-17', order: 309 },
  ],
} as unknown as Plan;

function word(answer: PaletteAnswer): string {
  switch (answer.type) {
    case 'cell':
      return `${answer.near ? 'near ' : ''}${answer.row.site} ${answer.row.date.slice(8)} ${answer.row.order}`;
    case 'total':
      return `total ${answer.total.date.slice(8)} ${answer.total.order} of ${answer.sites}`;
    case 'closed':
      return `closed ${answer.day.date.slice(8)}`;
    case 'no-order':
      return `none ${answer.site.name} ${answer.date.slice(8)}`;
  }
}

const answer = (text: string) =>
  answersOfAll(readingsOf(parseQuery(text, now), sites).map((one) => answersOf(one, plan, sites))).map(word);

test.each([
  ['combien jeudi Jaurès', ['Jean Jaurès 17 150']],
  ['how many thursday jaures', ['Jean Jaurès 17 150']],
  ['pourquoi Jaurès jeudi', ['Jean Jaurès 17 150']],
  ['jaures jeudi', ['Jean Jaurès 17 150']],
  ['combien Jaurès', ['Jean Jaurès 14 142', 'Jean Jaurès 17 150']],
  ['combien jeudi', ['total 17 309 of 3', 'Jean Jaurès 17 150', 'Les Saules 17 142', 'École 17 17 17']],
  ['combien', ['total 14 202 of 2', 'total 17 309 of 3']],
  ['combien mercredi', ['closed 16']],
  ['how many saturday', ['closed 19']],
  ['combien mercredi Jaurès', ['closed 16']],
  ['combien lundi école 17', ['none École 17 14']],
  ['pourquoi 142', ['Jean Jaurès 14 142', 'Les Saules 17 142']],
  ['why 142', ['Jean Jaurès 14 142', 'Les Saules 17 142']],
  ['pourquoi 142 jeudi', ['Les Saules 17 142']],
  ['pourquoi 142 Jaurès', ['Jean Jaurès 14 142']],
  ['pourquoi 145', ['near Jean Jaurès 14 142', 'near Les Saules 17 142', 'near Jean Jaurès 17 150']],
  // A number after a name may be the day of the month as well: it is offered first, unless an order is just that.
  ['Jaurès 17', ['Jean Jaurès 17 150', 'near Jean Jaurès 14 142']],
  ['saules 17', ['Les Saules 17 142', 'near Les Saules 14 60']],
  ['pourquoi saules 17', ['Les Saules 17 142', 'near Les Saules 14 60']],
  ['saules 19', ['closed 19', 'near Les Saules 14 60', 'near Les Saules 17 142']],
  ['saules 60', ['Les Saules 14 60']],
  ['combien Jaurès 17', ['Jean Jaurès 17 150']],
  ['how many 17', ['total 17 309 of 3', 'Jean Jaurès 17 150', 'Les Saules 17 142', 'École 17 17 17']],
  ['école 17', ['École 17 17 17']],
  ['17', ['École 17 17 17']],
  ['Jaurès 142', ['Jean Jaurès 14 142']],
  ['combien jeudi au collège Inconnu', []],
  ['pourquoi', []],
  ['réglages', []],
  ['Jaurès', []],
])('%s', (text, expected) => {
  expect(answer(text)).toEqual(expected);
});

test('the week that answers is the one asked for', () => {
  const week = (text: string) => weekOfQuery(parseQuery(text, now), now.shown);
  expect(week('combien jeudi')).toBe('2026-12-14');
  expect(week('combien 8/1/2027')).toBe('2027-01-04');
  expect(week('combien semaine 50')).toBe('2026-12-07');
  expect(week('pourquoi 142')).toBe('2026-12-14');
});

test('an order that only comes near is not listed before the other reading of the number is there', () => {
  const near = answersOf(parseQuery('saules 17', now), plan, sites);
  expect(near.every((one) => one.type === 'cell' && one.near)).toBe(true);
  expect(answersOfAll([near, null])).toEqual([]);
  expect(answersOfAll([near, []])).toEqual(near);
});
