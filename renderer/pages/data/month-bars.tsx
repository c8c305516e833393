import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const HEIGHT = 44;
/** Pixels that the months share, and what a digit and the gap beside a figure take of them. */
const ROOM = { months: 240, digit: 6.5, gap: 4 };
/** Of more months only years are named. */
const WITH_LETTERS = 24;

/** Days with meals in each month: a month that is missing is a gap. */
export function MonthBars({ months }: { readonly months: ImportFileReport['months'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (months.length < 2) return null;
  const most = Math.max(...months.map(({ days }) => days));
  const words = months.map(({ month, days }) =>
    t('guard.monthDays', { month: format.month(month), count: days, n: format.count(days) }),
  );
  const dense = months.length > WITH_LETTERS;
  const figures = months.map(({ days }) => format.count(days));
  const withFigures = months.length * widest(figures) <= ROOM.months;
  return (
    <div
      className={dense ? 'months dense' : 'months'}
      role="img"
      aria-label={t('guard.months', { months: words.join(', ') })}
    >
      {months.map(({ month, days }, i) => (
        <div key={month} title={words[i]} className={isNewYear(month, i, dense) ? 'yr' : undefined}>
          <svg width="100%" height={HEIGHT} aria-hidden="true">
            {days > 0 && (
              <rect
                y={HEIGHT - Math.max(2, (days / most) * HEIGHT)}
                width="100%"
                height={Math.max(2, (days / most) * HEIGHT)}
              />
            )}
          </svg>
          {withFigures && <b className={days === 0 ? 'none' : undefined}>{figures[i]}</b>}
          <span>{dense ? yearAt(month, i) : format.monthShort(month).slice(0, 1)}</span>
        </div>
      ))}
    </div>
  );
}

/** Pixels that the longest of some figures takes. */
const widest = (figures: readonly string[]) =>
  ROOM.gap + ROOM.digit * Math.max(...figures.map((figure) => figure.length));

/** A small gap before September: school years stand apart. */
const isNewYear = (month: string, i: number, dense: boolean) => !dense && i > 0 && month.endsWith('-09');
const yearAt = (month: string, i: number) => (i === 0 || month.endsWith('-01') ? month.slice(2, 4) : '');
