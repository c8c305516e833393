import type { Plan } from '../../../../electron/api/records.ts';
import { parseQuantity, toApprove, withOrder } from '../../../../renderer/pages/week/decisions.ts';
import { approvedOf, decisionOf, planRow } from './rows.ts';

const tuesday = { date: '2026-12-15', time: '12:00' };
const friday = { date: '2026-12-11', time: '12:00' };
const now = '2026-12-14T09:00';

describe('what one press of the button validates', () => {
  const thursday = planRow({ date: '2026-12-17', deadline: tuesday });
  const next = planRow({ date: '2026-12-18', deadline: tuesday });
  const gone = planRow({ date: '2026-12-14', deadline: friday });
  const approved = planRow({ siteId: 2, decision: decisionOf(142, { approved: approvedOf() }) });

  test('is the open orders of the next deadline', () => {
    expect(toApprove([gone, thursday, next, approved], now)).toEqual({
      rows: [thursday, next],
      dates: ['2026-12-17', '2026-12-18'],
      byDeadline: true,
    });
  });

  test('is all that is open where no deadline is ahead', () => {
    expect(toApprove([planRow(), gone], now)).toMatchObject({ rows: [planRow(), gone], byDeadline: false });
  });

  test('is nothing once all is frozen', () => {
    expect(toApprove([approved], now)).toBeNull();
    expect(toApprove([], now)).toBeNull();
  });
});

test('a decision shows in the plan before it is answered: its row, its day’s total, no other row', () => {
  const [row, other] = [planRow(), planRow({ siteId: 2 })];
  const plan: Plan = {
    asOf: '2026-12-11',
    from: '2026-12-17',
    to: '2026-12-17',
    serviceLevel: 0.8,
    days: [],
    rows: [row, other],
    totals: [{ date: row.date, order: 284, mean: 274, low: 260, high: 290 }],
    refused: [],
  };
  const after = withOrder(plan, row, 150, { source: 'override', reason: 'sortie' });
  expect(after.rows[0]).toMatchObject({
    order: 150,
    decision: { quantity: 150, recommended: 142, source: 'override', reason: 'sortie' },
  });
  expect(after.rows[1]).toBe(other);
  expect(after.totals[0]?.order).toBe(292);
  expect(withOrder(plan, planRow({ siteId: 9 }), 1, {})).toBe(plan);
});

test.each([
  ['142', 142],
  [' 1 240 ', 1240],
  ['1\u202f240', 1240],
  ['0', 0],
  ['', null],
  ['12,5', null],
  ['-3', null],
  ['1e3', null],
  ['100001', null],
])('« %s » is read as %s', (text, meals) => expect(parseQuantity(text)).toBe(meals));
