import { type FocusEvent, type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import type { AppState, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNow } from './deadline-line.tsx';
import { isToSend, type ToApprove, toApprove } from './decisions.ts';
import { useApprove } from './use-decide.ts';
import { ordersOf, type Week } from './week-model.ts';

interface ValidateProps {
  readonly week: Week;
  readonly state: AppState;
}

/** « Valider jeudi et vendredi »: the orders of the next deadline, or all that are open. */
export function ApproveButton({ week, state }: ValidateProps) {
  const { t } = useTranslation();
  const now = useNow(state.today);
  const rows = ordersOf(week).filter(({ date }) => date >= state.today);
  const chosen = toApprove(rows, now);
  const words = useValidateWords(chosen);
  const done = useDoneWords(chosen);
  const approve = useApprove();
  const [running, setRunning] = useState(false);
  const validate = async (orders: readonly PlanRow[]) => {
    setRunning(true);
    await approve(orders, done);
    setRunning(false);
  };
  const run = () => void validate(chosen?.rows ?? []);
  const named = state.settings.person !== null;
  useOffer('validate', chosen && named && !running ? run : null);
  if (rows.length === 0) return week.days.every(({ past }) => past) ? <PastWeek /> : null;
  if (!chosen) {
    // The tag of the week that was sent stands beside it, and says more.
    if (!rows.some(isToSend)) return null;
    return (
      <span className="tag">
        <Icon name="frozen" small />
        {t('decide.weekValidated')}
      </span>
    );
  }
  if (!named) return <AskedFirst words={words} onValidate={run} />;
  return (
    <Button look="primary" aria-disabled={running} onClick={running ? undefined : run}>
      {words}
    </Button>
  );
}

function PastWeek() {
  const { t } = useTranslation();
  return <span className="tag">{t('past.week')}</span>;
}

function useValidateWords(chosen: ToApprove | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (!chosen?.byDeadline) return t('decide.validateWeek');
  return t('decide.validateDays', { days: format.list(chosen.dates.map((date) => format.weekday(date))) });
}

function useDoneWords(chosen: ToApprove | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = chosen?.rows ?? [];
  const meals = rows.reduce((sum, row) => sum + row.order, 0);
  return t('decide.frozen', {
    count: rows.length,
    n: format.count(rows.length),
    days: format.list((chosen?.dates ?? []).map((date) => format.weekday(date))),
    meals: format.count(meals),
  });
}

/** Asks once who works with the program; it can be left open, and is kept in the settings. */
function AskedFirst(props: { readonly words: string; onValidate(): void }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useOffer('validate', () => setOpen(true));
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const submit = async (person: string) => {
    await save({ person });
    props.onValidate();
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the focus leave.
    <span className="asks" ref={place} onBlur={onBlur}>
      <Button look="primary" aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        {props.words}
      </Button>
      {open && (
        <div className="pop asking" role="dialog" aria-label={t('decide.whoTitle')}>
          <WhoForm words={props.words} onSubmit={submit} onEscape={close} />
        </div>
      )}
    </span>
  );
}

interface WhoFormProps {
  readonly words: string;
  onSubmit(person: string): Promise<void>;
  onEscape(): void;
}

function WhoForm({ words, onSubmit, onEscape }: WhoFormProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void onSubmit(person.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape();
  };
  return (
    <form className="form" onSubmit={submit} onKeyDown={onKeyDown}>
      <label>
        {t('decide.who')}
        <input
          className="field"
          // biome-ignore lint/a11y/noAutofocus: a popover that was asked for takes the focus.
          autoFocus
          maxLength={80}
          autoComplete="name"
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
      </label>
      <p className="mute">{t('decide.whoHint')}</p>
      <Button look="primary" type="submit">
        {words}
      </Button>
    </form>
  );
}
