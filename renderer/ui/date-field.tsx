import { type KeyboardEvent, useState } from 'react';
import type { IsoDate } from '../../electron/api/records.ts';
import { parseDate } from '../format/parse-date.ts';
import { useFormat } from '../format/use-format.ts';

interface DateFieldProps {
  readonly label: string;
  /** Empty while what is typed is no date. */
  readonly value: IsoDate | '';
  /** Wrong beside another field, though it is a date. */
  readonly wrong?: boolean;
  readonly title?: string | undefined;
  onChange(value: IsoDate | ''): void;
  /** What was typed is meant: the field was left, or Enter pressed. */
  onSettle?(): void;
}

/** A date in the page's own way of writing it; the browser's own field follows the browser's language. */
export function DateField({ label, value, wrong = false, title, onChange, onSettle }: DateFieldProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const noDate = typed !== null && parseDate(typed) === null;
  return (
    <input
      className="field num date"
      aria-label={label}
      aria-invalid={noDate || wrong}
      title={title}
      value={typed ?? (value && format.dateNumeric(value))}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parseDate(event.target.value) ?? '');
      }}
      onBlur={() => {
        if (!noDate) setTyped(null);
        onSettle?.();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') onSettle?.();
      }}
    />
  );
}
