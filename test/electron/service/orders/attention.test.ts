import type { AttentionReason, PlanRow } from '../../../../electron/api/records.ts';
import { sheetTexts } from '../../../../electron/service/documents/sheet-texts.ts';
import { messagesIn } from '../../../../electron/service/messages/messages.ts';
import { attentionOf } from '../../../../electron/service/orders/attention.ts';
import { decisionOf, planRow } from '../../../renderer/pages/week/rows.ts';

const words = { ...messagesIn('fr').attention, rules: sheetTexts('fr').model };
const [thursday, friday] = ['2026-12-17', '2026-12-18'];

/** Ten sites, 100 meals each, 90 to 110, on two days. */
const ordinary = (): PlanRow[] =>
  [thursday, friday].flatMap((date) =>
    Array.from({ length: 10 }, (_, i) =>
      planRow({ siteId: i + 1, site: `Site ${i + 1}`, date, mean: 100, low: 90, high: 110, order: 105 }),
    ),
  );

const change = (rows: readonly PlanRow[], siteId: number, part: Partial<PlanRow>, date?: string): PlanRow[] =>
  rows.map((row) =>
    row.siteId === siteId && (date === undefined || row.date === date) ? { ...row, ...part } : row,
  );

const briefly = (rows: readonly PlanRow[], from = thursday) =>
  attentionOf(rows, from, words).map(({ siteId, reason, dates, message }) => ({
    siteId,
    reason,
    dates,
    message: message.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '),
  }));

test('ordinary orders ask for nothing', () => {
  expect(briefly(ordinary())).toEqual([]);
});

const cases: readonly (readonly [AttentionReason, Partial<PlanRow>, string])[] = [
  ['unknown-holidays', { flags: ['unknown-holidays'] }, 'vacances inconnues'],
  ['over-capacity', { order: 147, capacity: 140, flags: ['over-capacity'] }, '147 pour 140 places'],
  [
    'revision',
    { decision: decisionOf(105, { revision: { quantity: 93, difference: -12 } }) },
    'à corriger : −12',
  ],
  ['wide-range', { low: 61, high: 109 }, 'fourchette 2,4 fois plus large'],
  [
    'level-changed',
    { levelChange: { before: 52, after: 148, since: '2026-11-02' } },
    'niveau changé : 52 → 148',
  ],
  ['by-rule', { model: 'mean-of-4' }, 'sans modèle : moyenne de 4 semaines'],
  ['no-menu', { flags: ['no-menu'] }, 'pas de menu'],
];

test.each(cases)('%s is said of its site and days, in words', (reason, part, message) => {
  expect(briefly(change(ordinary(), 4, part, friday))).toEqual([
    { siteId: 4, reason, dates: [friday], message },
  ]);
  // A site and a reason are one thing to look at, on however many days.
  expect(briefly(change(ordinary(), 4, part))).toEqual([
    { siteId: 4, reason, dates: [thursday, friday], message },
  ]);
  // What is past is looked at no more.
  expect(briefly(change(ordinary(), 4, part, thursday), friday)).toEqual([]);
});

test('what holds for every site of a day is one line of all of them', () => {
  const rows = ordinary().map((row) => (row.date === friday ? { ...row, flags: ['no-menu'] as const } : row));
  expect(briefly(change(rows, 2, { flags: ['no-menu'] }))).toEqual([
    { siteId: null, reason: 'no-menu', dates: [friday], message: 'pas de menu' },
    { siteId: 2, reason: 'no-menu', dates: [thursday], message: 'pas de menu' },
  ]);
});

test('a single site is said by its name, whatever holds for all', () => {
  const alone = [planRow({ flags: ['no-menu'] })];
  expect(briefly(alone)).toMatchObject([{ siteId: 1, reason: 'no-menu' }]);
});

test('a range is wide beside those of its own day: a strike widens all, and says so itself', () => {
  const wide = ordinary().map((row) => (row.date === friday ? { ...row, low: 40, high: 160 } : row));
  expect(briefly(wide)).toEqual([]);
  expect(briefly(change(ordinary(), 3, { low: 40, high: 160, flags: ['strike'] }, friday))).toEqual([]);
});

test('a small site may be wide for its size, and is not: so few meals are no matter', () => {
  expect(briefly(change(ordinary(), 3, { mean: 4, low: 0, high: 9 }))).toEqual([]);
});

test('a count that waits for an answer is asked about whenever it was, of the sites of the plan alone', () => {
  const asked = [
    { siteId: 5, date: '2026-11-20', served: 310, low: 120, high: 160 },
    { siteId: 99, date: '2026-11-20', served: 310, low: 120, high: 160 },
    { siteId: null, date: '2026-11-20', served: 310, low: 120, high: 160 },
  ];
  expect(attentionOf(ordinary(), thursday, words, asked)).toMatchObject([
    { siteId: 5, site: 'Site 5', reason: 'slip', dates: ['2026-11-20'] },
  ]);
});

test('the worst comes first', () => {
  const rows = change(
    change(ordinary(), 1, { model: 'mean-of-4' }),
    7,
    { order: 147, capacity: 140, flags: ['unknown-holidays', 'over-capacity'] },
    friday,
  );
  expect(briefly(rows).map(({ reason }) => reason)).toEqual(['unknown-holidays', 'over-capacity', 'by-rule']);
});
