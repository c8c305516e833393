import type { Catalogue, KitchenRecord } from '../../../../electron/api/records.ts';
import { bySiteName } from '../../../format/site-order.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import { KitchenForm } from './kitchen-form.tsx';
import { NamedList } from './named-list.tsx';
import { ActionsHead, RowActions } from './row-actions.tsx';
import { type CatalogueEdits, useCatalogue, useCatalogueEdits } from './use-catalogue.ts';

/** Kitchens that cook for several sites. */
export function Kitchens() {
  const query = useCatalogue();
  return <QueryView query={query}>{(catalogue) => <KitchenList catalogue={catalogue} />}</QueryView>;
}

function KitchenList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const edits = useCatalogueEdits();
  return (
    <NamedList
      id="kitchens"
      icon="kitchen"
      term="satellite"
      words={{
        title: t('provision.kitchens.title'),
        lead: t('provision.kitchens.lead'),
        add: t('provision.kitchens.add'),
        none: t('provision.kitchens.none'),
        noneHint: t('provision.kitchens.noneHint'),
      }}
      items={catalogue.kitchens}
      edits={edits}
      table={(onOpen) => <KitchenTable catalogue={catalogue} edits={edits} onOpen={onOpen} />}
      form={(kitchen, onClose) => (
        <KitchenForm kitchen={kitchen} catalogue={catalogue} edits={edits} onClose={onClose} />
      )}
    />
  );
}

interface KitchenTableProps {
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onOpen(kitchen: KitchenRecord): void;
}

function KitchenTable({ catalogue, edits, onOpen }: KitchenTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sitesOf = ({ id }: KitchenRecord) =>
    catalogue.sites.filter(({ kitchenId }) => kitchenId === id).toSorted(bySiteName);
  return (
    <table className="list" aria-labelledby="kitchens">
      <thead>
        <tr>
          <th scope="col">{t('provision.name')}</th>
          <th scope="col" className="r">
            {t('provision.kitchens.count')}
          </th>
          <th scope="col">{t('provision.kitchens.sites')}</th>
          <th scope="col">
            {t('provision.kitchens.level')} <TermHelp name="level" />
          </th>
          <ActionsHead />
        </tr>
      </thead>
      <tbody>
        {catalogue.kitchens.map((kitchen) => {
          const sites = sitesOf(kitchen);
          const names = sites.map(({ site }) => site).join(', ');
          return (
            <tr key={kitchen.id}>
              <th scope="row" className="cut" title={kitchen.name}>
                {kitchen.name}
              </th>
              <td className="r">{format.count(sites.length)}</td>
              <td className="wrap">{names || '–'}</td>
              <td>{t(kitchen.pools ? 'provision.kitchens.pooled' : 'provision.kitchens.alone')}</td>
              <RowActions
                name={kitchen.name}
                edits={edits}
                onChange={() => onOpen(kitchen)}
                onRemove={() => void edits.remove([{ type: 'kitchen', id: kitchen.id }], kitchen.name)}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
