import type { Input, Method } from '../../../../electron/api/contract.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { value } from '../support/asking.ts';
import { friday, thursday, tuesday } from '../support/two-canteens.ts';

/** Makes a call that succeeds; its answer, and the number of the edit where it was one. */
export async function doing<M extends Method>(service: Service, method: M, input: Input<M>) {
  const result = await service.call(method, input, { language: 'fr' });
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  return { output: result.value, edits: result.edit === undefined ? [] : [result.edit] };
}

export const portion = {
  scope: { type: 'food' as const, food: 'roast' },
  portion: { unit: 'g' as const, amounts: { M: 60.1, E: 90.3, C: 120, A: 130 }, purchaseFactor: 1.1 },
};

type Doing = (service: Service, sites: { jaures: number; fontaine: number }) => Promise<readonly number[]>;

const one =
  <M extends Method>(method: M, input: (sites: { jaures: number; fontaine: number }) => Input<M>): Doing =>
  async (service, sites) =>
    (await doing(service, method, input(sites))).edits;

const diners = (siteId: number, kitchenId: number | null) => ({
  ...{ siteId, kitchenId, shares: { M: 0.3, E: 0.7, C: 0, A: 0 }, adults: 4 },
  ...{ diets: { noPork: 1, vegetarian: 2, allergy: 0 }, samples: 1, note: 'Au fond de la cour' },
});

const pattern = { weekdays: [1, 2, 4], everyOtherWeek: [] };
const reading = { kind: 'attendance', columns: { date: 0, site: 1, served: 2 } } as const;
const profile = { shape: ['QUAND', 'OU', 'MIDI'], reading, file: 'a.csv', at: '2026-01-05T09:00' };

async function waitingName(service: Service, name: string): Promise<number> {
  const questions = await value(service, 'questions.list', {});
  return questions.find((question) => question.name === name)?.id ?? 0;
}

