import type { AgeClass, Catalogue, Portion } from '../../api/records.ts';
import { formatNumber } from '../../service/messages/format.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { table } from '../terminal/table.ts';

const ages: readonly AgeClass[] = ['M', 'E', 'C', 'A'];

function cells({ unit, amounts, cookingLoss }: Portion, { language, texts }: Terminal): readonly string[] {
  const number = (n: number) => formatNumber(n, language, Number.isInteger(n) ? 0 : 2);
  return [
    texts.provision.units[unit],
    ...ages.map((age) => (amounts[age] === null ? '–' : number(amounts[age]))),
    texts.cli.percent(cookingLoss),
  ];
}

function readable({ foods, dishes }: Catalogue, terminal: Terminal): string {
  const { provision: catalogue, fieldNames } = terminal.texts;
  const columns = [
    { title: fieldNames.food },
    { title: fieldNames.unit },
    ...ages.map((age) => ({ title: catalogue.classes[age], align: 'right' as const })),
    { title: fieldNames.loss, align: 'right' as const },
    { title: '' },
  ];
  const rows = [
    ...dishes.map(({ name, portion }) => [name, ...cells(portion, terminal), catalogue.said]),
    ...foods.map(({ name, portion, said, unverified }) => [
      name,
      ...cells(portion, terminal),
      said !== null ? catalogue.said : unverified.length === ages.length ? catalogue.unverified : '',
    ]),
  ];
  return table(columns, rows);
}

/** The portions in force: what was said, else the defaults. */
export const portionsCommand: Command = {
  options: {},
  words: [0, 0],
  async run(terminal) {
    const catalogue = await terminal.call('catalogue.read', {});
    terminal.answer({ foods: catalogue.foods, dishes: catalogue.dishes }, () =>
      readable(catalogue, terminal),
    );
    return 0;
  },
};
