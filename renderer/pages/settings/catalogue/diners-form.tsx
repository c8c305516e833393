import { useState } from 'react';
import type { Catalogue, SiteDinersRecord } from '../../../../electron/api/records.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import {
  type DinersFields,
  dinersFieldsOf,
  dinersOfDraft,
  missingShare,
  OWN_KITCHEN,
  withFields,
} from './diners-draft.ts';
import { FormFrame } from './form-frame.tsx';
import { AGE_CLASSES } from './numbers.ts';
import type { CatalogueEdits } from './use-catalogue.ts';

interface DinersFormProps {
  readonly site: SiteDinersRecord;
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onClose(): void;
}

/** The age classes of a site, where its meals are cooked, and a note for the sheets. */
export function DinersForm({ site, catalogue, edits, onClose }: DinersFormProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const diners = dinersOfDraft(site);
  const [fields, setFields] = useState(() => dinersFieldsOf(diners, language));
  const change = (part: Partial<DinersFields>) => setFields((before) => ({ ...before, ...part }));
  const said = withFields(diners, fields);
  const keep = async () => {
    if (said && (await edits.save([{ type: 'guests', diners: said }], site.site))) onClose();
  };
  const forget = async () => {
    if (await edits.remove([{ type: 'guests', siteId: site.siteId }], site.site)) onClose();
  };
  const kitchens = [
    { id: OWN_KITCHEN, label: t('provision.guests.cooksItself') },
    ...catalogue.kitchens.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <FormFrame
      id="guests"
      title={site.site}
      lead={t('provision.guests.formLead', { kind: t(`siteKind.${site.siteKind}`) })}
      edits={edits}
      blocked={said === null}
      action={
        <>
          {site.said && (
            <Button icon="undo" disabled={edits.running} onClick={() => void forget()}>
              {t('provision.guests.forget')}
            </Button>
          )}
          <span className="push" />
        </>
      }
      onKeep={() => void keep()}
      onClose={onClose}
    >
      <Shares fields={fields} onChange={change} />
      <div className="line">
        <span className="label">{t('provision.guests.kitchen')}</span>
        <Select<number>
          label={t('provision.guests.kitchen')}
          options={kitchens}
          value={fields.kitchen}
          onChange={(kitchen) => change({ kitchen })}
        />
      </div>
      <div className="line">
        <label htmlFor="guests-note">{t('provision.guests.noteLabel')}</label>
        <textarea
          id="guests-note"
          className="field area"
          rows={3}
          maxLength={2_000}
          value={fields.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
    </FormFrame>
  );
}

interface SharesProps {
  readonly fields: DinersFields;
  onChange(part: Partial<DinersFields>): void;
}

function Shares({ fields, onChange }: SharesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const missing = missingShare(fields);
  return (
    <fieldset className="shares">
      <legend>{t('provision.guests.shares')}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={fields.ownShares}
          onChange={(event) => onChange({ ownShares: event.target.checked })}
        />
        {t('provision.guests.ownShares')}
      </label>
      {fields.ownShares && (
        <>
          <div className="four">
            {AGE_CLASSES.map((age) => (
              <label key={age}>
                <span className="label">{t(`provision.classes.${age}`)}</span>
                <input
                  className="field num"
                  inputMode="decimal"
                  value={fields.shares[age]}
                  aria-invalid={missing !== 0}
                  onChange={(event) => onChange({ shares: { ...fields.shares, [age]: event.target.value } })}
                />
              </label>
            ))}
          </div>
          <p role="status" className={missing === 0 ? 'mute' : 'wrong'}>
            {missing === null
              ? t('provision.notANumber')
              : missing === 0
                ? t('provision.guests.sumRight')
                : t(missing > 0 ? 'provision.guests.sumShort' : 'provision.guests.sumOver', {
                    n: format.tenths(Math.abs(missing)),
                  })}
          </p>
        </>
      )}
    </fieldset>
  );
}
