import type { Input, Method } from '../../electron/api/contract.ts';
import { addDays, toDay, weekday } from '../../forecasting/calendar/day.ts';

type Random = () => number;

/** What an action may name: ids as they are now, some of them of what is gone. */
export interface Scene {
  readonly random: Random;
  readonly siteIds: readonly number[];
  readonly batches: readonly number[];
  readonly names: readonly { readonly id: number; readonly kind: 'site' | 'school' }[];
  readonly dishKeys: readonly string[];
  readonly campaignIds: readonly number[];
  readonly orders: readonly { readonly siteId: number; readonly date: string; readonly version: number }[];
  readonly refs: readonly string[];
  readonly sent: readonly { readonly supplier: string; readonly date: string; readonly version: number }[];
  readonly closures: Input<'closures.remove'>['closures'];
  readonly suppliers: readonly number[];
  readonly kitchens: readonly number[];
}

export interface Action {
  readonly method: Method;
  readonly input: unknown;
}

const action = <M extends Method>(method: M, input: Input<M>): Action => ({ method, input });

/** The Tuesday on which the walk takes place, and the week that is planned. */
export const today = '2026-01-13';
export const week = { from: '2026-01-12', to: '2026-01-23' };
const past = ['2026-01-05', '2026-01-06', '2026-01-08', '2026-01-09', '2026-01-12'];
const ahead = ['2026-01-15', '2026-01-16', '2026-01-19', '2026-01-20', '2026-01-22', '2026-01-23'];
const dishes = ['Riz', 'Rôti de dinde', 'Omelette', 'Compote', 'Poisson pané'];

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
const upTo = (most: number, random: Random) => Math.floor(random() * (most + 1));
const orNull = <T>(value: T, random: Random) => (random() < 0.3 ? null : value);
const days = (random: Random) => {
  const from = pick(ahead, random);
  return { from, to: addDays(from, upTo(2, random)) };
};
const site = ({ siteIds, random }: Scene) => pick(siteIds, random);

/** A file of attendance of one or two sites, one of them perhaps new, over some days that may be on record. */
export function attendanceFile({ random }: Scene): string {
  const lines = ['site_nom;site_type;date;reel'];
  const from = addDays('2025-12-01', upTo(30, random));
  for (let date = from; date <= addDays(from, 9); date = addDays(date, 1)) {
    if (![1, 2, 4, 5].includes(weekday(toDay(date)))) continue;
    lines.push(`${random() < 0.5 ? 'Jean Jaurès' : 'Les Lilas'};E;${date};${100 + upTo(30, random)}`);
    if (random() < 0.2) lines.push(`Jean Jaures bis;E;${date};${90 + upTo(9, random)}`);
  }
  return `${lines.join('\n')}\n`;
}

const service = ({ random }: Scene) => ({
  weekdays: [1, 2, 4, 5].filter(() => random() < 0.8),
  everyOtherWeek: [],
});
const counted = (random: Random) => upTo(160, random);

