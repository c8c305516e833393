import type { Plan, PlanRow } from '../../../../electron/api/records.ts';
import { type WeekSheetWords, weekSheetHtml } from '../../../../renderer/pages/week/print-week.ts';
import { weekOfPlan } from '../../../../renderer/pages/week/week-model.ts';
import { approvedOf, decisionOf, planRow } from './rows.ts';

const plan: Plan = {
  asOf: '2026-12-11',
  from: '2026-12-17',
  to: '2026-12-18',
  serviceLevel: 0.8,
  days: ['2026-12-17', '2026-12-18'].map((date, i) => ({
    date,
    closed: i === 0 ? null : 'closure',
    label: null,
    dishes: [],
    flags: [],
    strikeSites: 0,
  })),
  rows: [planRow({ site: 'Les <Tilleuls> & Cie' })],
  totals: [{ date: '2026-12-17', order: 142, mean: 137, low: 129, high: 145 }],
  refused: [],
};

const words: WeekSheetWords = {
  language: 'fr',
  font: '',
  title: 'Commandes de la semaine 51',
  dates: '17 – 18 décembre 2026',
  made: 'Faite le lundi 14 décembre 2026',
  level: 'niveau de service 80 %',
  total: 'Total',
  city: 'Ville',
  dayNames: ['jeu. 17', 'ven. 18'],
  closed: [null, 'Fermeture'],
  approved: [null, null],
  sums: 'commandé, total probable',
  noOrder: 'pas de commande enregistrée',
  changed: 'modifiée à la main',
  validated: 'validée',
  kind: () => 'Mat. + élém.',
  count: String,
  countOrDash: (n) => (n === null ? '–' : String(n)),
  signed: (n) => (n > 0 ? `+${n}` : String(n)),
  served: (n) => `servi ${n}`,
  revision: (n) => `${n} à corriger`,
};

test('the printed week has every order, the closed days and when it was made', () => {
  const html = weekSheetHtml(weekOfPlan(plan), words);
  expect(html).toContain('<b>142</b>');
  expect(html).toContain('129–145');
  expect(html).toContain('Fermeture');
  expect(html).toContain('Faite le lundi 14 décembre 2026');
});

test('names are written as text, never as markup', () => {
  const html = weekSheetHtml(weekOfPlan(plan), words);
  expect(html).toContain('Les &lt;Tilleuls&gt; &amp; Cie');
  expect(html).not.toContain('<Tilleuls>');
});

test('what a person changed and what is validated is marked, and the marks explained', () => {
  const decided = (decision: PlanRow['decision']) => ({ ...plan, rows: [planRow({ order: 150, decision })] });
  const changed = decisionOf(150, { recommended: 142, source: 'override' });
  expect(weekSheetHtml(weekOfPlan(plan), words)).not.toContain('modifiée à la main');
  expect(weekSheetHtml(weekOfPlan(decided(changed)), words)).toContain('modifiée à la main</footer>');
  const approved = decisionOf(150, { approved: approvedOf({ approvedQuantity: 147, correction: 3 }) });
  const said = { ...words, approved: ['15 déc. 2026, 10 h 42, C. Morel', null] };
  const html = weekSheetHtml(weekOfPlan(decided(approved)), said);
  expect(html).toContain('15 déc. 2026, 10 h 42, C. Morel</small></th>');
  expect(html).toContain('<small>+3</small> <b>150</b>');
  expect(html).toContain('validée</footer>');
});

test('a validated order that a person had changed keeps its pencil beside the padlock', () => {
  const row = planRow({
    order: 150,
    decision: decisionOf(150, {
      recommended: 142,
      source: 'override',
      approved: approvedOf({ approvedQuantity: 150 }),
    }),
  });
  const html = weekSheetHtml(weekOfPlan({ ...plan, rows: [row] }), words);
  expect(html).toMatch(/<td>(<svg.+?<\/svg>){2} <b>150<\/b>/);
  expect(html).toContain('modifiée à la main &nbsp; ');
});

test('of a day that is past the printed week has ordered, served and difference, or that no order is on record', () => {
  const today = '2026-12-18';
  const past = (row: PlanRow) => weekSheetHtml(weekOfPlan({ ...plan, rows: [row] }, null, today), words);
  const decision = decisionOf(142, { approved: approvedOf() });
  const ordered = past(planRow({ served: 135, decision: { ...decision, recorded: true } }));
  expect(ordered).toContain('<b>142</b> <small>servi 135 -7</small>');
  expect(ordered).not.toContain('129–145');
  const unknown = past(planRow({ served: 135, decision: { ...decisionOf(142), recorded: false } }));
  expect(unknown).toContain('<td>– <small>servi 135</small></td>');
  expect(unknown).toContain('– pas de commande enregistrée');
  // Nothing was ordered: the sum is not known either, and never 0.
  expect(unknown).toMatch(/<tfoot>.*<td>–<\/td>/);
});

test('what is to be corrected stands on the printed week', () => {
  const decision = decisionOf(142, { approved: approvedOf(), revision: { quantity: 117, difference: -25 } });
  expect(weekSheetHtml(weekOfPlan({ ...plan, rows: [planRow({ decision })] }), words)).toContain(
    '<small>-25 à corriger</small>',
  );
});
