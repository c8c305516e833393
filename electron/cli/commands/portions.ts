import type { AgeClass, Catalogue, DishPortionRecord, FoodRecord } from '../../api/records.ts';
import { factorNote } from '../../service/catalogue/factor-note.ts';
import { formatFactor, formatNumber } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

const ages: readonly AgeClass[] = ['M', 'E', 'C', 'A'];

type Shown = Pick<FoodRecord, 'portion' | 'usualFactors' | 'factorUnknown' | 'factorQuestion'> &
  Pick<DishPortionRecord, 'usualFactor'>;

function cells(shown: Shown, { language, texts }: Terminal): readonly string[] {
  const { unit, amounts, purchaseFactor } = shown.portion;
  const number = (n: number) => formatNumber(n, language, Number.isInteger(n) ? 0 : 2);
  return [
    texts.provision.units[unit],
    ...ages.map((age) => (amounts[age] === null ? '–' : number(amounts[age]))),
    purchaseFactor === null ? '–' : formatFactor(purchaseFactor, language),
    factorNote(shown, texts, language),
  ];
}

function readable({ foods, dishes }: Catalogue, terminal: Terminal): string {
  const { provision: catalogue, fieldNames } = terminal.texts;
  const columns = [
    { title: fieldNames.food },
    { title: fieldNames.unit },
    ...ages.map((age) => ({ title: catalogue.classes[age], align: 'right' as const })),
    { title: fieldNames.factor, align: 'right' as const },
    { title: '' },
    { title: '' },
  ];
  const rows = [
    ...dishes.map((dish) => [dish.name, ...cells({ ...dish, usualFactors: [] }, terminal), catalogue.said]),
    ...foods.map((food) => [
      food.name,
      ...cells({ ...food, usualFactor: null }, terminal),
      food.said !== null
        ? catalogue.said
        : food.unverified.length === ages.length
          ? catalogue.unverified
          : '',
    ]),
  ];
  return table(columns, rows);
}

/** What `--factor` states of what; `null`: nothing is stated. An empty factor takes it away. */
function stated(given: Arguments, { texts }: Terminal) {
  const [food, dish, written] = (['food', 'dish', 'factor'] as const).map((name) => textOption(given, name));
  const name = food ?? dish;
  if (name === undefined && written === undefined) return null;
  if (name === undefined || written === undefined || (food !== undefined && dish !== undefined)) {
    throw new UsageError(texts.provision.factor.whole);
  }
  const number = Number(written.replace(',', '.').replace('−', '-'));
  if (Number.isNaN(number)) throw new UsageError(texts.provision.factor.notANumber(written));
  const nature = dish === undefined ? ('food' as const) : ('dish' as const);
  return { name, nature, factor: written.trim() === '' ? null : number };
}

/** The portions in force: what was said, else the defaults; with `--factor` a purchase factor is stated first. */
export const portionsCommand: Command = {
  options: { food: { type: 'string' }, dish: { type: 'string' }, factor: { type: 'string' } },
  words: [0, 0],
  async run(terminal, given) {
    const factor = stated(given, terminal);
    if (factor !== null) await terminal.call('catalogue.factor', factor);
    const catalogue = await terminal.call('catalogue.read', {});
    terminal.answer({ foods: catalogue.foods, dishes: catalogue.dishes }, () =>
      readable(catalogue, terminal),
    );
    return 0;
  },
};
