import type { SendingAnswer } from '../../api/records.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { textOption } from '../terminal/parse-line.ts';
import { recallLast } from './sent.ts';

interface Period {
  readonly from: string;
  readonly to: string;
}

/** « 2026-01-12 09:10 » is taken as « 2026-01-12T09:10 ». */
function sentAtOf(given: Arguments): { readonly sentAt?: string } {
  const at = textOption(given, 'at');
  return at === undefined ? {} : { sentAt: at.trim().replace(/\s+/, 'T') };
}

/** The purchase orders of one supplier, who is whom they were sent to. */
async function notePurchaseOrder(period: Period, given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { sending } = terminal.texts.cli.orders;
  const supplier = textOption(given, 'supplier') ?? '';
  if (given.values.recipient !== undefined || given.values.site !== undefined) {
    throw new UsageError(sending.supplierAlone);
  }
  if (given.values.undo === true) return recallLast(terminal, period, supplier);
  const input = { ...period, suppliers: [supplier], ...sentAtOf(given) };
  const corrections = given.values.corrections === true;
  const { sent, already } = await terminal.call('orders.send', { ...input, corrections });
  terminal.answer({ sent, already }, () => sending.purchaseOrders(sent.length, already));
  return sent.length + already > 0 ? 0 : 2;
}

function readable({ noted, already, open }: SendingAnswer, { texts }: Terminal): string {
  const { sending } = texts.cli.orders;
  return [sending.noted(noted.length, already), ...(open > 0 ? [sending.open(open)] : [])].join('\n');
}

/** The approved orders of meals of a period, or those of one site. */
async function noteMeals(period: Period, given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { sending } = terminal.texts.cli.orders;
  const asked = textOption(given, 'site');
  const sites = asked === undefined ? [] : await terminal.call('sites.list', {});
  const input = {
    ...period,
    ...(asked === undefined ? {} : { siteIds: [findSite(asked, sites, terminal).id] }),
  };
  if (given.values.undo === true) {
    const answer = await terminal.call('orders.noteUnsent', input);
    terminal.answer(answer, () => sending.unsent(answer.removed.length));
    return answer.removed.length > 0 ? 0 : 2;
  }
  const recipient = textOption(given, 'recipient')?.trim() ?? '';
  if (recipient === '') throw new UsageError(sending.recipientMissing);
  const answer = await terminal.call('orders.noteSent', { ...input, recipient, ...sentAtOf(given) });
  terminal.answer(answer, () => readable(answer, terminal));
  return answer.noted.length + answer.already > 0 ? 0 : 2;
}

/** Notes that approved orders, or the purchase orders of a supplier, were sent; `--undo` takes the note back. */
export const sendCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    recipient: { type: 'string' },
    at: { type: 'string' },
    site: { type: 'string' },
    supplier: { type: 'string' },
    corrections: { type: 'boolean' },
    undo: { type: 'boolean' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  run(terminal, given) {
    const period = { from: textOption(given, 'from') ?? '', to: textOption(given, 'to') ?? '' };
    return given.values.supplier === undefined
      ? noteMeals(period, given, terminal)
      : notePurchaseOrder(period, given, terminal);
  },
};
