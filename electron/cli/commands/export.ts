import type { DataKind, Sheet } from '../../api/records.ts';
import type { Arguments, Command, Terminal } from '../command.ts';
import { UsageError } from '../errors.ts';
import { formatOf, kindOf, kitchenOf, writeSheet } from '../file-format.ts';
import { levelOf, levelOptions } from '../level-options.ts';
import { textOption } from '../parse-line.ts';

const orderKinds = ['supplier', 'kitchen', 'delivery'] as const;
const dataKinds = [
  'attendance',
  'menus',
  'servings',
  'enrolment',
  'sites',
  'site-names',
  'school-names',
  'closures',
] as const satisfies readonly DataKind[];

const listKinds = ['packs', 'portions'] as const;

type OrderKind = (typeof orderKinds)[number];
type ListKind = (typeof listKinds)[number];

const isOrder = (kind: string): kind is OrderKind => orderKinds.some((known) => known === kind);
const isList = (kind: string): kind is ListKind => listKinds.some((known) => known === kind);

/** Records or lists, as a table that can be imported again. */
function dataFile(kind: DataKind | ListKind, out: string, terminal: Terminal): Promise<Sheet> {
  const format = formatOf(out, terminal);
  if (format !== 'csv' && format !== 'xlsx') {
    throw new UsageError(terminal.texts.cli.sheet.unknownFormat(out, ['csv', 'xlsx']));
  }
  return isList(kind)
    ? terminal.call('provision.export', { kind, format })
    : terminal.call('data.export', { kind, format });
}

function orderFile(kind: OrderKind, out: string, given: Arguments, terminal: Terminal): Promise<Sheet> {
  const needed = (name: string) => {
    const date = textOption(given, name);
    if (date === undefined) {
      throw new UsageError(terminal.texts.cli.missingOption(`--${name}`));
    }
    return date;
  };
  return terminal.call('orders.export', {
    kind,
    from: needed('from'),
    to: needed('to'),
    format: formatOf(out, terminal),
    ...kitchenOf(given, terminal),
    ...levelOf(given, terminal.texts),
  });
}

export const exportCommand: Command = {
  options: {
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    kitchen: { type: 'string' },
    out: { type: 'string' },
    ...levelOptions,
  },
  words: [0, 0],
  required: ['kind', 'out'],
  async run(terminal, given) {
    const out = textOption(given, 'out') ?? '';
    const kind = kindOf(given, [...orderKinds, ...dataKinds, ...listKinds], terminal) ?? 'supplier';
    const file = isOrder(kind)
      ? await orderFile(kind, out, given, terminal)
      : await dataFile(kind, out, terminal);
    await writeSheet(out, file, terminal);
    const period = isOrder(kind) ? { from: textOption(given, 'from'), to: textOption(given, 'to') } : {};
    terminal.answer({ file: out, mime: file.mime, kind, ...period }, () => terminal.texts.cli.written(out));
    return 0;
  },
};
