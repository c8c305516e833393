import type { KeyboardEvent } from 'react';
import type { CoverageDay } from '../../../electron/api/records.ts';
import type { Entries, EntryDraft } from './use-entries.ts';

interface CountFieldProps {
  readonly siteId: number;
  readonly day: CoverageDay;
  readonly draft: EntryDraft | undefined;
  readonly label: string;
  /** Of what says why it is not kept. */
  readonly noteId: string;
  /** Place among the fields: row and column. */
  readonly place: string;
  readonly actions: Pick<Entries, 'change' | 'keep' | 'forget'>;
}

/** One day's served count. It is kept when one leaves the field; Escape goes back to what is kept. */
export function CountField({ siteId, day, draft, label, noteId, place, actions }: CountFieldProps) {
  const { date, served } = day;
  const state = draft?.answer?.state;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape' || !draft) return;
    event.preventDefault();
    event.stopPropagation();
    actions.forget(siteId, date);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className="field num"
      data-place={place}
      data-state={state ?? (day.typed ? 'manual' : served === null ? 'open' : 'kept')}
      aria-label={label}
      aria-invalid={state === 'refused'}
      aria-describedby={state ? noteId : undefined}
      value={draft?.text ?? (served === null ? '' : String(served))}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => actions.keep(siteId, date, served)}
      onKeyDown={onKeyDown}
      onChange={(event) => actions.change(siteId, date, event.currentTarget.value)}
    />
  );
}
