import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

/** A school that counts portions of dishes and nobody at the door: at first for some weeks, then for months. */
const folder = temporaryFolder();
const day = { BONNE_MESURE_TODAY: '2026-01-14' };
const on = (data: string, ...words: string[]) => runCliProcess([...words, '--data', join(folder, data)], day);
const week = ['--from', '2026-01-12', '--to', '2026-01-16'];

const menu = `date;Plat;Produit laitier
15/01/2026;Poulet rôti OU Gratin de courgettes;Yaourt
16/01/2026;Poulet rôti OU Gratin de courgettes;Yaourt
`;

/** On Thursdays more of the chicken, on Fridays of the gratin; never a word of how many came. */
function servingsCsv(from: string): string {
  const lines = ['date;site;type;plat;servi'];
  for (let date = from; date <= '2026-01-13'; date = addDays(date, 1)) {
    const of = weekday(toDay(date));
    if (![1, 2, 4, 5].includes(of)) continue;
    const wave = (toDay(date) * 7) % 5;
    const chicken = of === 4 ? 60 + wave : 40 + wave;
    lines.push(`${date};LES PRÉS;E;Poulet rôti;${chicken}`);
    lines.push(`${date};LES PRÉS;E;Gratin de courgettes;${100 - chicken}`);
    lines.push(`${date};LES PRÉS;E;Yaourt;${70 + wave}`);
  }
  return `${lines.join('\n')}\n`;
}

async function town(data: string, from: string): Promise<void> {
  const servings = writeUnder(folder, `${data}.csv`, servingsCsv(from));
  expect((await on(data, 'import', servings, '--kind', 'servings', '--answer', 'new-sites=yes')).code).toBe(
    0,
  );
  expect((await on(data, 'import', writeUnder(folder, 'menus.csv', menu))).code).toBe(0);
}

interface Dish {
  readonly dish: string;
  readonly portions: number;
  readonly low: number;
  readonly high: number;
  readonly grams: number | null;
}
interface PortionsOfDay {
  readonly site: string;
  readonly date: string;
  readonly dishes: readonly Dish[];
}

async function portionsOf(data: string) {
  const ended = await on(data, 'plan', ...week, '--dishes', '--json');
  expect(ended.code).toBe(0);
  const { rows, portions } = JSON.parse(ended.stdout);
  return { rows, portions: portions as readonly PortionsOfDay[] };
}

beforeAll(async () => {
  await town('weeks', '2025-11-24');
  await town('months', '2025-03-03');
}, 120_000);

test.each([
  ['weeks', 'each dish by itself'],
  ['months', 'as shares of those who take something'],
])(
  'after %s a place that counts portions alone has its dishes planned: %s',
  async (data) => {
    const { rows, portions } = await portionsOf(data);
    expect(rows).toEqual([]);
    expect(portions.map(({ site, date }) => [site, date])).toEqual([
      ['LES PRÉS', '2026-01-15'],
      ['LES PRÉS', '2026-01-16'],
    ]);
    const [thursday] = portions;
    const of = (dish: string) => thursday?.dishes.find((one) => one.dish === dish) as Dish;
    expect(of('Poulet rôti').portions).toBeGreaterThan(50);
    expect(of('Poulet rôti').portions).toBeLessThan(80);
    expect(of('Gratin de courgettes').portions).toBeLessThan(of('Poulet rôti').portions + 10);
    for (const { low, high, portions: made } of thursday?.dishes ?? []) {
      expect(low).toBeLessThan(high);
      expect(made).toBeGreaterThanOrEqual(low);
    }
    expect(of('Poulet rôti').grams).toBeGreaterThan(0);
  },
  120_000,
);

test('the sheets and files have them, and say that the number of diners is not known', async () => {
  const made = (name: string) => readFileSync(join(folder, name), 'utf8');
  const write = async (name: string, ...words: string[]) => {
    const ended = await on('weeks', ...words, '--out', join(folder, name));
    expect(ended.code).toBe(0);
    return made(name);
  };
  const { portions } = await portionsOf('weeks');
  const [chicken] = portions[0]?.dishes ?? [];
  const production = await write('production.html', 'sheet', '--kind', 'production', '--date', '2026-01-15');
  expect(production).toContain('nombre de convives non connu');
  expect(production).toContain('Poulet rôti');
  expect(production).toContain(`<b>${chicken?.portions}</b>`);
  const delivery = await write('delivery.html', 'sheet', '--kind', 'delivery', '--date', '2026-01-15');
  expect(delivery).toContain('Gratin de courgettes');
  const order = await write('order.csv', 'export', '--kind', 'supplier', ...week);
  expect(order).toContain('Poulet rôti');
  const kitchen = await write('kitchen.csv', 'export', '--kind', 'kitchen', ...week);
  expect(kitchen).toContain('LES PRÉS');
}, 120_000);

test('in words: why it has no order, and what is made of each dish', async () => {
  const french = await on('weeks', 'plan', ...week, '--dishes');
  expect(french.code).toBe(0);
  expect(french.stdout).toContain('Portions comptées sans les convives');
  expect(french.stdout).toMatch(/LES PRÉS\s+Poulet rôti\s+\d+/);
  const english = await on('weeks', 'plan', ...week, '--dishes', '--lang', 'en');
  expect(english.stdout).toContain('Portions are counted without diners');
  // Without its dishes there is nothing to order.
  expect((await on('weeks', 'plan', ...week)).code).toBe(2);
}, 120_000);

test('beside sites that count their diners, it is one more place that is cooked for', async () => {
  await town('both', '2025-11-24');
  const attendance = writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
  await on('both', 'import', attendance);
  for (const question of ['2', '3']) expect((await on('both', 'answer', question, '--new')).code).toBe(0);
  const { rows, portions } = await portionsOf('both');
  expect(new Set(rows.map(({ site }: PortionsOfDay) => site))).toEqual(
    new Set(['LES TILLEULS', 'LA FONTAINE']),
  );
  expect(portions).toHaveLength(2);
  const out = join(folder, 'tout.html');
  expect((await on('both', 'sheet', '--kind', 'production', '--date', '2026-01-15', '--out', out)).code).toBe(
    0,
  );
  expect(readFileSync(out, 'utf8')).toContain('LES PRÉS');
  const called = join(folder, 'appel.html');
  expect(
    (await on('both', 'sheet', '--kind', 'roll-call', '--date', '2026-01-15', '--out', called)).code,
  ).toBe(0);
  expect(readFileSync(called, 'utf8')).not.toContain('LES PRÉS');
}, 120_000);
