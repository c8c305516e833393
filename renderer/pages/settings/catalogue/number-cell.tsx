import { type KeyboardEvent, useState } from 'react';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { amountText, parseNumber } from './numbers.ts';

interface NumberCellProps {
  readonly label: string;
  /** Cells of one column: the arrows and Enter go from one to the next. */
  readonly column: string;
  readonly value: number | null;
  /** An empty field means something. */
  readonly mayBeEmpty?: boolean;
  /** What counts where it is empty. */
  readonly placeholder?: string;
  /** Answers whether it was kept; a refused value stays in the field. */
  onSave(value: number | null): Promise<boolean>;
}

/** Enter and the arrows go to the same column of the next row, as in a spreadsheet. */
function nextCell(input: HTMLInputElement, column: string, step: 1 | -1): HTMLInputElement | null {
  const row = input.closest('tr');
  const next = step === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  return next?.querySelector<HTMLInputElement>(`[data-column="${column}"]`) ?? null;
}

/** A number in a table that is changed in place: kept on Enter or when the field is left, given up on Escape. */
export function NumberCell({
  label,
  column,
  value,
  mayBeEmpty = false,
  placeholder,
  onSave,
}: NumberCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? value : parseNumber(typed);
  const wrong = parsed === undefined || (parsed === null && !mayBeEmpty && value !== null);
  const keep = async () => {
    if (typed === null || wrong || parsed === undefined) return;
    if (parsed === value || (await onSave(parsed))) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (event.key === 'Escape' && typed !== null) {
      // The dialog or page around it has no say: only this field is given up.
      event.stopPropagation();
      setTyped(null);
    }
    if (step === undefined) return;
    event.preventDefault();
    const next = nextCell(event.currentTarget, column, step);
    if (next) next.focus();
    else void keep();
  };
  return (
    <input
      className="field num cell-input"
      inputMode="decimal"
      data-column={column}
      aria-label={label}
      aria-invalid={wrong}
      placeholder={placeholder}
      title={wrong ? t('provision.notANumber') : undefined}
      value={typed ?? amountText(value, language)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={onKeyDown}
    />
  );
}
