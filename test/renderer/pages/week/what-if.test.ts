import type { WhatIfAnswer } from '../../../../electron/api/records.ts';
import {
  classOf,
  closuresFor,
  isSupposed,
  NOTHING,
  outcomeOf,
  peopleOf,
  refusalOf,
} from '../../../../renderer/pages/week/what-if-model.ts';
import { planRow } from './rows.ts';

const both = [false, true];
const outcomes = both.flatMap((strike) =>
  both.flatMap((away) =>
    both.map((guests) => ({
      strike,
      away,
      guests,
      order: 142 - (strike ? 9 : 0) - (away ? 24 : 0) + (guests ? 6 : 0),
      mean: 137,
      low: 129,
      high: 145,
    })),
  ),
);
const answer: WhatIfAnswer = {
  onStrike: false,
  away: 0,
  outcomes,
  strikes: { days: 0, asUsual: 0, fewer: 0, far: 0 },
};
const all = { strike: true, away: true, guests: true };

describe('what is supposed', () => {
  test('is found among the outcomes, alone and together', () => {
    expect(outcomeOf(answer, NOTHING)?.order).toBe(142);
    expect(outcomeOf(answer, { ...NOTHING, away: true })?.order).toBe(118);
    expect(outcomeOf(answer, all)?.order).toBe(115);
    expect([NOTHING, { ...NOTHING, guests: true }].map(isSupposed)).toEqual([false, true]);
  });

  test('is a class of 24, of a small site at most half', () => {
    expect([137, 48, 30, 1, 0].map(classOf)).toEqual([24, 24, 15, 1, 1]);
  });

  test('is a whole number of people, from 1 to 999', () => {
    expect(['24', ' 6 ', '', '0', '-3', '2,5', '1000', 'dix'].map(peopleOf)).toEqual([
      24,
      6,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('becomes a strike and an outing; children who were away already stay away', () => {
    const row = planRow();
    const place = { from: row.date, siteId: row.siteId };
    expect(closuresFor(row, { ...answer, away: 10 }, all, 24)).toEqual([
      { ...place, kind: 'strike' },
      { ...place, kind: 'outing', absent: 34 },
    ]);
    expect(closuresFor(row, answer, { ...NOTHING, guests: true }, 24)).toEqual([]);
  });

  test('cannot be put on record for a past day, a frozen order, or to call a strike off', () => {
    const row = planRow();
    const { decision } = row;
    const approved = {
      version: 1,
      by: null,
      automatic: true,
      at: '2026-12-15T12:00',
      approvedQuantity: 142,
      sending: null,
      correction: 0,
    };
    const before = '2026-12-01';
    expect(refusalOf(row, answer, all, before)).toBeNull();
    expect(refusalOf(row, answer, all, row.date)).toBe('past');
    expect(refusalOf({ ...row, decision: { ...decision, approved } }, answer, all, before)).toBe('frozen');
    expect(refusalOf(row, { ...answer, onStrike: true }, all, before)).toBe('called-off');
    expect(refusalOf(row, { ...answer, onStrike: true }, { ...all, strike: false }, before)).toBeNull();
  });
});
