import { resolve } from 'node:path';
import type { DataKind, Sheet } from '../../api/records.ts';
import { dataKinds } from '../../api/schemas.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { formatOf, kindOf, kitchenOf, writeSheet } from '../terminal/file-format.ts';
import { findSite } from '../terminal/find-site.ts';
import { levelOptions, serviceLevelInput } from '../terminal/level-options.ts';
import { textOption } from '../terminal/parse-line.ts';

const orderKinds = ['supplier', 'kitchen', 'delivery'] as const;
const listKinds = ['packs', 'portions'] as const;

type OrderKind = (typeof orderKinds)[number];
type ListKind = (typeof listKinds)[number];
type Kind = OrderKind | ListKind | DataKind | 'model' | 'return-sheet';

const isRecords = (kind: string): kind is DataKind => dataKinds.some((known) => known === kind);
const isOrder = (kind: string): kind is OrderKind => orderKinds.some((known) => known === kind);
const isList = (kind: string): kind is ListKind => listKinds.some((known) => known === kind);

/** Records or lists, as a table that can be imported again; or the workbook to fill in. */
function dataFile(kind: DataKind | ListKind | 'model', out: string, terminal: Terminal): Promise<Sheet> {
  const format = formatOf(out, terminal);
  const isTable = format === 'xlsx' || (format === 'csv' && kind !== 'model');
  if (!isTable) {
    const formats = kind === 'model' ? ['xlsx'] : ['csv', 'xlsx'];
    throw new UsageError(terminal.texts.cli.sheet.unknownFormat(out, formats));
  }
  if (kind === 'model') return terminal.call('data.model', {});
  return isList(kind)
    ? terminal.call('catalogue.export', { kind, format })
    : terminal.call('data.export', {
        kind,
        format,
        tickets: [terminal.service.registerTarget(resolve(out))],
      });
}

function periodOf(given: Arguments, terminal: Terminal): { readonly from: string; readonly to: string } {
  const needed = (name: string) => {
    const date = textOption(given, name);
    if (date === undefined) {
      throw new UsageError(terminal.texts.cli.missingOption(`--${name}`));
    }
    return date;
  };
  return { from: needed('from'), to: needed('to') };
}

function orderFile(kind: OrderKind, out: string, given: Arguments, terminal: Terminal): Promise<Sheet> {
  return terminal.call('orders.export', {
    kind,
    ...periodOf(given, terminal),
    format: formatOf(out, terminal),
    ...kitchenOf(given, terminal),
    ...serviceLevelInput(given, terminal.texts),
  });
}

/** Is the order kept as sent? What is kept is what the file has: the orders of every kitchen. */
function isSent({ values }: Arguments, kind: Kind, terminal: Terminal): boolean {
  const sent = values.sent === true || values.corrections === true;
  if (sent && (kind !== 'supplier' || values.kitchen !== undefined)) {
    throw new UsageError(terminal.texts.cli.orders.sent.suppliersOnly);
  }
  return sent;
}

/** Writes the order of the suppliers and keeps it as sent; nothing is kept where it cannot be written. */
async function writeSent(out: string, given: Arguments, terminal: Terminal): Promise<Sheet> {
  const asked = { ...periodOf(given, terminal), ...serviceLevelInput(given, terminal.texts) };
  const corrections = given.values.corrections === true;
  // Before the file is made: it has the corrections.
  const orders = corrections ? (await terminal.call('orders.send', { ...asked, corrections })).sent : [];
  try {
    const file = await orderFile('supplier', out, given, terminal);
    await writeSheet(out, file, terminal);
    if (!corrections) await terminal.call('orders.send', asked);
    return file;
  } catch (problem) {
    if (orders.length > 0) await terminal.call('orders.recall', { orders });
    throw problem;
  }
}

/** Sheets to be filled in and sent back: of one site a workbook, of all an archive of workbooks. */
async function writeReturnSheets(out: string, given: Arguments, terminal: Terminal): Promise<Sheet> {
  const named = textOption(given, 'site');
  const ending = named === undefined ? 'zip' : 'xlsx';
  if (!out.toLowerCase().endsWith(`.${ending}`)) {
    throw new UsageError(terminal.texts.cli.sheet.unknownFormat(out, [ending]));
  }
  const site = named === undefined ? null : findSite(named, await terminal.call('sites.list', {}), terminal);
  const file = await terminal.call('returns.make', {
    ...periodOf(given, terminal),
    ...(site === null ? {} : { siteId: site.id }),
  });
  await writeSheet(out, file, terminal);
  return file;
}

async function write(kind: Kind, out: string, given: Arguments, terminal: Terminal): Promise<Sheet> {
  if (isSent(given, kind, terminal)) return writeSent(out, given, terminal);
  if (kind === 'return-sheet') return writeReturnSheets(out, given, terminal);
  const file = isOrder(kind)
    ? await orderFile(kind, out, given, terminal)
    : await dataFile(kind, out, terminal);
  // Records are written as they are read.
  if (!isRecords(kind)) await writeSheet(out, file, terminal);
  return file;
}

export const exportCommand: Command = {
  options: {
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    kitchen: { type: 'string' },
    site: { type: 'string' },
    out: { type: 'string' },
    sent: { type: 'boolean' },
    corrections: { type: 'boolean' },
    ...levelOptions,
  },
  words: [0, 0],
  required: ['kind', 'out'],
  async run(terminal, given) {
    const out = textOption(given, 'out') ?? '';
    const kind =
      kindOf(given, [...orderKinds, ...dataKinds, ...listKinds, 'model', 'return-sheet'], terminal) ??
      'supplier';
    const file = await write(kind, out, given, terminal);
    const period =
      isOrder(kind) || kind === 'return-sheet'
        ? { from: textOption(given, 'from'), to: textOption(given, 'to') }
        : {};
    terminal.answer({ file: out, mime: file.mime, kind, ...period }, () => terminal.texts.cli.written(out));
    return 0;
  },
};
