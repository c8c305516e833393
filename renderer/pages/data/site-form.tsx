import { type FormEvent, type RefObject, useRef, useState } from 'react';
import type { SiteDraft, SiteKind } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { parseDraft, SITE_KINDS, type SiteFields } from './site-draft.ts';

const EMPTY: SiteFields = { name: '', kind: 'M/E', capacity: '', enrolled: '', usual: '' };

/** A canteen typed in by hand. What is wrong is said beside the field, as soon as one tries to add it. */
export function SiteForm(props: { onClose(): void }) {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('sites.add');
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const { draft, wrong } = parseDraft(fields);
  const change = (part: Partial<SiteFields>) => setFields((before) => ({ ...before, ...part }));
  const add = async (valid: SiteDraft, another: boolean) => {
    const done = await job.edit(valid);
    if (!done) return;
    const words = t('siteForm.added', { name: done.output.name });
    if (another) {
      setFields({ ...EMPTY, kind: valid.kind });
      setTried(false);
      setAdded(words);
      nameField.current?.focus();
    } else {
      notifyUndoable(words, done.edits);
      props.onClose();
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    tryAdd(false);
  };
  const tryAdd = (another: boolean) => {
    setTried(true);
    if (draft) void add(draft, another);
  };
  return (
    <DialogView open shape="box" labelledBy="site-form-title" onClose={props.onClose}>
      <h2 id="site-form-title">{t('siteForm.title')}</h2>
      <p>{t('siteForm.lead')}</p>
      <form noValidate onSubmit={submit}>
        <Fields fields={fields} wrong={tried ? wrong : {}} nameField={nameField} onChange={change} />
        <p role="status">{added}</p>
        {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
        <footer>
          {/* What was added stays added: then there is nothing to cancel. */}
          <Button onClick={props.onClose}>{t(added === null ? 'common.cancel' : 'common.close')}</Button>
          <Button disabled={job.running} onClick={() => tryAdd(true)}>
            {t('siteForm.addAnother')}
          </Button>
          {/* The only button that submits: Enter in a field does what it does. */}
          <Button type="submit" look="primary" disabled={job.running}>
            {t('siteForm.add')}
          </Button>
        </footer>
      </form>
    </DialogView>
  );
}

interface FieldsProps {
  readonly fields: SiteFields;
  readonly wrong: ReturnType<typeof parseDraft>['wrong'];
  readonly nameField: RefObject<HTMLInputElement | null>;
  onChange(part: Partial<SiteFields>): void;
}

function Fields({ fields, wrong, nameField, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const kinds = SITE_KINDS.map((id) => ({ id, label: t(`siteKind.${id}`) }));
  return (
    <div className="form">
      <div className="line">
        <label htmlFor="site-name">{t('siteForm.name')}</label>
        <input
          id="site-name"
          ref={nameField}
          className="field"
          value={fields.name}
          aria-invalid={wrong.name ?? false}
          aria-describedby={wrong.name ? 'site-name-wrong' : undefined}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {wrong.name && (
          <span id="site-name-wrong" className="wrong">
            {t('siteForm.nameMissing')}
          </span>
        )}
      </div>
      <div className="line">
        <span className="label" id="site-kind">
          {t('siteForm.kind')}
        </span>
        <Select<SiteKind>
          label={t('siteForm.kind')}
          options={kinds}
          value={fields.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
      <div className="two">
        <NumberLine name="enrolled" fields={fields} wrong={wrong.enrolled} onChange={onChange} />
        <NumberLine name="capacity" fields={fields} wrong={wrong.capacity} onChange={onChange} optional />
      </div>
      <NumberLine name="usual" fields={fields} wrong={wrong.usual} onChange={onChange} />
      <p id="site-usual-hint" className="mute">
        {t('siteForm.usualHint')}
      </p>
    </div>
  );
}

interface NumberLineProps {
  readonly name: 'capacity' | 'enrolled' | 'usual';
  readonly fields: SiteFields;
  readonly wrong: 'not-whole' | 'above-enrolled' | undefined;
  readonly optional?: boolean;
  onChange(part: Partial<SiteFields>): void;
}

function NumberLine({ name, fields, wrong, optional, onChange }: NumberLineProps) {
  const { t } = useTranslation();
  const id = `site-${name}`;
  const notes = [wrong && `${id}-wrong`, name === 'usual' && 'site-usual-hint'].filter(Boolean).join(' ');
  return (
    <div className="line">
      <label htmlFor={id}>
        {t(`siteForm.${name}`)} {optional && <span className="mute">({t('siteForm.optional')})</span>}
      </label>
      <input
        id={id}
        className="field num"
        inputMode="numeric"
        value={fields[name]}
        aria-invalid={wrong !== undefined}
        aria-describedby={notes || undefined}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
      {wrong && (
        <span id={`${id}-wrong`} className="wrong">
          {t(wrong === 'not-whole' ? 'siteForm.notWhole' : 'siteForm.aboveEnrolled')}
        </span>
      )}
    </div>
  );
}
