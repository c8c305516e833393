import { type ReactNode, useId, useState } from 'react';
import type { IsoDate, SiteChange } from '../../../electron/api/records.ts';
import { parseDate } from '../../format/parse-date.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { parseWhole } from './site-draft.ts';

export type Change = Omit<SiteChange, 'siteId'>;

/** Answers why it was refused, in words for the field; `null`: it is kept. */
export type Save = (change: Change) => Promise<string | null>;

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  /** Said where the service refuses; absent: that nothing was kept. */
  readonly refused?: string;
  read(text: string): Change | { readonly wrong: string };
  readonly save: Save;
  readonly beside?: ReactNode;
}

/** A field that keeps what is typed when one leaves it, and says beside it what is wrong. */
export function TextLine({ label, value, numeric, placeholder, refused, read, save, beside }: LineProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = async () => {
    const text = (draft ?? value).normalize('NFC').trim();
    if (draft === null || text === value) return setDraft(null);
    const change = read(text);
    if ('wrong' in change) return setWrong(change.wrong);
    const problem = await save(change);
    setWrong(problem === null ? null : (refused ?? problem));
    if (problem === null) setDraft(null);
  };
  const forget = () => {
    setDraft(null);
    setWrong(null);
  };
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={numeric ? 'field num' : 'field'}
        inputMode={numeric ? 'numeric' : 'text'}
        placeholder={placeholder}
        value={draft ?? value}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') forget();
        }}
      />
      {beside}
      {wrong && (
        <span id={`${id}-wrong`} className="wrong">
          {wrong}
        </span>
      )}
    </div>
  );
}

interface NumberLineProps {
  readonly label: string;
  readonly value: number | null;
  readonly beside?: ReactNode;
  change(n: number | null): Change;
  readonly save: Save;
}

export function NumberLine({ label, value, change, save, beside }: NumberLineProps) {
  const { t } = useTranslation();
  const read = (text: string) => {
    const n = parseWhole(text);
    return n === undefined ? { wrong: t('siteForm.notWhole') } : change(n);
  };
  return (
    <TextLine
      numeric
      label={label}
      value={value === null ? '' : String(value)}
      read={read}
      save={save}
      beside={beside}
    />
  );
}

interface DateLineProps {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly beside?: ReactNode;
  /** Words where the date cannot be; `null`: it can. */
  check(date: IsoDate | null): string | null;
  change(date: IsoDate | null): Change;
  readonly save: Save;
}

/** A date, or nothing where none is stated. */
export function DateLine({ label, value, beside, check, change, save }: DateLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = (text: string) => {
    const date = text === '' ? null : parseDate(text);
    if (text !== '' && date === null) return { wrong: t('sitePage.notDate') };
    const wrong = check(date);
    return wrong === null ? change(date) : { wrong };
  };
  const shown = value === null ? '' : format.dateNumeric(value);
  return (
    <TextLine
      label={label}
      value={shown}
      placeholder={t('sitePage.datePlaceholder')}
      read={read}
      save={save}
      beside={beside}
    />
  );
}
