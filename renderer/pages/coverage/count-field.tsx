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
  /** What `=` stands for; absent or `null`: nothing. */
  readonly headCount?: number | null;
  readonly actions: Pick<Entries, 'change' | 'keep' | 'forget'>;
}

/** One count of a day. It is kept when one leaves the field; `=` takes the head count, Escape what is kept. */
export function CountField(props: CountFieldProps) {
  const { of, kept, typed, draft, label, noteId, place, headCount = null, actions } = props;
  const state = draft?.answer?.state;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === '=' && headCount !== null) actions.change(of, String(headCount));
    else if (event.key === 'Escape' && draft) {
      event.stopPropagation();
      actions.forget(of);
    } else return;
    event.preventDefault();
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
