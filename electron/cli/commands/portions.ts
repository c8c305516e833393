import type { AgeClass, Portion, Provision } from '../../api/records.ts';
import { formatNumber } from '../../service/messages/format.ts';
import type { Command, Terminal } from '../command.ts';
import { table } from '../table.ts';

const ages: readonly AgeClass[] = ['M', 'E', 'C', 'A'];

function cells({ unit, amounts, cookingLoss }: Portion, { language, texts }: Terminal): readonly string[] {
  const number = (n: number) => formatNumber(n, language, Number.isInteger(n) ? 0 : 2);
  return [
    texts.provision.units[unit],
    ...ages.map((age) => (amounts[age] === null ? '–' : number(amounts[age]))),
    texts.cli.percent(cookingLoss),
  ];
}

function readable({ foods, dishes }: Provision, terminal: Terminal): string {
  const { provision, fieldNames } = terminal.texts;
  const columns = [
    { title: fieldNames.food },
    { title: fieldNames.unit },
    ...ages.map((age) => ({ title: provision.classes[age], align: 'right' as const })),
    { title: fieldNames.loss, align: 'right' as const },
    { title: '' },
  ];
  const rows = [
    ...dishes.map(({ name, portion }) => [name, ...cells(portion, terminal), provision.said]),
    ...foods.map(({ name, portion, said, unverified }) => [
      name,
      ...cells(portion, terminal),
      said !== null ? provision.said : unverified.length === ages.length ? provision.unverified : '',
    ]),
  ];
  return table(columns, rows);
}

/** The portions in force: what was said, else the defaults. */
export const portionsCommand: Command = {
  options: {},
  words: [0, 0],
  async run(terminal) {
    const provision = await terminal.call('provision.read', {});
    terminal.answer({ foods: provision.foods, dishes: provision.dishes }, () =>
      readable(provision, terminal),
    );
    return 0;
  },
};
