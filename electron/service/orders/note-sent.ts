import { removeOrderSendings, saveOrderSendings } from '../../../db/order-sendings.ts';
import { listOrders } from '../../../db/orders.ts';
import type { OrderRecord } from '../../../forecasting/domain/records.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { OrderVersion, SendingAnswer } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { personOfSettings } from './override.ts';
import { checkDates, refusePast } from './site-days.ts';

type Period = Pick<Input<'orders.noteUnsent'>, 'from' | 'to' | 'siteIds'>;

interface InForce {
  readonly siteId: number;
  readonly order: OrderRecord;
  readonly version: OrderVersion;
}

/** The orders of today and later in a period. Those of days that are past are history. */
function ordersIn(context: Context, { from, to, siteIds }: Period): readonly OrderRecord[] {
  const { db, today } = context;
  checkDates(context, from, to);
  refusePast(context, [to]);
  return listOrders(db, from < today ? today : from, to).filter(
    ({ siteId }) => siteId !== null && (siteIds?.includes(siteId) ?? true),
  );
}

function inForceOf(order: OrderRecord): readonly InForce[] {
  const { siteId } = order;
  const version = order.versions.at(-1);
  return siteId === null || !version ? [] : [{ siteId, order, version }];
}

const isNoted = ({ order, version }: InForce) =>
  order.sendings.some((sending) => sending.version === version.version);

const keyOf = ({ siteId, order: { date }, version: { version } }: InForce) => ({ siteId, date, version });

/** Notes that the approved orders of a period were sent. Nothing of them changes. */
export function noteSent(context: Context, input: Input<'orders.noteSent'>): SendingAnswer {
  const { db, models, now } = context;
  const { sentAt = now } = input;
  refuseFuture(context, sentAt);
  const orders = ordersIn(context, input);
  const inForce = orders.flatMap(inForceOf);
  const toNote = inForce.filter((one) => !isNoted(one));
  const sending = {
    recipient: input.recipient.normalize('NFC'),
    sentAt,
    by: personOfSettings(context),
    at: now,
  };
  models.keeping(db, () =>
    saveOrderSendings(
      db,
      toNote.map((one) => ({ ...keyOf(one), sending: { ...sending, version: one.version.version } })),
    ),
  );
  return {
    noted: toNote.map(keyOf),
    already: inForce.length - toNote.length,
    open: orders.filter(({ override, versions }) => override !== null && versions.length === 0).length,
  };
}

/** Takes the note from the versions in force: nobody says any more that they were sent. */
export function noteUnsent(context: Context, input: Input<'orders.noteUnsent'>): Output<'orders.noteUnsent'> {
  const { db, models } = context;
  const keys = ordersIn(context, input).flatMap(inForceOf).filter(isNoted).map(keyOf);
  return { removed: models.keeping(db, () => removeOrderSendings(db, keys)) };
}

/** What has not happened yet cannot be noted. */
export function refuseFuture({ now, language }: Pick<Context, 'now' | 'language'>, sentAt: string): void {
  if (sentAt <= now) return;
  const [date = '', time = ''] = sentAt.split('T');
  throw new ServiceError('refused', (t) => t.orders.sentInFuture(spelledDate(date, language), time));
}
