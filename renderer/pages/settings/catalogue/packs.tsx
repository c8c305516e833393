import { useState } from 'react';
import type { Catalogue, PackRecord } from '../../../../electron/api/records.ts';
import { foldForSearch } from '../../../format/fold.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { ExportList } from './export-list.tsx';
import { NamedList } from './named-list.tsx';
import { PackForm } from './pack-form.tsx';
import { ActionsHead, RowActions } from './row-actions.tsx';
import { cookingKitchens, stockKitchens } from './stock-draft.ts';
import { useAmounts } from './use-amounts.ts';
import { type CatalogueEdits, useCatalogue, useCatalogueEdits } from './use-catalogue.ts';

/** More packs than this are looked for by name. */
const MANY = 12;

/** In what packs and containers dishes and foods are bought or carried. */
export function Packs() {
  const query = useCatalogue();
  return <QueryView query={query}>{(catalogue) => <PackList catalogue={catalogue} />}</QueryView>;
}

function PackList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const edits = useCatalogueEdits();
  const [words, setWords] = useState('');
  const isLong = catalogue.packs.length > MANY;
  const find = (
    <input
      type="search"
      className="field find-dish"
      placeholder={t('provision.packs.find')}
      aria-label={t('provision.packs.find')}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
  return (
    <NamedList
      id="packs"
      icon="pack"
      term="pack"
      words={{
        title: t('provision.packs.title'),
        lead: t('provision.packs.lead'),
        add: t('provision.packs.add'),
        none: t('provision.packs.none'),
        noneHint: t('provision.packs.noneHint'),
      }}
      items={catalogue.packs}
      edits={edits}
      more={
        <>
          {isLong && find}
          <ExportList kind="packs" />
        </>
      }
      table={(onOpen) => (
        <PackTable
          packs={packsNamed(catalogue, isLong ? words : '')}
          catalogue={catalogue}
          edits={edits}
          onOpen={onOpen}
        />
      )}
      form={(pack, onClose) => <PackForm pack={pack} catalogue={catalogue} edits={edits} onClose={onClose} />}
    />
  );
}

interface PackTableProps {
  readonly packs: readonly PackRecord[];
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onOpen(pack: PackRecord): void;
}

function PackTable({ packs, catalogue, edits, onOpen }: PackTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const amounts = useAmounts();
  const suppliers = new Map(catalogue.suppliers.map(({ id, name }) => [id, name]));
  const cooking = cookingKitchens(catalogue);
  if (packs.length === 0) return <p className="mute">{t('provision.portions.notFound')}</p>;
  return (
    <table className="list packs" aria-labelledby="packs">
      <thead>
        <tr>
          <th scope="col">{t('provision.portions.food')}</th>
          <th scope="col">{t('provision.packs.sizes')}</th>
          <th scope="col">{t('provision.packs.supplier')}</th>
          <th scope="col" className="r">
            {t('provision.packs.minimum')}
          </th>
          <th scope="col">{t('provision.packs.stock')}</th>
          <th scope="col">{t('provision.packs.surplus')}</th>
          <ActionsHead />
        </tr>
      </thead>
      <tbody>
        {packs.map((pack) => {
          const sizes = pack.sizes.map(amounts.size).join(' · ');
          const supplier = pack.supplierId === null ? '–' : (suppliers.get(pack.supplierId) ?? '–');
          return (
            <tr key={JSON.stringify(pack.scope)}>
              <th scope="row" className="cut" title={pack.name}>
                {pack.name}
              </th>
              <td className="wrap">{sizes}</td>
              <td className="cut" title={supplier}>
                {supplier}
              </td>
              <td className="r">{pack.minimum === 0 ? '–' : format.count(pack.minimum)}</td>
              <td className="wrap">
                <StockCell pack={pack} catalogue={catalogue} named={cooking.length > 1} />
              </td>
              <td>{t(pack.keeps ? 'provision.packs.kept' : 'provision.packs.lost')}</td>
              <RowActions
                name={pack.name}
                edits={edits}
                onChange={() => onOpen(pack)}
                onRemove={() => void edits.remove([{ type: 'pack', scope: pack.scope }], pack.name)}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface StockCellProps {
  readonly pack: PackRecord;
  readonly catalogue: Catalogue;
  /** There are several places, so that each amount needs its name. */
  readonly named: boolean;
}

/** What each place has on hand. */
function StockCell({ pack, catalogue, named }: StockCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const amounts = useAmounts();
  const content = pack.sizes[0]?.content;
  const places = stockKitchens(
    catalogue,
    pack.stocks.map(({ place }) => place),
  );
  const texts = pack.stocks.map(({ place, amount }) => {
    const text = content?.type === 'amount' ? amounts.amount(amount, content.unit) : format.count(amount);
    const name = places.find(({ id }) => id === place)?.label ?? '';
    return named ? t('provision.of', { what: name, name: text }) : text;
  });
  return texts.length === 0 ? '–' : texts.join(' · ');
}

/** Dishes and foods as one looks them up: by their own name, or by their supplier's. */
function packsNamed({ packs, suppliers }: Catalogue, words: string): readonly PackRecord[] {
  const wanted = foldForSearch(words);
  const sellers = new Map(suppliers.map(({ id, name }) => [id, name]));
  return packs
    .filter(({ name, supplierId }) =>
      foldForSearch(`${name} ${supplierId === null ? '' : (sellers.get(supplierId) ?? '')}`).includes(wanted),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