/** What pages offer to take back, one after the other on the same data. */
export const edits: Readonly<Record<string, Doing>> = {
  'an order of one’s own': one('orders.override', ({ jaures }) => ({
    overrides: [{ siteId: jaures, date: thursday, quantity: 131, reason: 'Sortie' }],
  })),
  'back to the recommendation': one('orders.override', ({ jaures }) => ({
    overrides: [{ siteId: jaures, date: thursday, quantity: null }],
  })),
  'orders validated': one('orders.approve', () => ({ from: thursday, to: thursday })),
  'an order corrected': one('orders.revise', ({ jaures }) => ({
    siteId: jaures,
    date: thursday,
    quantity: 99,
  })),
  'an order opened': one('orders.reopen', ({ jaures }) => ({
    versions: [2, 1].map((version) => ({ siteId: jaures, date: thursday, version })),
  })),
  'a roll-call': one('orders.headCount', ({ jaures }) => ({
    siteId: jaures,
    date: tuesday,
    counts: { M: 50, E: 70, A: 9 },
  })),
  'another roll-call': one('orders.headCount', ({ jaures }) => ({
    siteId: jaures,
    date: tuesday,
    counts: { all: 3 },
  })),
  'a roll-call taken away': one('orders.headCount', ({ jaures }) => ({
    siteId: jaures,
    date: tuesday,
    counts: null,
  })),
  'a strike in place of the file’s, and an order, as was supposed': one('plan.applyWhatIf', ({ jaures }) => ({
    closures: [{ from: friday, siteId: null, kind: 'strike' }],
    override: { siteId: jaures, date: friday, quantity: 77, reason: '' },
  })),
  'orders of two days validated': one('orders.approve', ({ jaures, fontaine }) => ({
    from: tuesday,
    to: thursday,
    siteDays: [
      { siteId: jaures, date: tuesday },
      { siteId: fontaine, date: thursday },
    ],
  })),
  'roll-calls of a day': one('orders.headCounts', ({ jaures, fontaine }) => ({
    headCounts: [jaures, fontaine].map((siteId) => ({ siteId, date: tuesday, counts: { all: 90 } })),
  })),
  'a closure removed': one('closures.remove', () => ({
    closures: [{ date: friday, siteId: null, kind: 'strike' }],
  })),
  'served counts beside the staff’s': one('attendance.save', ({ jaures }) => ({
    siteId: jaures,
    days: [
      { date: '2026-01-12', served: 118 },
      { date: '2025-12-24', served: 12 },
    ],
  })),
  'a month typed over a file, with a strike': one('attendance.enter', ({ jaures }) => ({
    entries: [
      { siteId: jaures, date: '2025-12-11', text: '91' },
      { siteId: jaures, date: '2026-01-09', text: '92' },
      { siteId: jaures, date: '2026-01-12', text: 'grève' },
    ],
    sure: true,
  })),
  'a count taken away': one('attendance.save', ({ jaures }) => ({
    siteId: jaures,
    days: [{ date: '2026-01-12', served: null }],
  })),
  'a menu of every site': one('menus.save', () => ({
    date: thursday,
    siteId: null,
    dishes: [{ dish: 'Omelette', course: 'main', choice: null }],
  })),
  'a menu of one site': one('menus.save', ({ fontaine }) => ({
    date: thursday,
    siteId: fontaine,
    dishes: [],
  })),
  'the file’s menu again': one('menus.save', () => ({ date: thursday, siteId: null, dishes: null })),
  'how often a family comes': one('menus.limit', () => ({ family: 'fish', limit: { least: null, most: 3 } })),
  'a dish’s family': async (service) => {
    const [dish] = await value(service, 'dishes.list', {});
    return (await doing(service, 'dishes.correct', { key: dish?.key ?? '', family: 'red-meat' })).edits;
  },
  'portions, guests, and a kitchen with its sites': one('catalogue.save', ({ jaures, fontaine }) => ({
    entries: [
      { type: 'guests', diners: diners(jaures, null) },
      { type: 'portion', rule: { ...portion, portion: { ...portion.portion, purchaseFactor: 1.2 } } },
      {
        type: 'kitchen',
        kitchen: { id: null, name: 'Nord', pools: true },
        siteIds: [jaures, fontaine],
      },
    ],
  })),
  'a site that leaves its kitchen': one('catalogue.save', ({ fontaine }) => ({
    entries: [{ type: 'kitchen', kitchen: { id: 2, name: 'Nord', pools: true }, siteIds: [fontaine] }],
  })),
  'purchase orders sent': one('orders.send', () => ({ from: thursday, to: thursday })),
  'a supplier’s confirmation': async (service) => {
    const [order] = await value(service, 'orders.sent', { from: thursday, to: thursday });
    const ref = order?.lines[0]?.ref ?? '';
    return (await doing(service, 'orders.confirm', { lines: [{ ref, quantity: 1 }] })).edits;
  },
  'purchase orders recalled': async (service) => {
    const sent = await value(service, 'orders.sent', { from: thursday, to: thursday });
    const orders = sent.map(({ supplier, date, version }) => ({ supplier, date, version }));
    return (await doing(service, 'orders.recall', { orders })).edits;
  },
  'a kitchen removed': one('catalogue.remove', () => ({ keys: [{ type: 'kitchen', id: 2 }] })),
  'a supplier and portions removed': one('catalogue.remove', () => ({
    keys: [
      { type: 'supplier', id: 1 },
      { type: 'portion', scope: portion.scope },
    ],
  })),
  settings: one('settings.save', () => ({ serviceLevel: 0.7, person: 'A. Petit' })),
  'a site renamed and corrected': one('sites.update', ({ jaures }) => ({
    siteId: jaures,
    name: 'Jean Jaurès (nouveau)',
    sector: 'Nord',
    capacity: 144,
    usual: 110,
    enrolment: { schoolYear: 2025, children: 131 },
  })),
  'a site with its enrolment': one('sites.add', () => ({
    name: 'Les Acacias',
    kind: 'E',
    capacity: 80,
    enrolled: 75,
  })),
  'a name that is a site': async (service, { jaures }) => {
    const id = await waitingName(service, 'J. Jaurès');
    const answer = { type: 'site', siteId: jaures } as const;
    return (await doing(service, 'questions.answer', { id, kind: 'site', answer })).edits;
  },
  'a name that is a new site': async (service) => {
    const id = await waitingName(service, 'Prévert');
    const answer = { type: 'new-site' } as const;
    return (await doing(service, 'questions.answer', { id, kind: 'site', answer })).edits;
  },
  'what was served on a day, with its dishes': one('attendance.record', ({ jaures }) => ({
    date: '2026-01-13',
    siteId: jaures,
    served: 111,
    dishes: [{ dish: 'Rôti de dinde', served: 100, left: 4 }],
  })),
  'what was served and left after a meal': one('records.save', ({ jaures }) => ({
    entries: [
      {
        siteId: jaures,
        date: '2026-01-12',
        children: 104,
        adults: 5,
        dishes: [{ dish: 'Rôti de dinde', prepared: 110, left: 3 }],
      },
    ],
  })),
  'the same, corrected': one('records.save', ({ jaures }) => ({
    entries: [
      { siteId: jaures, date: '2026-01-12', children: 105, dishes: [{ dish: 'Rôti de dinde', left: 2 }] },
    ],
  })),
  'a profile of files': one('profiles.import', () => ({ version: 1, profiles: [profile] })),
  'a profile removed': async (service) => {
    const [profile] = await value(service, 'profiles.list', {});
    return (await doing(service, 'profiles.remove', { id: profile?.id ?? 0 })).edits;
  },
  'a site’s service week': one('sites.saveServiceWeek', ({ jaures }) => ({
    siteId: jaures,
    from: '2026-01-14',
    week: { term: pattern, holidays: { weekdays: [], everyOtherWeek: [] } },
  })),
  'the usual service week again': one('sites.removeServiceWeek', ({ jaures }) => ({
    siteId: jaures,
    from: '2026-01-14',
  })),
  'holidays entered by hand': one('calendar.saveHoliday', () => ({
    name: 'Pont',
    from: '2026-05-14',
    to: '2026-05-15',
  })),
  'days confirmed as served': one('calendar.confirmDays', () => ({ from: thursday, to: friday })),
  'a day opened': one('calendar.openDay', ({ jaures }) => ({ date: '2026-01-21', siteId: jaures })),
  'an import undone': async (service) => {
    const [, , { batch }] = (await value(service, 'imports.list', {})) as [
      unknown,
      unknown,
      { batch: number },
    ];
    return (await doing(service, 'imports.undo', { batch })).edits;
  },
  'the import of the sites undone': async (service) => {
    const imports = await value(service, 'imports.list', {});
    return (await doing(service, 'imports.undo', { batch: imports.at(-1)?.batch ?? 0 })).edits;
  },
  'a rule of orders': one('orderRules.save', ({ jaures }) => ({
    siteId: jaures,
    rule: { type: 'lead', days: 2, at: '10:00' },
  })),
};
