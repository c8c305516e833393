import { ruleDraftOf, ruleOf } from '../../../../../renderer/pages/settings/order-rule/rule-draft.ts';

describe('an order rule being typed', () => {
  test('comes back as it was saved', () => {
    const lead = { type: 'lead', days: 7, at: '12:00' } as const;
    const weekly = { type: 'weekly', deadlines: [{ weekday: 2, at: '09:30', serves: [4, 5] }] } as const;
    expect(ruleOf(ruleDraftOf(lead))).toEqual(lead);
    expect(ruleOf(ruleDraftOf(weekly))).toEqual(weekly);
    expect(ruleOf(ruleDraftOf(null))).toBeNull();
  });

  test('is not a rule before it is complete', () => {
    const draft = ruleDraftOf({ type: 'lead', days: 7, at: '12:00' });
    expect(ruleOf({ ...draft, days: '' })).toBeUndefined();
    expect(ruleOf({ ...draft, days: '-1' })).toBeUndefined();
    expect(ruleOf({ ...draft, days: '99' })).toBeUndefined();
    expect(ruleOf({ ...draft, at: '' })).toBeUndefined();
    expect(ruleOf({ ...draft, type: 'weekly', deadlines: [] })).toBeUndefined();
    expect(
      ruleOf({ ...draft, type: 'weekly', deadlines: [{ weekday: 1, at: '12:00', serves: [] }] }),
    ).toBeUndefined();
  });
});
