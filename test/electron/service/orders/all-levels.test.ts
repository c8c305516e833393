import type { WeekPlan } from '../../../../electron/api/records.ts';
import { messagesIn } from '../../../../electron/service/messages/messages.ts';
import { withSeats } from '../../../../renderer/pages/week/seats-attention.ts';
import { planAtLevel } from '../../../../renderer/shell/plan-at-level.ts';
import { value } from '../support/asking.ts';
import { canteens, clock, friday, plan, rowOfCanteen, thursday, week } from '../support/two-canteens.ts';

const levels = Array.from({ length: 46 }, (_, i) => (50 + i) / 100);
const { attention: words } = messagesIn('fr');
/** As it is shown: with the sites over their seats at that level, and without what the other levels need. */
const shown = (asked: WeekPlan): WeekPlan => ({
  ...asked,
  attention: withSeats(asked.attention, asked.rows, clock.today, words['over-capacity']),
  rows: asked.rows.map(({ byLevel: _, ...row }) => row),
});

test('a page shows another level from the plan that it has, as the service answers it', async () => {
  const { service, jaures, fontaine } = await canteens();
  // Above the seats at some levels and not at others.
  const capacity = rowOfCanteen(await plan(service), jaures, thursday).order - 1;
  await value(service, 'sites.update', { siteId: jaures, capacity });
  const siteDays = [{ siteId: jaures, date: friday }];
  await value(service, 'orders.approve', { from: friday, to: friday, siteDays });
  await value(service, 'orders.override', {
    overrides: [{ siteId: fontaine, date: thursday, quantity: 55, reason: 'sortie' }],
  });
  await value(service, 'orders.headCounts', {
    headCounts: [
      { siteId: fontaine, date: week.from, counts: { A: 3 } },
      { siteId: jaures, date: week.from, counts: { E: 118, A: 3 } },
    ],
  });
  const asked = await value(service, 'plan.week', { ...week, allLevels: true });
  expect(asked.rows.filter(({ byLevel }) => byLevel === undefined)).toHaveLength(1);
  const answers = new Set<string>();
  for (const level of levels) {
    const answer = await plan(service, level);
    expect(shown(planAtLevel(asked, level))).toEqual(answer);
    const { order, flags } = rowOfCanteen(answer, jaures, thursday);
    answers.add(`${flags.includes('over-capacity')} ${order > capacity}`);
  }
  expect([...answers].sort()).toEqual(['false false', 'true true']);
});

test('a row that is shown again at a level is the same, and is not drawn again', async () => {
  const { service } = await canteens();
  const asked = await value(service, 'plan.week', { ...week, allLevels: true });
  expect(planAtLevel(asked, asked.serviceLevel)).toBe(asked);
  const [before] = planAtLevel(asked, 0.9).rows;
  expect(planAtLevel({ ...asked }, 0.9).rows[0]).toBe(before);
});
