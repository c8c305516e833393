import { type FormEvent, useId, useState } from 'react';
import type { ClosureDraft, ClosureKind, SiteRecord } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { ALL_SITES, type ClosureField, type ClosureFields, parseClosure } from './closure-draft.ts';

const KINDS: readonly ClosureKind[] = ['strike', 'closure', 'outing'];
const EMPTY: ClosureFields = { kind: 'strike', site: ALL_SITES, from: '', to: '', absent: '' };

interface ClosureFormProps {
  readonly sites: readonly SiteRecord[];
  readonly disabled: boolean;
  /** Answers whether it was kept. */
  onAdd(draft: ClosureDraft): Promise<boolean>;
}

/** One line: what, where, from, to. What is wrong is said as soon as one tries to add it. */
export function ClosureForm({ sites, disabled, onAdd }: ClosureFormProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const wrongId = useId();
  const { draft, wrong } = parseClosure(fields);
  const change = (part: Partial<ClosureFields>) => setFields((before) => ({ ...before, ...part }));
  const add = async (valid: ClosureDraft) => {
    if (!(await onAdd(valid))) return;
    setFields({ ...EMPTY, kind: fields.kind, site: fields.site });
    setTried(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (draft) void add(draft);
  };
  const places = [
    { id: ALL_SITES, label: t('calendars.allSites') },
    ...sites.map(({ id, name }) => ({ id, label: name })),
  ];
  const [first] = tried ? (Object.keys(wrong) as ClosureField[]) : [];
  const input = (name: 'from' | 'to' | 'absent', hint: string) => (
    <input
      className="field num closure-input"
      aria-label={t(`calendars.fields.${name}`)}
      placeholder={hint}
      inputMode={name === 'absent' ? 'numeric' : 'text'}
      value={fields[name]}
      aria-invalid={tried && wrong[name] === true}
      aria-describedby={first === name ? wrongId : undefined}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <form noValidate onSubmit={submit} aria-label={t('calendars.addTitle')}>
      <div className="row closure-form">
        <Select<ClosureKind>
          label={t('calendars.kind')}
          options={KINDS.map((id) => ({ id, label: t(`calendars.kinds.${id}`) }))}
          value={fields.kind}
          width={120}
          onChange={(kind) => change({ kind })}
        />
        <Select<number>
          label={t('calendars.site')}
          options={places}
          value={fields.site}
          width={220}
          onChange={(site) => change({ site })}
        />
        {input('from', t('calendars.dateHint'))}
        {input('to', t('calendars.toHint'))}
        {fields.kind === 'outing' && input('absent', t('calendars.absentHint'))}
        <Button type="submit" icon="add" disabled={disabled}>
          {t('calendars.add')}
        </Button>
      </div>
      <p id={wrongId} role="status" className="wrong">
        {first && t(`calendars.wrong.${first}`)}
      </p>
    </form>
  );
}
