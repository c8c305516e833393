import type { IsoDate, PurchaseOrder, PurchaseOrderLine, SentStamp } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CopyOrder } from './copy-order.tsx';
import { NoteBon } from './note-bon.tsx';
import { OneKitchen } from './one-kitchen.tsx';
import { OrderLines, ProductLines } from './order-lines.tsx';
import { productLines, type SupplierState, supplierStates, written } from './sent-model.ts';
import { useRecall, useSend } from './use-send.ts';

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What left for each supplier, what has to be corrected since, and every version. */
export function PurchaseOrders({ from, to }: Period) {
  const { t } = useTranslation();
  const plan = useApiQuery('plan.dishes', { from, to }, { keep: () => true });
  const sent = useApiQuery('orders.sent', { from, to }, { keep: () => true });
  const late = useDelayed(plan.loading);
  const states = supplierStates(plan.data?.suppliers ?? [], sent.data ?? []);
  const error = plan.error ?? sent.error;
  return (
    <section className="sent" aria-labelledby="sent-title">
      <h3 id="sent-title">{t('orderFile.sentTitle')}</h3>
      {late && <ProgressView progress={plan.progress} onCancel={plan.cancel} />}
      {error && <ErrorNotice error={error} onClose={plan.again} />}
      {plan.data && states.length === 0 && <p className="mute">{t('orderFile.nothing')}</p>}
      {states.some(({ toOrder }) => toOrder.length > 0) && <OneKitchen />}
      <ul aria-live="polite">
        {states.map((state) => (
          <Supplier key={state.supplier ?? ''} state={state} period={{ from, to }} />
        ))}
      </ul>
    </section>
  );
}

function Supplier({ state, period }: { readonly state: SupplierState; readonly period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const send = useSend();
  const recall = useRecall();
  const { supplier, corrections, toOrder, last, versions } = state;
  const name = supplier ?? t('orderFile.noSupplier');
  const own = { ...period, suppliers: [supplier] };
  const noted = t('sending.notedBon', { name });
  const days = [...Map.groupBy(toOrder, ({ date }) => date)].map(([date, lines]) => ({
    date,
    lines,
    products: productLines(lines),
  }));
  const count = days.reduce(
    (sum, { lines, products }) => sum + (supplier === null ? products : lines).length,
    0,
  );
  return (
    <li>
      <p>
        <b>{name}</b> <States state={state} />{' '}
        {last.length > 0 && (
          <button
            type="button"
            className="link"
            aria-label={t('orderFile.takeOf', { name })}
            onClick={() => void recall(last)}
          >
            {t('orderFile.take')}
          </button>
        )}
      </p>
      {toOrder.length > 0 && (
        <>
          <CopyOrder name={name} lines={toOrder} />
          <NoteBon name={name} onNote={(sentAt) => send({ ...own, sentAt }, noted)} />
        </>
      )}
      {corrections.length > 0 && (
        <div className="corrections">
          <ul>
            {corrections.map((line) => (
              <Correction key={line.ref} line={line} />
            ))}
          </ul>
          <Button
            onClick={() => void send({ ...own, corrections: true }, t('orderFile.corrected', { name }))}
            aria-label={t('orderFile.sendCorrectionsOf', { name })}
          >
            {t('orderFile.sendCorrections')}
          </Button>
        </div>
      )}
      {toOrder.length > 0 && (
        <details>
          <summary>
            {t('orderFile.toOrder', { n: format.count(count) })} <span className="sr">{name}</span>
          </summary>
          {days.map(({ date, lines, products }) => (
            <div key={date}>
              <p>{format.day(date)}</p>
              {/* Nobody in particular is asked: what is needed of each product counts, not for which kitchen. */}
              {supplier === null ? <ProductLines lines={products} /> : <OrderLines lines={lines} />}
            </div>
          ))}
        </details>
      )}
      {versions.length > 0 && <Versions name={name} versions={versions} />}
    </li>
  );
}

function States({ state }: { readonly state: SupplierState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useStampWords();
  const { stamps, open, deadline } = state;
  const due = deadline && { day: format.day(deadline.date), time: format.time(deadline.time) };
  const parts = [
    ...stamps.map(words),
    ...(open ? [due ? t('orderFile.openBefore', due) : t('orderFile.notSent')] : []),
  ];
  return (
    <>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </>
  );
}

/** « envoyée le 12 janv. 2026 à 9 h 10 par C. Morel » */
function useStampWords(): (stamp: SentStamp) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ at, by, automatic }) => {
    const moment = format.moment(at);
    if (automatic) return t('orderFile.byClock', { at: moment });
    return by === null ? t('orderFile.sentAt', { at: moment }) : t('orderFile.sentBy', { at: moment, by });
  };
}

function Correction({ line }: { readonly line: PurchaseOrderLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { correction, dish, size, date, placeName } = line;
  const amount = format.amount(written(Math.abs(correction), line));
  return (
    <li>
      <b className="n">
        {correction > 0 ? '+' : '\u2212'}
        {amount}
      </b>{' '}
      {size ?? t(`orderFile.unit.${line.unit}`)} · {dish}{' '}
      <span className="mute">
        {format.dayShort(date)} · {placeName}
      </span>
    </li>
  );
}

interface VersionsProps {
  readonly name: string;
  readonly versions: readonly PurchaseOrder[];
}

/** Every version stays readable, whatever replaced it. */
function Versions({ name, versions }: VersionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useStampWords();
  return (
    <details>
      <summary>
        {t('orderFile.versions', { n: format.count(versions.length) })} <span className="sr">{name}</span>
      </summary>
      {versions.map((order) => (
        <div key={`${order.date} ${order.version}`}>
          <p>
            {t('orderFile.version', { day: format.day(order.date), version: format.count(order.version) })},{' '}
            {words(order)}
          </p>
          <OrderLines lines={order.lines} />
        </div>
      ))}
    </details>
  );
}
