import type { KeyboardEvent } from 'react';
import type { Entries, EntryDraft, EntryPlace } from './use-entries.ts';

interface CountFieldProps {
  readonly of: EntryPlace;
  /** What is kept; `null`: nothing. */
  readonly kept: number | null;
  /** A person entered it. */
  readonly typed: boolean;
  readonly draft: EntryDraft | undefined;
  readonly label: string;
  /** Of what says why it is not kept. */
  readonly noteId: string;
  /** Place among the fields: row and column. */
  readonly place: string;
  readonly actions: Pick<Entries, 'change' | 'keep' | 'forget'>;
}

/** One count of a day. It is kept when one leaves the field; Escape goes back to what is kept. */
export function CountField({ of, kept, typed, draft, label, noteId, place, actions }: CountFieldProps) {
  const state = draft?.answer?.state;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape' || !draft) return;
    event.preventDefault();
    event.stopPropagation();
    actions.forget(of);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className="field num"
      data-place={place}
      data-state={state ?? (typed ? 'manual' : kept === null ? 'open' : 'kept')}
      aria-label={label}
      aria-invalid={state === 'refused'}
      aria-describedby={state ? noteId : undefined}
      value={draft?.text ?? (kept === null ? '' : String(kept))}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => actions.keep(of, kept)}
      onKeyDown={onKeyDown}
      onChange={(event) => actions.change(of, event.currentTarget.value)}
    />
  );
}
