import { useState } from 'react';
import type { Catalogue, Supplier } from '../../../../electron/api/records.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import { RuleFields } from '../order-rule/order-rule.tsx';
import { type RuleDraft, ruleDraftOf, ruleOf } from '../order-rule/rule-draft.ts';
import { FormFrame, NameLine } from './form-frame.tsx';
import { NamedList } from './named-list.tsx';
import { ActionsHead, RowActions } from './row-actions.tsx';
import { type CatalogueEdits, useCatalogue, useCatalogueEdits } from './use-catalogue.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Who delivers, and until when they take orders. */
export function Suppliers() {
  const query = useCatalogue();
  return <QueryView query={query}>{(catalogue) => <SupplierList catalogue={catalogue} />}</QueryView>;
}

function SupplierList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const edits = useCatalogueEdits();
  return (
    <NamedList
      id="suppliers"
      icon="supplier"
      words={{
        title: t('provision.suppliers.title'),
        lead: t('provision.suppliers.lead'),
        add: t('provision.suppliers.add'),
        none: t('provision.suppliers.none'),
        noneHint: t('provision.suppliers.noneHint'),
      }}
      items={catalogue.suppliers}
      edits={edits}
      table={(onOpen) => <SupplierTable catalogue={catalogue} edits={edits} onOpen={onOpen} />}
      form={(supplier, onClose) => <SupplierForm supplier={supplier} edits={edits} onClose={onClose} />}
    />
  );
}

interface SupplierTableProps {
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onOpen(supplier: Supplier): void;
}

function SupplierTable({ catalogue, edits, onOpen }: SupplierTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRuleWords();
  const packs = Map.groupBy(catalogue.packs, ({ supplierId }) => supplierId);
  return (
    <table className="list" aria-labelledby="suppliers">
      <thead>
        <tr>
          <th scope="col">{t('provision.name')}</th>
          <th scope="col">
            {t('provision.suppliers.rule')} <TermHelp name="deadline" />
          </th>
          <th scope="col" className="r">
            {t('provision.suppliers.packs')}
          </th>
          <ActionsHead />
        </tr>
      </thead>
      <tbody>
        {catalogue.suppliers.map((supplier) => (
          <tr key={supplier.id}>
            <th scope="row" className="cut" title={supplier.name}>
              {supplier.name}
            </th>
            <td className="wrap">{words(supplier.rule)}</td>
            <td className="r">{format.count(packs.get(supplier.id)?.length ?? 0)}</td>
            <RowActions
              name={supplier.name}
              edits={edits}
              onChange={() => onOpen(supplier)}
              onRemove={() => void edits.remove([{ type: 'supplier', id: supplier.id }], supplier.name)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SupplierFormProps {
  readonly supplier: Supplier | null;
  readonly edits: CatalogueEdits;
  onClose(): void;
}

function SupplierForm({ supplier, edits, onClose }: SupplierFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(supplier?.name ?? '');
  const [draft, setDraft] = useState(() => ruleDraftOf(supplier?.rule ?? null));
  const [tried, setTried] = useState(false);
  const rule = ruleOf(draft);
  const noName = tried && name.trim() === '';
  const keep = async () => {
    if (name.trim() === '' || rule === undefined) return;
    const entry = {
      type: 'supplier' as const,
      supplier: { id: supplier?.id ?? null, name: name.trim(), rule },
    };
    if (await edits.save([entry], name.trim())) onClose();
  };
  const submit = () => {
    setTried(true);
    void keep();
  };
  const change = (part: Partial<RuleDraft>) => {
    // What was refused is being changed: the reason is about what is no longer there.
    if (edits.error) edits.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const title =
    supplier === null
      ? t('provision.suppliers.newTitle')
      : t('provision.suppliers.editTitle', { name: supplier.name });
  return (
    <FormFrame
      id="supplier"
      title={title}
      wide
      edits={edits}
      incomplete={tried && rule === undefined}
      onKeep={submit}
      onClose={onClose}
    >
      <NameLine id="supplier-name" name={name} missing={noName} onChange={setName} />
      <div className="line rule">
        <span className="label">{t('provision.suppliers.rule')}</span>
        <RuleFields
          draft={draft}
          none={t('provision.suppliers.bySite')}
          help={draft.type === 'none' ? t('provision.suppliers.bySiteHelp') : t(`rule.help.${draft.type}`)}
          onChange={change}
        />
      </div>
    </FormFrame>
  );
}
