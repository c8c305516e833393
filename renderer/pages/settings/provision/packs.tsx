import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackRecord, Provision } from '../../../../electron/api/records.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../../ui/states.tsx';
import { PackForm } from './pack-form.tsx';
import { useAmounts } from './use-amounts.ts';
import { type ProvisionEdits, useProvision, useProvisionEdits } from './use-provision.ts';

/** In what packs and containers dishes and foods are bought or carried. */
export function Packs() {
  const query = useProvision();
  return <QueryView query={query}>{(provision) => <PackList provision={provision} />}</QueryView>;
}

type Open = PackRecord | 'new' | null;

function PackList({ provision }: { readonly provision: Provision }) {
  const { t } = useTranslation();
  const edits = useProvisionEdits();
  const [open, setOpen] = useState<Open>(null);
  const { packs } = provision;
  const add = (
    <Button look={packs.length > 0 ? 'plain' : 'primary'} icon="add" onClick={() => setOpen('new')}>
      {t('provision.packs.add')}
    </Button>
  );
  return (
    <>
      {packs.length === 0 ? (
        <StateView icon="pack" title={t('provision.packs.none')} text={t('provision.packs.noneHint')}>
          {add}
        </StateView>
      ) : (
        <div className="blocks">
          <section className="block">
            <h2 id="packs">{t('provision.packs.title')}</h2>
            <p className="about">{t('provision.packs.lead')}</p>
            <div className="row">{add}</div>
            {edits.error && !open && <ErrorNotice error={edits.error} onClose={edits.reset} />}
            <PackTable provision={provision} edits={edits} onOpen={setOpen} />
          </section>
        </div>
      )}
      {open && (
        <PackForm
          pack={open === 'new' ? null : open}
          provision={provision}
          edits={edits}
          onClose={() => {
            edits.reset();
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

interface PackTableProps {
  readonly provision: Provision;
  readonly edits: ProvisionEdits;
  onOpen(pack: PackRecord): void;
}

function PackTable({ provision, edits, onOpen }: PackTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const amounts = useAmounts();
  const suppliers = new Map(provision.suppliers.map(({ id, name }) => [id, name]));
  const stockOf = ({ stock, sizes }: PackRecord) => {
    const content = sizes[0]?.content;
    if (stock === 0) return '–';
    return content?.type === 'amount' ? amounts.amount(stock, content.unit) : format.count(stock);
  };
  return (
    <table className="list" aria-labelledby="packs">
      <thead>
        <tr>
          <th scope="col">{t('provision.portions.food')}</th>
          <th scope="col">{t('provision.packs.sizes')}</th>
          <th scope="col">{t('provision.packs.supplier')}</th>
          <th scope="col" className="r">
            {t('provision.packs.minimum')}
          </th>
          <th scope="col" className="r">
            {t('provision.packs.stock')}
          </th>
          <th scope="col">{t('provision.packs.surplus')}</th>
          <th scope="col">
            <span className="sr">{t('provision.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {packs(provision).map((pack) => {
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
              <td className="r">{stockOf(pack)}</td>
              <td>{t(pack.keeps ? 'provision.packs.kept' : 'provision.packs.lost')}</td>
              <td className="r">
                <Button
                  aria-label={t('provision.of', { what: t('provision.change'), name: pack.name })}
                  onClick={() => onOpen(pack)}
                >
                  {t('provision.change')}
                </Button>{' '}
                <IconButton
                  look="ghost"
                  icon="close"
                  disabled={edits.running}
                  label={t('provision.of', { what: t('provision.remove'), name: pack.name })}
                  onClick={() => void edits.remove([{ type: 'pack', scope: pack.scope }], pack.name)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Dishes and foods as one looks them up. */
const packs = ({ packs: all }: Provision) => all.toSorted((a, b) => a.name.localeCompare(b.name));
