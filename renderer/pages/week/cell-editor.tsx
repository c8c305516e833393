import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { ReasonList } from './reason-list.tsx';
import { type TypedOrder, typedOrder, useUsualReasons } from './usual-reasons.ts';

/** Where the focus goes when a cell has been typed in; `leave`: it is elsewhere already. */
export type Move = 'leave' | 'stay' | 'up' | 'down' | 'left' | 'right';

interface CellEditorProps {
  readonly label: string;
  /** What stands in the field at first: the digit that opened it, or the number as it was. */
  readonly start: string;
  /** `null`: nothing is to be changed. */
  onDone(order: TypedOrder | null, move: Move): void;
}

/** A number, and a reason as long as the panel takes one. */
const LONGEST = 207;

const MOVES: Readonly<Record<string, readonly [plain: Move, shifted: Move]>> = {
  Enter: ['down', 'up'],
  Tab: ['right', 'left'],
};

/**
 * A number typed over a cell, as in a spreadsheet, and after it why: Enter and Tab keep it, Escape does not, leaving it
 * does.
 */
export function CellEditor({ label, start, onDone }: CellEditorProps) {
  const [text, setText] = useState(start);
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  const hint = useId();
  const reasons = useUsualReasons();
  const order = typedOrder(text, reasons);
  const { quantity } = order;
  useEffect(() => {
    input.current?.focus();
  }, []);
  const end = (kept: TypedOrder | null, move: Move) => {
    if (ended.current) return;
    ended.current = true;
    onDone(kept, move);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') return end(null, 'stay');
    const moves = MOVES[event.key];
    if (!moves) return;
    event.preventDefault();
    if (quantity !== null) end(order, moves[event.shiftKey ? 1 : 0]);
  };
  return (
    <>
      <input
        ref={input}
        className="celledit"
        autoComplete="off"
        maxLength={LONGEST}
        aria-label={label}
        aria-describedby={hint}
        aria-invalid={quantity === null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => end(quantity === null ? null : order, 'leave')}
      />
      <ReasonList
        id={hint}
        field={input}
        reasons={reasons}
        chosen={order.reason}
        onChoose={(reason) => setText(`${quantity ?? ''} ${reason}`.trim())}
      />
    </>
  );
}
