import { type FocusEvent, useRef, useState } from 'react';
import type { AppState, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNow } from './deadline-line.tsx';
import { isApproved, isToSend } from './decisions.ts';
import { type Sending, SendingForm } from './sending-form.tsx';
import { useNoteSent } from './use-note-sent.ts';
import { ordersOf, type Week } from './week-model.ts';

interface NoteSentProps {
  readonly week: Week;
  readonly state: AppState;
}

/** « Noter comme envoyée »: the approved orders of the week of which nobody noted yet that they were sent. */
export function NoteSent({ week, state }: NoteSentProps) {
  const { t } = useTranslation();
  const rows = ordersOf(week).filter((row) => row.date >= state.today && isApproved(row));
  const toSend = rows.filter(isToSend);
  if (rows.length === 0) return null;
  if (toSend.length > 0) return <AskSending rows={toSend} state={state} />;
  const isWhole = ordersOf(week).every((row) => row.date < state.today || isApproved(row));
  return isWhole ? (
    <span className="tag">
      <Icon name="frozen" small />
      {t('sending.weekSent')}
    </span>
  ) : null;
}

function AskSending(props: { readonly rows: readonly PlanRow[]; readonly state: AppState }) {
  const { rows, state } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(state.today);
  const note = useNoteSent();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const days = [...new Set(rows.map(({ date }) => date))].map((date) => format.weekday(date));
  const meals = rows.reduce((sum, row) => sum + row.order, 0);
  const figures = {
    count: rows.length,
    n: format.count(rows.length),
    days: format.list(days),
    meals: format.count(meals),
  };
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const submit = (sending: Sending) => {
    setOpen(false);
    void note(rows, sending, t('sending.noted', { ...figures, to: sending.recipient }));
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the focus leave.
    <span className="asks" ref={place} onBlur={onBlur}>
      <Button aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        {t('sending.open')}
      </Button>
      {open && (
        <div className="pop asking" role="dialog" aria-label={t('sending.open')}>
          <SendingForm
            recipient={state.lastRecipient ?? ''}
            now={now}
            hint={t('sending.hint', figures)}
            onSubmit={submit}
            onEscape={close}
          />
        </div>
      )}
    </span>
  );
}
