import type { KeyboardEvent } from 'react';
import type { ClosureKind, CoverageDay, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { markKinds } from './use-marks.ts';

interface DayCellProps {
  readonly day: CoverageDay;
  readonly place: string;
  onMark(kind: ClosureKind): void;
}

/** The cell of a day: letters mark the day here, and nowhere else, since in a field they are what one types. */
export function DayCell({ day, place, onMark }: DayCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const kind = markKinds.find((one) => t(`coverage.markKeys.${one}`) === event.key.toUpperCase());
    if (!kind) return;
    event.preventDefault();
    onMark(kind);
  };
  return (
    <button
      type="button"
      className="daycell"
      data-place={place}
      title={format.day(day.date)}
      onKeyDown={onKeyDown}
    >
      {format.dayShort(day.date)}
    </button>
  );
}

interface MarkBarProps {
  readonly day: CoverageDay | undefined;
  onMark(day: CoverageDay, kind: ClosureKind): void;
}

/** The marks of the day in which one is, as switches. */
export function MarkBar({ day, onMark }: MarkBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!day) return null;
  return (
    <fieldset className="markbar">
      <legend>{t('coverage.markDay', { day: format.dayShort(day.date) })}</legend>
      {markKinds.map((kind) => {
        const noted = day.marks.find((mark) => mark.kind === kind);
        const everywhere = noted?.everywhere ?? false;
        return (
          <button
            key={kind}
            type="button"
            className="btn"
            aria-pressed={noted !== undefined}
            aria-disabled={everywhere}
            title={everywhere ? t('coverage.markedEverywhere') : undefined}
            onClick={() => onMark(day, kind)}
          >
            {t(`coverage.marks.${kind}`)} <kbd>{t(`coverage.markKeys.${kind}`)}</kbd>
          </button>
        );
      })}
    </fieldset>
  );
}

/** The day of a list that has the date. */
export const dayOn = (days: readonly CoverageDay[], date: IsoDate | null) =>
  days.find((day) => day.date === date);
