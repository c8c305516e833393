import type { RecordedDishRow, RecordRow } from '../../../../electron/api/records.ts';
import type { PortionFacts } from '../../../../renderer/format/typed-value.ts';
import {
  type Cell,
  cellKey,
  changeOf,
  detailsOf,
  headCountFor,
  keptText,
  noDrafts,
  portionFacts,
  taken,
} from '../../../../renderer/pages/record/served-model.ts';

const dish: RecordedDishRow = {
  dish: 'Riz',
  course: 'side',
  prepared: 60,
  served: null,
  left: 4,
  ranOut: false,
  ranOutAt: null,
  reused: 1,
  thrown: 3,
  reason: null,
  grams: 120,
};
const row: RecordRow = {
  siteId: 1,
  site: 'Lilas',
  siteKind: 'M/E',
  date: '2026-12-14',
  closed: null,
  ordered: 70,
  headCount: 66,
  headCountAdults: 5,
  headCountByClass: { M: 25, E: 41 },
  classes: ['M', 'E'],
  leftWeighed: null,
  seats: 80,
  children: 64,
  manual: true,
  file: null,
  entered: null,
  served: { A: 6, M: 24, E: 40 },
  seconds: { children: 9, A: 2 },
  prepared: 72,
  left: 8,
  reason: null,
  note: '',
  difference: -6,
  forecast: null,
  state: 'complete',
  due: false,
  dishes: [dish],
  findings: [],
};
const nothingPlanned = () => null;
/** The sheet of the day has 80 portions of everything. */
const sheet = () => 80;
const unknown = { grams: null, prepared: null };
const meal = (field: Cell['field']): Cell => ({ dish: null, field });
const ofRiz = (field: Cell['field']): Cell => ({ dish: 'Riz', field });

test('every field shows what is kept of it', () => {
  const fields = [
    'children',
    'adults',
    'left',
    'M',
    'E',
    'secondHelpings',
    'adultSecondHelpings',
    'prepared',
  ] as const;
  expect(fields.map((field) => keptText(row, meal(field)))).toEqual([
    '64',
    '6',
    '8',
    '24',
    '40',
    '9',
    '2',
    '72',
  ]);
  const ofDish = ['prepared', 'left', 'reused', 'thrown', 'ranOut'] as const;
  expect(ofDish.map((field) => keptText(row, ofRiz(field)))).toEqual(['60', '4', '1', '3', '']);
});

test('second helpings have a field for each class told apart, and in one where that is on record', () => {
  const nothing = { ...row, seconds: {} };
  const ofAll = ['adultSecondHelpings', 'prepared'];
  expect(detailsOf({ ...nothing, classes: [] })).toEqual(['secondHelpings', ...ofAll]);
  expect(detailsOf(nothing)).toEqual(['M', 'E', 'secondsM', 'secondsE', ...ofAll]);
  expect(detailsOf({ ...nothing, classes: ['E', 'C'] })).toEqual([
    'E',
    'C',
    'secondsE',
    'secondsC',
    ...ofAll,
  ]);
  expect(detailsOf(row)).toContain('secondHelpings');
  const apart = { ...row, seconds: { M: 2, E: 5 } };
  expect((['secondsM', 'secondsE'] as const).map((field) => keptText(apart, meal(field)))).toEqual([
    '2',
    '5',
  ]);
});

test('a number, its taking away, a class and a dish ask for their own entry', () => {
  const entry = (cell: Cell, text: string) => {
    const change = changeOf(cell, text, unknown);
    return change.type === 'entry' ? change.entry : change.problem;
  };
  expect(entry(meal('adults'), '1 204')).toEqual({ adults: 1204 });
  expect(entry(meal('secondHelpings'), '')).toEqual({ secondHelpings: null });
  expect(entry(meal('M'), '24')).toEqual({ childrenByClass: { M: 24 } });
  expect(entry(meal('secondsE'), '3')).toEqual({ secondHelpingsByClass: { E: 3 } });
  expect(entry(ofRiz('thrown'), '3')).toEqual({ dishes: [{ dish: 'Riz', thrown: 3 }] });
  expect(entry(ofRiz('ranOut'), '12h25')).toEqual({
    dishes: [{ dish: 'Riz', ranOut: true, ranOutAt: '12:25' }],
  });
});

test.each([
  ['text', 'beaucoup', 'not-whole'],
  ['a letter for a digit', '1O', 'not-whole'],
  ['half a meal', '2,5', 'not-whole'],
  ['a negative number', '−3', 'negative'],
  ['more than any town', '100001', 'too-large'],
])('%s is refused at its field in every column, with what to write instead', (_, text, problem) => {
  for (const cell of [
    meal('children'),
    meal('left'),
    meal('E'),
    meal('secondHelpings'),
    ofRiz('prepared'),
    ofRiz('thrown'),
  ]) {
    expect(changeOf(cell, text, unknown)).toEqual({ type: 'wrong', problem });
  }
});

