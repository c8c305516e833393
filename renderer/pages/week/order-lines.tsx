import type { LineYield, PurchaseOrder } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type ProductLine, written } from './sent-model.ts';

/** The lines of a purchase order; under each, how the weight served became what is bought. */
export function OrderLines({ lines }: { readonly lines: PurchaseOrder['lines'] }) {
  return (
    <ul>
      {lines.map((line) => (
        <Line key={line.ref} line={line} where={line.placeName} />
      ))}
    </ul>
  );
}

/** The same summed up: one line for each product, whatever the number of kitchens. */
export function ProductLines({ lines }: { readonly lines: readonly ProductLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul>
      {lines.map((line) => (
        <Line
          key={line.ref}
          line={line}
          where={
            line.kitchens === 1
              ? line.placeName
              : t('orderFile.kitchens', { count: line.kitchens, n: format.count(line.kitchens) })
          }
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly line: Pick<ProductLine, 'quantity' | 'unit' | 'size' | 'dish' | 'yield'>;
  readonly where: string;
}

function Line({ line, where }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <b className="n">{format.amount(written(line.quantity, line))}</b>{' '}
      {line.size ?? t(`orderFile.unit.${line.unit}`)} · {line.dish} <span className="mute">{where}</span>
      {line.yield && <YieldText found={line.yield} />}
    </li>
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
