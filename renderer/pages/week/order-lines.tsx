import { useTranslation } from 'react-i18next';
import type { LineYield, PurchaseOrder } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { written } from './sent-model.ts';

/** The lines of a purchase order; under each, how the weight served became what is bought. */
export function OrderLines({ lines }: { readonly lines: PurchaseOrder['lines'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.ref}>
          <b className="n">{format.amount(written(line.quantity, line))}</b>{' '}
          {line.size ?? t(`orderFile.unit.${line.unit}`)} · {line.dish}{' '}
          <span className="mute">{line.placeName}</span>
          {line.yield && <YieldText found={line.yield} />}
        </li>
      ))}
    </ul>
  );
}

/** “servi 17,64 kg × 0,35 = 6,17 kg”, or that the yield is unknown. */
function YieldText({ found }: { readonly found: LineYield }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { served, bought, factor, unit, toCheck } = found;
  const weight = (amount: number) =>
    `${format.amount(written(amount, found))}\u00a0${t(`orderFile.unit.${unit}`)}`;
  if (factor === null) return <small className="unknown">{t('orderFile.yieldUnknown')}</small>;
  const words = { served: weight(served), factor: format.amount(factor), bought: weight(bought) };
  return (
    <small className="mute">
      {t('orderFile.yield', words)}
      {toCheck && `, ${t('orderFile.factorToCheck')}`}
    </small>
  );
}
