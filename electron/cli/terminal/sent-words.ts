import type { Language, SentOrder } from '../../api/records.ts';
import { formatSigned, spelledDate } from '../../service/messages/format.ts';
import type { Messages } from '../../service/messages/messages.ts';

/** To whom an order was sent and when, and how much more or less was ordered since. */
export function sentWords(
  { recipient, sentAt, difference }: Pick<SentOrder, 'recipient' | 'sentAt' | 'difference'>,
  { cli: { orders } }: Messages,
  language: Language,
): readonly string[] {
  const sent = orders.sentTo(recipient, spelledDate(sentAt, language), sentAt.slice(11));
  return difference === 0 ? [sent] : [sent, orders.sinceSent(formatSigned(difference, language))];
}
