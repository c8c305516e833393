import { useState } from 'react';
import type { OrderRule } from '../../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../../bridge/use-api.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../../shell/use-undoable-notice.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import { TimeField } from '../../../ui/time-field.tsx';
import { type RuleDraft, type RuleType, ruleDraftOf, ruleOf } from './rule-draft.ts';
import { WeeklyDeadlines } from './weekly-deadlines.tsx';

/** When orders must be in: the rule of every site that has none of its own. */
export function OrderRuleSetting() {
  const query = useApiQuery('orderRules.list', {});
  return (
    <QueryView query={query}>
      {(rules) => {
        const rule = rules.find(({ siteId }) => siteId === null)?.rule ?? null;
        return <RuleForm key={JSON.stringify(rule)} rule={rule} />;
      }}
    </QueryView>
  );
}

const TYPES: readonly RuleType[] = ['none', 'lead', 'weekly'];

function RuleForm(props: { readonly rule: OrderRule | null }) {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('orderRules.save');
  const [draft, setDraft] = useState(() => ruleDraftOf(props.rule));
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));
  const rule = ruleOf(draft);
  const changed = rule !== undefined && JSON.stringify(rule) !== JSON.stringify(props.rule);
  const save = async () => {
    if (rule === undefined) return;
    const done = await job.edit({ siteId: null, rule });
    if (done) notifyUndoable(t('rule.saved'), done.edits);
  };
  return (
    <>
      <RuleFields
        draft={draft}
        none={t('rule.types.none')}
        help={t(`rule.help.${draft.type}`)}
        onChange={change}
      />
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      {(changed || rule === undefined) && (
        <div className="row">
          <Button look="primary" disabled={!changed || job.running} onClick={() => void save()}>
            {t('rule.save')}
          </Button>
          <Button onClick={() => setDraft(ruleDraftOf(props.rule))}>{t('common.cancel')}</Button>
        </div>
      )}
    </>
  );
}

interface LeadProps {
  readonly draft: RuleDraft;
  onChange(part: Partial<RuleDraft>): void;
}

interface RuleFieldsProps extends LeadProps {
  /** What no rule means here. */
  readonly none: string;
  readonly help: string;
}

/** A rule being typed: which kind, and its days and times. */
export function RuleFields({ draft, none, help, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice<RuleType>
        label={t('rule.title')}
        options={TYPES.map((id) => ({ id, label: id === 'none' ? none : t(`rule.types.${id}`) }))}
        value={draft.type}
        onChange={(type) => onChange({ type })}
      />
      <p>{help}</p>
      {draft.type === 'lead' && <Lead draft={draft} onChange={onChange} />}
      {draft.type === 'weekly' && (
        <WeeklyDeadlines deadlines={draft.deadlines} onChange={(deadlines) => onChange({ deadlines })} />
      )}
    </>
  );
}

function Lead({ draft, onChange }: LeadProps) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <input
        className="field num days"
        inputMode="numeric"
        aria-label={t('rule.days')}
        value={draft.days}
        onChange={(event) => onChange({ days: event.target.value })}
      />
      <span>
        {t('rule.daysBefore')} <TermHelp name="lead" />
      </span>
      <TimeField label={t('rule.time')} value={draft.at} onChange={(at) => onChange({ at })} />
    </div>
  );
}
