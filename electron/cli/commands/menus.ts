import { attributeNames } from '../../api/menu-balance.ts';
import type { DishAttribute, MenuBalance } from '../../api/records.ts';
import { spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { formatOf, writeSheet } from '../terminal/file-format.ts';
import { findSite } from '../terminal/find-site.ts';
import { textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

function readable(found: MenuBalance, { texts, language }: Terminal): string {
  const { balance } = texts;
  const { firstDay, lastDay, meals, rows, incomplete, unknown } = found;
  if (firstDay === null || lastDay === null) return balance.none;
  const date = (day: string) => spelledDate(day, language);
  const { columns } = balance;
  return [
    balance.title(meals, date(firstDay), date(lastDay)),
    '',
    table(
      [
        { title: '' },
        { title: columns.criterion },
        { title: columns.rule },
        { title: columns.times, align: 'right' },
        { title: columns.verdict },
        { title: balance.checkColumn },
      ],
      rows.map(({ criterion, bound, limit, times, possible, verdict, toCheck }) => [
        String(criterion),
        balance.criteria[`c${criterion}`],
        balance.bounds[bound](limit),
        balance.upTo(times, possible),
        balance.verdicts[verdict],
        toCheck ? balance.toCheck : '',
      ]),
    ),
    '',
    balance.rule,
    ...incomplete.map((meal) =>
      balance.incomplete(date(meal.date), meal.missing.map((part) => balance.parts[part]).join(', ')),
    ),
    ...(unknown.length === 0 ? [] : [balance.unknown(unknown.map(({ name }) => name).join(', '))]),
  ].join('\n');
}

/** What the line states of a dish; `null`: nothing. */
function stated(given: Arguments, { texts: { balance } }: Terminal) {
  const [name, attribute, has] = (['dish', 'attribute', 'has'] as const).map((one) => textOption(given, one));
  if (name === undefined && attribute === undefined && has === undefined) return null;
  if (name === undefined || attribute === undefined || has === undefined) throw new UsageError(balance.whole);
  const known: DishAttribute | undefined = attributeNames.find((one) => one === attribute);
  if (known === undefined) throw new UsageError(balance.badAttribute(attributeNames.join(', ')));
  if (has !== 'yes' && has !== 'no' && has !== 'auto') throw new UsageError(balance.badValue);
  return { name, attribute: known, has: has === 'auto' ? null : has === 'yes' };
}

/** The 15 criteria of annexe I over the last 20 served meals, or the register; states what counts of a dish first. */
export const menusCommand: Command = {
  options: {
    site: { type: 'string' },
    to: { type: 'string' },
    dish: { type: 'string' },
    attribute: { type: 'string' },
    has: { type: 'string' },
    register: { type: 'string' },
  },
  words: [0, 0],
  async run(terminal, given) {
    const change = stated(given, terminal);
    if (change !== null) await terminal.call('dishes.stateAttribute', change);
    const [site, to] = [textOption(given, 'site'), textOption(given, 'to')];
    const sites = site === undefined ? [] : await terminal.call('sites.list', {});
    const asked = {
      ...(site === undefined ? {} : { siteId: findSite(site, sites, terminal).id }),
      ...(to === undefined ? {} : { to }),
    };
    const out = textOption(given, 'register');
    if (out !== undefined) {
      const sheet = await terminal.call('menus.register', { ...asked, format: formatOf(out, terminal) });
      await writeSheet(out, sheet, terminal);
      terminal.answer({ file: out, mime: sheet.mime }, () => terminal.texts.cli.written(out));
      return 0;
    }
    const found = await terminal.call('menus.balance', asked);
    terminal.answer(found, () => readable(found, terminal));
    return 0;
  },
};