test.each([
  ['by weight', '2,4 kg', 20],
  ['in grams', '350g', 3],
  ['in tenths of what was prepared', '3/10', 18],
  ['in half tenths', '3.5 / 10', 21],
  ['in portions', '7', 7],
  ['weighed without a portion’s weight', '2,4 kg', 'no-weight', { grams: null }],
  ['in tenths of nothing', '3/10', 'no-prepared', { prepared: null }],
  ['in more than ten tenths', '12/10', 'above-tray'],
  ['weighed in tonnes', '20000 kg', 'too-large'],
  ['in a part that is no tenth', '1/3', 'not-whole'],
])('what is left of a dish is typed %s', (_, text, expected, without: Partial<PortionFacts> = {}) => {
  const facts = { ...portionFacts(row, ofRiz('left'), noDrafts, nothingPlanned), ...without };
  const change = changeOf(ofRiz('left'), text, facts);
  expect(change).toEqual(
    typeof expected === 'number'
      ? { type: 'entry', entry: { dishes: [{ dish: 'Riz', left: expected }] } }
      : { type: 'wrong', problem: expected },
  );
  // What was prepared, and meals of the whole, are counted.
  if (text !== '7') expect(changeOf(ofRiz('prepared'), text, facts).type).toBe('wrong');
});

test('tenths are of what is typed as prepared, before it is kept', () => {
  const cell = ofRiz('prepared');
  const drafts = new Map([[cellKey({ dish: 'Riz', field: 'prepared' }), { cell, text: '50' }]]);
  expect(portionFacts(row, ofRiz('left'), drafts, nothingPlanned)).toMatchObject({ prepared: 50 });
  // A sheet says nothing over what is typed or kept.
  expect(portionFacts(row, ofRiz('left'), drafts, sheet)).toMatchObject({ prepared: 50, planned: null });
  expect(portionFacts(row, ofRiz('left'), noDrafts, sheet)).toMatchObject({ prepared: 60, planned: null });
});

describe('where nobody said what was prepared, the day’s sheet does', () => {
  const open: RecordRow = { ...row, dishes: [{ ...dish, prepared: null, left: null }] };
  const entry = (field: Cell['field'], text: string) => {
    const change = changeOf(ofRiz(field), text, portionFacts(open, ofRiz(field), noDrafts, sheet));
    return change.type === 'entry' ? change.entry.dishes?.[0] : change.problem;
  };

  test('with the first word of what became of the dish', () => {
    expect(entry('left', '4')).toEqual({ dish: 'Riz', left: 4, prepared: 80 });
    expect(entry('left', '3/10')).toEqual({ dish: 'Riz', left: 24, prepared: 80 });
    expect(entry('ranOut', '12:25')).toMatchObject({ ranOutAt: '12:25', prepared: 80 });
    expect(entry('thrown', '2')).toEqual({ dish: 'Riz', thrown: 2, prepared: 80 });
  });

  test('not with what is typed itself, taken away, or more than there can have been', () => {
    expect(entry('prepared', '90')).toEqual({ dish: 'Riz', prepared: 90 });
    expect(entry('left', '')).toEqual({ dish: 'Riz', left: null });
    expect(entry('ranOut', '')).toEqual({ dish: 'Riz', ranOut: null, ranOutAt: null });
    expect(entry('left', '81')).toEqual({ dish: 'Riz', left: 81 });
  });
});

test('no time, and a time that there is not, are refused', () => {
  for (const text of ['tard', '25:10', '12:61']) {
    expect(changeOf(ofRiz('ranOut'), text, unknown)).toEqual({ type: 'wrong', problem: 'not-time' });
  }
});

test('= stands for the head count: children, adults, and both where portions are prepared', () => {
  const cells = [
    meal('children'),
    meal('adults'),
    meal('prepared'),
    ofRiz('prepared'),
    meal('left'),
    ofRiz('thrown'),
  ];
  expect(cells.map((cell) => headCountFor(row, cell))).toEqual([66, 5, 71, 71, null, null]);
  // Of a class where it was counted apart.
  expect([meal('M'), meal('E')].map((cell) => headCountFor(row, cell))).toEqual([25, 41]);
  expect(headCountFor({ ...row, headCountByClass: {} }, meal('M'))).toBeNull();
});

test('taken is what was prepared less what was left; at least that where it ran out', () => {
  expect(taken(dish)).toEqual({ portions: 56, atLeast: false });
  expect(taken({ ...dish, left: null, ranOut: true })).toEqual({ portions: 60, atLeast: true });
  expect(taken({ ...dish, ranOut: true })).toBeNull();
  expect(taken({ ...dish, left: 61 })).toBeNull();
});
