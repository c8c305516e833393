import { useState } from 'react';
import { useFormat } from '../format/use-format.ts';

/** `HH:MM` of a time as people type it: 9, 9:30, 9h30, 9 h 30; `null` for anything else. */
export function parseTime(text: string): string | null {
  const found = /^(\d{1,2})(?:\s*[:hH.]\s*(\d{2})?)?$/.exec(text.trim().replaceAll('\u00a0', ' '));
  if (!found) return null;
  const [, hours = '', minutes = '00'] = found;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

interface TimeFieldProps {
  readonly label: string;
  /** `HH:MM`; empty while what is typed is no time. */
  readonly value: string;
  onChange(value: string): void;
}

/** A time of day in the page's own way of writing it; the browser's own field follows the browser's language. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && parseTime(typed) === null;
  return (
    <input
      className="field num time"
      aria-label={label}
      aria-invalid={wrong}
      value={typed ?? (value && format.time(value))}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parseTime(event.target.value) ?? '');
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
