import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kitchen, Provision } from '../../../../electron/api/records.ts';
import { bySiteName } from '../../../format/site-order.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../../ui/states.tsx';
import { KitchenForm } from './kitchen-form.tsx';
import { type ProvisionEdits, useProvision, useProvisionEdits } from './use-provision.ts';

/** Kitchens that cook for several sites. */
export function Kitchens() {
  const query = useProvision();
  return <QueryView query={query}>{(provision) => <KitchenList provision={provision} />}</QueryView>;
}

function KitchenList({ provision }: { readonly provision: Provision }) {
  const { t } = useTranslation();
  const edits = useProvisionEdits();
  const [open, setOpen] = useState<Kitchen | 'new' | null>(null);
  const { kitchens } = provision;
  const add = (
    <Button look={kitchens.length > 0 ? 'plain' : 'primary'} icon="add" onClick={() => setOpen('new')}>
      {t('provision.kitchens.add')}
    </Button>
  );
  return (
    <>
      {kitchens.length === 0 ? (
        <StateView
          icon="kitchen"
          title={t('provision.kitchens.none')}
          text={t('provision.kitchens.noneHint')}
        >
          {add}
        </StateView>
      ) : (
        <div className="blocks">
          <section className="block">
            <h2 id="kitchens">{t('provision.kitchens.title')}</h2>
            <p className="about">{t('provision.kitchens.lead')}</p>
            <div className="row">{add}</div>
            {edits.error && !open && <ErrorNotice error={edits.error} onClose={edits.reset} />}
            <KitchenTable provision={provision} edits={edits} onOpen={setOpen} />
          </section>
        </div>
      )}
      {open && (
        <KitchenForm
          kitchen={open === 'new' ? null : open}
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

interface KitchenTableProps {
  readonly provision: Provision;
  readonly edits: ProvisionEdits;
  onOpen(kitchen: Kitchen): void;
}

function KitchenTable({ provision, edits, onOpen }: KitchenTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sitesOf = ({ id }: Kitchen) =>
    provision.sites.filter(({ kitchenId }) => kitchenId === id).toSorted(bySiteName);
  return (
    <table className="list" aria-labelledby="kitchens">
      <thead>
        <tr>
          <th scope="col">{t('provision.name')}</th>
          <th scope="col" className="r">
            {t('provision.kitchens.count')}
          </th>
          <th scope="col">{t('provision.kitchens.sites')}</th>
          <th scope="col">{t('provision.kitchens.level')}</th>
          <th scope="col">
            <span className="sr">{t('provision.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {provision.kitchens.map((kitchen) => {
          const sites = sitesOf(kitchen);
          const names = sites.map(({ site }) => site).join(', ');
          return (
            <tr key={kitchen.id}>
              <th scope="row" className="cut" title={kitchen.name}>
                {kitchen.name}
              </th>
              <td className="r">{format.count(sites.length)}</td>
              <td className="cut" title={names}>
                {names || '–'}
              </td>
              <td>{t(kitchen.pools ? 'provision.kitchens.pooled' : 'provision.kitchens.alone')}</td>
              <td className="r">
                <Button
                  aria-label={t('provision.of', { what: t('provision.change'), name: kitchen.name })}
                  onClick={() => onOpen(kitchen)}
                >
                  {t('provision.change')}
                </Button>{' '}
                <IconButton
                  look="ghost"
                  icon="close"
                  disabled={edits.running}
                  label={t('provision.of', { what: t('provision.remove'), name: kitchen.name })}
                  onClick={() => void edits.remove([{ type: 'kitchen', id: kitchen.id }], kitchen.name)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
