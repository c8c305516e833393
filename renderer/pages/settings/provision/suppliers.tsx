import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provision, Supplier } from '../../../../electron/api/records.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { DialogView } from '../../../ui/dialog.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../../ui/states.tsx';
import { RuleFields } from '../order-rule.tsx';
import { draftOf, type RuleDraft, ruleOf } from '../rule-draft.ts';
import { type ProvisionEdits, useProvision, useProvisionEdits } from './use-provision.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Who delivers, and until when they take orders. */
export function Suppliers() {
  const query = useProvision();
  return <QueryView query={query}>{(provision) => <SupplierList provision={provision} />}</QueryView>;
}

function SupplierList({ provision }: { readonly provision: Provision }) {
  const { t } = useTranslation();
  const edits = useProvisionEdits();
  const [open, setOpen] = useState<Supplier | 'new' | null>(null);
  const { suppliers } = provision;
  const add = (
    <Button look={suppliers.length > 0 ? 'plain' : 'primary'} icon="add" onClick={() => setOpen('new')}>
      {t('provision.suppliers.add')}
    </Button>
  );
  return (
    <>
      {suppliers.length === 0 ? (
        <StateView
          icon="supplier"
          title={t('provision.suppliers.none')}
          text={t('provision.suppliers.noneHint')}
        >
          {add}
        </StateView>
      ) : (
        <div className="blocks">
          <section className="block">
            <h2 id="suppliers">{t('provision.suppliers.title')}</h2>
            <p className="about">{t('provision.suppliers.lead')}</p>
            <div className="row">{add}</div>
            {edits.error && !open && <ErrorNotice error={edits.error} onClose={edits.reset} />}
            <SupplierTable provision={provision} edits={edits} onOpen={setOpen} />
          </section>
        </div>
      )}
      {open && (
        <SupplierForm
          supplier={open === 'new' ? null : open}
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

interface SupplierTableProps {
  readonly provision: Provision;
  readonly edits: ProvisionEdits;
  onOpen(supplier: Supplier): void;
}

function SupplierTable({ provision, edits, onOpen }: SupplierTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRuleWords();
  const packs = Map.groupBy(provision.packs, ({ supplierId }) => supplierId);
  return (
    <table className="list" aria-labelledby="suppliers">
      <thead>
        <tr>
          <th scope="col">{t('provision.name')}</th>
          <th scope="col">{t('provision.suppliers.rule')}</th>
          <th scope="col" className="r">
            {t('provision.suppliers.packs')}
          </th>
          <th scope="col">
            <span className="sr">{t('provision.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {provision.suppliers.map((supplier) => (
          <tr key={supplier.id}>
            <th scope="row" className="cut" title={supplier.name}>
              {supplier.name}
            </th>
            <td className="wrap">{words(supplier.rule)}</td>
            <td className="r">{format.count(packs.get(supplier.id)?.length ?? 0)}</td>
            <td className="r">
              <Button
                aria-label={t('provision.of', { what: t('provision.change'), name: supplier.name })}
                onClick={() => onOpen(supplier)}
              >
                {t('provision.change')}
              </Button>{' '}
              <IconButton
                look="ghost"
                icon="close"
                disabled={edits.running}
                label={t('provision.of', { what: t('provision.remove'), name: supplier.name })}
                onClick={() => void edits.remove([{ type: 'supplier', id: supplier.id }], supplier.name)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SupplierFormProps {
  readonly supplier: Supplier | null;
  readonly edits: ProvisionEdits;
  onClose(): void;
}

function SupplierForm({ supplier, edits, onClose }: SupplierFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(supplier?.name ?? '');
  const [draft, setDraft] = useState(() => draftOf(supplier?.rule ?? null));
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    void keep();
  };
  const change = (part: Partial<RuleDraft>) => {
    // What was refused is being changed: the reason is about what is no longer there.
    if (edits.error) edits.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <DialogView open shape="box" labelledBy="supplier-title" onClose={onClose}>
      <h2 id="supplier-title">
        {supplier === null
          ? t('provision.suppliers.newTitle')
          : t('provision.suppliers.editTitle', { name: supplier.name })}
      </h2>
      <form noValidate onSubmit={submit} className="wide-form">
        <div className="form">
          <div className="line">
            <label htmlFor="supplier-name">{t('provision.name')}</label>
            <input
              id="supplier-name"
              className="field"
              value={name}
              aria-invalid={noName}
              onChange={(event) => setName(event.target.value)}
            />
            {noName && <span className="wrong">{t('provision.nameMissing')}</span>}
          </div>
          <div className="line rule">
            <span className="label">{t('provision.suppliers.rule')}</span>
            <RuleFields
              draft={draft}
              none={t('provision.suppliers.bySite')}
              help={
                draft.type === 'none' ? t('provision.suppliers.bySiteHelp') : t(`rule.help.${draft.type}`)
              }
              onChange={change}
            />
          </div>
        </div>
        {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        <p role="status" className="wrong">
          {tried && rule === undefined && t('provision.incomplete')}
        </p>
        <footer>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={edits.running}>
            {t('provision.keep')}
          </Button>
        </footer>
      </form>
    </DialogView>
  );
}
