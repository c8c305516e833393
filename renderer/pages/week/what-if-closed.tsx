import type { PlanRow, StrikeEvidence, WhatIfAnswer } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { Button } from '../../ui/button.tsx';
import { InlineError } from './inline-error.tsx';
import { useApply } from './use-apply.ts';
import { NOTHING, outcomeOf, refusalOf } from './what-if-model.ts';

/** A closed school is no forecast: its order is 0, whatever else is supposed. */
export function ClosedSwitch(props: { readonly on: boolean; onSwitch(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="if">
      <button
        type="button"
        className="switch"
        role="switch"
        aria-checked={props.on}
        aria-label={t('whatIf.closed')}
        onClick={props.onSwitch}
      />
      <span className="what">
        {/* The pointer may take the words for the switch; the keyboard has the switch itself. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the switch beside it is the control. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the switch beside it is the control. */}
        <span onClick={props.onSwitch}>{t('whatIf.closed')}</span>
      </span>
      <b>{format.count(0)}</b>
    </div>
  );
}

/** What is known of strikes here, in one line: a range alone does not say how seldom anything happened. */
export function StrikeLine({ strikes }: { readonly strikes: StrikeEvidence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { days, asUsual, fewer, far } = strikes;
  if (days === 0) return <p className="mute">{t('whatIf.noStrikes')}</p>;
  const parts = (['asUsual', 'fewer', 'far'] as const)
    .map((part) => ({ part, count: { asUsual, fewer, far }[part] }))
    .filter(({ count }) => count > 0)
    .map(({ part, count }) => t(`whatIf.strikes.${part}`, { n: format.count(count) }));
  return (
    <p className="mute">{t('whatIf.pastStrikes', { n: format.count(days), parts: parts.join(', ') })}</p>
  );
}

interface ClosedResultProps {
  readonly row: PlanRow;
  readonly answer: WhatIfAnswer;
  onApplied(): void;
}

/** « 0 repas au lieu de 142 », and the closure put on record. */
export function ClosedResult({ row, answer, onApplied }: ClosedResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useAppState().data?.today ?? row.date;
  const { running, error, close } = useApply(row);
  const now = outcomeOf(answer, NOTHING);
  const refusal = refusalOf(row, answer, NOTHING, today);
  const onApply = async () => {
    if (await close()) onApplied();
  };
  return (
    <>
      <p className="then" aria-live="polite">
        <b>{t('whatIf.then', { count: 0, n: format.count(0) })}</b>{' '}
        {now && t('whatIf.insteadClosed', { now: format.count(now.order) })}
      </p>
      {refusal === null ? (
        <p className="row">
          <Button disabled={running} onClick={() => void onApply()}>
            {t('whatIf.apply')}
          </Button>
          <span className="mute">{t('whatIf.applyClosedHint')}</span>
        </p>
      ) : (
        <p className="behind">{t(`whatIf.refused.${refusal}`)}</p>
      )}
      {error && <InlineError error={error} />}
    </>
  );
}