/** What people change, each with figures by chance. Some of it is refused, and must then have changed nothing. */
export const actionKinds: readonly ((scene: Scene) => Action)[] = [
  (s) => action('orders.approve', { ...days(s.random), confirmHolidays: true }),
  (s) =>
    action('orders.override', {
      overrides: [
        {
          siteId: site(s),
          date: pick(ahead, s.random),
          quantity: orNull(counted(s.random), s.random),
          reason: 'Sortie',
        },
      ],
    }),
  (s) =>
    action('orders.revise', { siteId: site(s), date: pick(ahead, s.random), quantity: counted(s.random) }),
  (s) =>
    action('orders.reopen', {
      versions: s.orders.length > 0 ? [pick(s.orders, s.random)] : [{ siteId: 1, date: today, version: 1 }],
    }),
  (s) => action('orders.noteSent', { ...days(s.random), recipient: 'Cuisine' }),
  (s) => action('orders.noteUnsent', days(s.random)),
  (s) =>
    action('orders.headCount', {
      siteId: site(s),
      date: today,
      counts: s.random() < 0.2 ? null : { all: counted(s.random) },
    }),
  (s) =>
    action('orders.headCounts', {
      headCounts: s.siteIds.map((siteId) => ({
        siteId,
        date: today,
        counts: { M: counted(s.random), E: counted(s.random), A: 4 },
      })),
    }),
  (s) => action('orders.send', days(s.random)),
  (s) =>
    action('orders.recall', {
      orders: s.sent.length > 0 ? [pick(s.sent, s.random)] : [{ supplier: 'Ferme', date: today, version: 1 }],
    }),
  (s) =>
    action('orders.confirm', {
      lines: [
        {
          ref: s.refs.length > 0 ? pick(s.refs, s.random) : '20260115-0123456789',
          quantity: upTo(20, s.random),
        },
      ],
    }),
  (s) =>
    action('plan.applyWhatIf', {
      closures: [{ from: pick(ahead, s.random), siteId: orNull(site(s), s.random), kind: 'strike' }],
      override: null,
    }),
  (s) =>
    action('closures.save', {
      closures: [
        {
          ...days(s.random),
          siteId: orNull(site(s), s.random),
          kind: pick(['strike', 'closure'] as const, s.random),
        },
      ],
    }),
  (s) =>
    action('closures.save', {
      closures: [
        {
          from: pick(ahead, s.random),
          siteId: site(s),
          kind: 'outing',
          absent: orNull(upTo(60, s.random), s.random),
        },
      ],
    }),
  (s) =>
    action('closures.remove', {
      closures:
        s.closures.length > 0
          ? [pick(s.closures, s.random)]
          : [{ date: today, siteId: null, kind: 'strike' }],
    }),
  (s) =>
    action('records.save', {
      entries: [
        {
          siteId: site(s),
          date: pick(past, s.random),
          children: orNull(counted(s.random), s.random),
          adults: upTo(9, s.random),
          sure: true,
          dishes: [{ dish: pick(dishes, s.random), prepared: counted(s.random), left: upTo(9, s.random) }],
        },
      ],
    }),
  (s) =>
    action('attendance.save', {
      siteId: site(s),
      days: [{ date: pick(past, s.random), served: orNull(counted(s.random), s.random) }],
    }),
  (s) =>
    action('attendance.enter', {
      entries: [
        {
          siteId: site(s),
          date: pick(past, s.random),
          text: pick(['91', 'grève', '', '120', 'x'], s.random),
        },
      ],
      sure: true,
    }),
  (s) =>
    action('attendance.record', {
      siteId: site(s),
      date: pick(past, s.random),
      served: counted(s.random),
      dishes: [{ dish: pick(dishes, s.random), served: upTo(90, s.random) }],
      sure: true,
    }),
  (s) =>
    action('menus.save', {
      date: pick(ahead, s.random),
      siteId: orNull(site(s), s.random),
      dishes: orNull([{ dish: pick(dishes, s.random), course: 'main', choice: null }], s.random),
    }),
  (s) =>
    action('menus.limit', {
      family: 'fish',
      limit: orNull({ least: null, most: 1 + upTo(4, s.random) }, s.random),
    }),
  (s) =>
    action('dishes.correct', {
      key: pick(s.dishKeys.length > 0 ? s.dishKeys : ['RIZ'], s.random),
      family: pick(['red-meat', 'fish'] as const, s.random),
    }),
  (s) =>
    action('catalogue.save', {
      entries: [
        {
          type: 'pack',
          rule: {
            scope: { type: 'food', food: 'roast' },
            supplierId: s.suppliers[0] ?? null,
            sizes: [
              {
                name: 'Carton',
                content: { type: 'amount', amount: 500 + upTo(5000, s.random), unit: 'g' },
                price: upTo(40, s.random),
              },
            ],
            minimum: upTo(3, s.random),
            stocks: [],
            keeps: s.random() < 0.5,
          },
        },
      ],
    }),
  (s) =>
    action('catalogue.save', {
      entries: [
        {
          type: 'portion',
          rule: {
            scope: { type: 'food', food: 'roast' },
            portion: {
              unit: 'g',
              amounts: { M: 50, E: 60 + upTo(40, s.random), C: 100, A: 120 },
              purchaseFactor: orNull(1.2, s.random),
            },
          },
        },
      ],
    }),
  (s) =>
    action('catalogue.save', {
      entries: [
        {
          type: 'supplier',
          supplier: {
            id: orNull(s.suppliers[0] ?? null, s.random),
            name: pick(['Ferme', 'Laiterie'], s.random),
            rule: null,
          },
        },
      ],
    }),
  (s) =>
    action('catalogue.save', {
      entries: [
        {
          type: 'kitchen',
          kitchen: { id: s.kitchens[0] ?? null, name: 'Centrale', pools: s.random() < 0.5 },
          siteIds: s.siteIds.filter(() => s.random() < 0.5),
        },
      ],
    }),
  (s) =>
    action('catalogue.remove', {
      keys: [
        { type: 'portion', scope: { type: 'food', food: 'roast' } },
        ...(s.suppliers[0] === undefined || s.random() < 0.7
          ? []
          : [{ type: 'supplier' as const, id: s.suppliers[0] }]),
      ],
    }),
  (s) =>
    action('orderRules.save', {
      siteId: orNull(site(s), s.random),
      rule: orNull({ type: 'lead', days: upTo(4, s.random), at: '00:00' }, s.random),
    }),
  (s) => action('calendar.saveHoliday', { name: 'Pont', ...days(s.random) }),
  (s) =>
    action('calendar.openDay', {
      date: pick(['2026-01-14', '2026-01-21'], s.random),
      siteId: orNull(site(s), s.random),
    }),
  (s) =>
    action('calendar.closeDay', {
      date: pick(['2026-01-14', '2026-01-21'], s.random),
      siteId: orNull(site(s), s.random),
    }),
  (s) => action('calendar.confirmDays', days(s.random)),
  (s) =>
    action('sites.saveServiceWeek', {
      siteId: site(s),
      from: '2026-01-14',
      week: { term: service(s), holidays: { weekdays: [], everyOtherWeek: [] } },
    }),
  (s) => action('sites.removeServiceWeek', { siteId: site(s), from: '2026-01-14' }),
  (s) =>
    action('sites.add', {
      name: `Site ${upTo(6, s.random)}`,
      kind: pick(['E', 'M'] as const, s.random),
      capacity: 80,
      enrolled: orNull(75, s.random),
    }),
  (s) =>
    action('sites.update', {
      siteId: site(s),
      name: pick(['Jean Jaurès', 'La Fontaine', 'Autre', 'Les Lilas'], s.random),
      capacity: 100 + upTo(100, s.random),
      enrolment: { schoolYear: 2025, children: counted(s.random) },
    }),
  (s) => action('sites.merge', { siteId: site(s), into: site(s) }),
  (s) =>
    action('sites.remove', {
      siteId: pick(s.siteIds.slice(2).length > 0 ? s.siteIds.slice(2) : s.siteIds, s.random),
    }),
  (s) =>
    action('questions.answer', {
      ...(s.names.length > 0 ? pick(s.names, s.random) : { id: 1, kind: 'site' as const }),
      answer: s.random() < 0.5 ? { type: 'new-site' } : { type: 'site', siteId: site(s) },
    }),
  (s) => action('settings.save', { serviceLevel: 0.5 + 0.45 * s.random(), person: 'A. Petit' }),
  (s) => action('settings.save', { zone: pick(['A', 'B', 'C', 'auto'] as const, s.random) }),
  (s) =>
    action('weighings.saveCampaign', { id: null, siteId: site(s), from: '2026-01-05', to: '2026-01-09' }),
  (s) =>
    action('weighings.saveDay', {
      campaignId: s.campaignIds.length > 0 ? pick(s.campaignIds, s.random) : 1,
      date: pick(past, s.random),
      distributed: counted(s.random),
      masses: [{ source: 'plates', part: 'edible', gross: upTo(9000, s.random) }],
    }),
  (s) =>
    action('weighings.removeCampaign', { id: s.campaignIds.length > 0 ? pick(s.campaignIds, s.random) : 1 }),
  (s) => action('imports.undo', { batch: pick(s.batches, s.random) }),
];
