import { useState } from 'react';
import type {
  Catalogue,
  PackContent,
  PackRecord,
  PackRule,
  PortionUnit,
} from '../../../../electron/api/records.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { FormFrame } from './form-frame.tsx';
import { UNITS } from './numbers.ts';
import {
  blankPack,
  blankSize,
  NO_SUPPLIER,
  type PackFields,
  type PartProps,
  packFieldsOf,
  parsePack,
} from './pack-draft.ts';
import { SizeLine } from './pack-size-line.tsx';
import { Stocks } from './pack-stocks.tsx';
import { ScopeField } from './scope-field.tsx';
import { offeredStock } from './stock-draft.ts';
import type { CatalogueEdits } from './use-catalogue.ts';

const CONTENTS: readonly PackContent['type'][] = ['amount', 'portions'];

interface PackFormProps {
  /** `null`: new ones. */
  readonly pack: PackRecord | null;
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onClose(): void;
}

/** The packs of one dish or food. What is wrong is said as soon as one tries to keep them. */
export function PackForm({ pack, catalogue, edits, onClose }: PackFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [fields, setFields] = useState(() => {
    const said = pack === null ? blankPack : packFieldsOf(pack, language);
    return said.stocks.length > 0 ? said : { ...said, stocks: offeredStock(catalogue) };
  });
  const [tried, setTried] = useState(false);
  const { rule, wrong } = parsePack(fields);
  const change = (part: Partial<PackFields>) => {
    // What was refused is being changed: the reason is about what is no longer there.
    if (edits.error) edits.reset();
    setFields((before) => ({ ...before, ...part }));
  };
  const keep = async (sound: PackRule) => {
    const entry = { type: 'pack' as const, rule: sound };
    const named = sound.scope.type === 'dish' ? { ...entry, name: fields.name } : entry;
    if (await edits.save([named], fields.name)) onClose();
  };
  const submit = () => {
    setTried(true);
    if (rule) void keep(rule);
  };
  const title =
    pack === null ? t('provision.packs.newTitle') : t('provision.packs.editTitle', { name: pack.name });
  return (
    <FormFrame
      id="pack"
      title={title}
      lead={t('provision.packs.formLead')}
      wide
      edits={edits}
      incomplete={tried && wrong.size > 0}
      onKeep={submit}
      onClose={onClose}
    >
      {pack === null && (
        <ScopeField
          fields={fields}
          catalogue={catalogue}
          wrong={tried && wrong.has('scope')}
          onChange={change}
        />
      )}
      <Content fields={fields} onChange={change} />
      <Sizes fields={fields} wrong={tried ? wrong : new Set()} onChange={change} />
      <Others fields={fields} catalogue={catalogue} wrong={tried ? wrong : new Set()} onChange={change} />
      <Stocks fields={fields} catalogue={catalogue} wrong={tried ? wrong : new Set()} onChange={change} />
    </FormFrame>
  );
}

function Content({ fields, onChange }: Omit<PartProps, 'wrong'>) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <Choice<PackContent['type']>
        label={t('provision.packs.content')}
        options={CONTENTS.map((id) => ({ id, label: t(`provision.packs.contents.${id}`) }))}
        value={fields.content}
        onChange={(content) => onChange({ content })}
      />
      {fields.content === 'amount' && (
        <Select<PortionUnit>
          label={t('provision.unit')}
          options={UNITS.map((id) => ({ id, label: t(`provision.units.${id}`) }))}
          value={fields.unit}
          width={110}
          onChange={(unit) => onChange({ unit })}
        />
      )}
    </div>
  );
}

function Sizes({ fields, wrong, onChange }: PartProps) {
  const { t } = useTranslation();
  const { sizes } = fields;
  const next = Math.max(0, ...sizes.map(({ line }) => line)) + 1;
  return (
    <fieldset className="sizes">
      <legend>{t('provision.packs.sizes')}</legend>
      {sizes.map((size, i) => (
        <SizeLine
          key={size.line}
          size={size}
          fields={fields}
          wrong={wrong}
          onChange={(changed) => onChange({ sizes: sizes.with(i, changed) })}
          onRemove={sizes.length > 1 ? () => onChange({ sizes: sizes.toSpliced(i, 1) }) : null}
        />
      ))}
      <div className="row">
        <Button icon="add" onClick={() => onChange({ sizes: [...sizes, blankSize(next)] })}>
          {t('provision.packs.addSize')}
        </Button>
      </div>
    </fieldset>
  );
}

function Others({ fields, catalogue, wrong, onChange }: PartProps & { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const suppliers = [
    { id: NO_SUPPLIER, label: t('provision.packs.noSupplier') },
    ...catalogue.suppliers.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <>
      <div className="three">
        <div className="line">
          <span className="label">{t('provision.packs.supplier')}</span>
          <Select<number>
            label={t('provision.packs.supplier')}
            options={suppliers}
            value={fields.supplier}
            onChange={(supplier) => onChange({ supplier })}
          />
        </div>
        <div className="line">
          <label htmlFor="pack-minimum">{t('provision.packs.fields.minimum')}</label>
          <input
            id="pack-minimum"
            className="field num"
            inputMode="numeric"
            value={fields.minimum}
            aria-invalid={wrong.has('minimum')}
            onChange={(event) => onChange({ minimum: event.target.value })}
          />
        </div>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={fields.keeps}
          onChange={(event) => onChange({ keeps: event.target.checked })}
        />
        {t('provision.packs.fields.keeps')}
      </label>
    </>
  );
}
