import type { Catalogue } from '../../../../electron/api/records.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { PartProps } from './pack-draft.ts';
import { type NamedKitchen, type StockFields, stockKitchens } from './stock-draft.ts';

/** What each kitchen has on hand. Where there is one, there is one line and nothing to choose. */
export function Stocks({
  fields,
  catalogue,
  wrong,
  onChange,
}: PartProps & { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const { stocks } = fields;
  const places = stockKitchens(
    catalogue,
    stocks.map(({ place }) => place),
  );
  const taken = new Set(stocks.map(({ place }) => place));
  const [free] = places.filter(({ id }) => !taken.has(id));
  if (places.length === 0) return null;
  const next = Math.max(0, ...stocks.map(({ line }) => line)) + 1;
  return (
    <fieldset className="sizes">
      <legend>{t('provision.packs.stock')}</legend>
      {stocks.map((stock, i) => (
        <StockLine
          key={stock.line}
          stock={stock}
          places={places.filter(({ id }) => id === stock.place || !taken.has(id))}
          wrong={wrong.has(`stock ${stock.line}`)}
          onChange={(changed) => onChange({ stocks: stocks.with(i, changed) })}
          onRemove={() => onChange({ stocks: stocks.toSpliced(i, 1) })}
        />
      ))}
      {free && (
        <div className="row">
          <Button
            icon="add"
            onClick={() => onChange({ stocks: [...stocks, { line: next, place: free.id, amount: '' }] })}
          >
            {t('provision.packs.addStock')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface StockLineProps {
  readonly stock: StockFields;
  readonly places: readonly NamedKitchen[];
  readonly wrong: boolean;
  onChange(stock: StockFields): void;
  onRemove(): void;
}

function StockLine({ stock, places, wrong, onChange, onRemove }: StockLineProps) {
  const { t } = useTranslation();
  const name = places.find(({ id }) => id === stock.place)?.label ?? '';
  return (
    <div className="size-line">
      <div className="name">
        <span className="label">{t('provision.packs.place')}</span>
        <Select
          label={t('provision.packs.place')}
          options={places}
          value={stock.place}
          onChange={(place) => onChange({ ...stock, place })}
        />
      </div>
      <label className="amount">
        <span className="label">{t('provision.packs.fields.stock')}</span>
        <input
          className="field num"
          aria-label={t('provision.of', { what: t('provision.packs.stock'), name })}
          value={stock.amount}
          aria-invalid={wrong}
          onChange={(event) => onChange({ ...stock, amount: event.target.value })}
        />
      </label>
      <IconButton
        look="ghost"
        icon="close"
        label={t('provision.packs.removeStock', { name })}
        onClick={onRemove}
      />
    </div>
  );
}
