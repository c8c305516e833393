import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { Moment } from '../../../electron/api/records.ts';
import { parseDate } from '../../format/parse-date.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { TimeField } from '../../ui/time-field.tsx';

const NAME_LENGTH = 60;

export interface Sending {
  readonly recipient: string;
  readonly sentAt: Moment;
}

interface SendingFormProps {
  /** What the field starts with; `null`: whom it went to is known, and is not asked. */
  readonly recipient: string | null;
  readonly now: Moment;
  /** What is noted, and what that means. */
  readonly hint: string;
  onSubmit(sending: Sending): void;
  onEscape(): void;
}

/** To whom something was sent, and when. */
export function SendingForm({ recipient, now, hint, onSubmit, onEscape }: SendingFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [name, setName] = useState(recipient ?? '');
  const [day, setDay] = useState(() => format.dateNumeric(now.slice(0, 10)));
  const [time, setTime] = useState(now.slice(11));
  const [tried, setTried] = useState(false);
  const date = parseDate(day);
  const sentAt = date === null || time === '' ? null : `${date}T${time}`;
  const wrong =
    recipient !== null && name.trim() === ''
      ? t('sending.noName')
      : sentAt === null || sentAt > now
        ? t('sending.wrongMoment')
        : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong === null && sentAt !== null) onSubmit({ recipient: name.trim(), sentAt });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onEscape();
  };
  return (
    <form className="form" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {recipient !== null && (
        <label>
          {t('sending.to')}
          <input
            className="field"
            // biome-ignore lint/a11y/noAutofocus: a popover that was asked for takes the focus.
            autoFocus
            maxLength={NAME_LENGTH}
            placeholder={t('sending.toHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
      )}
      <fieldset className="sent-when">
        <legend>{t('sending.when')}</legend>
        <input
          className="field num"
          // biome-ignore lint/a11y/noAutofocus: a popover that was asked for takes the focus.
          autoFocus={recipient === null}
          aria-label={t('sending.day')}
          aria-invalid={date === null}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TimeField label={t('sending.time')} value={time} onChange={setTime} />
      </fieldset>
      {tried && wrong ? (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        <p className="mute">{hint}</p>
      )}
      <Button look="primary" type="submit">
        {t(recipient === null ? 'sending.noteBon' : 'sending.note')}
      </Button>
    </form>
  );
}
