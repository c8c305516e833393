import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const HEIGHT = 44;
/** More months leave no room for figures; of still more, only years are named. */
const WITH_FIGURES = 14;
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
          {months.length <= WITH_FIGURES && (
            <b className={days === 0 ? 'none' : undefined}>{format.count(days)}</b>
          )}
          <span>{dense ? yearAt(month, i) : format.monthShort(month).slice(0, 1)}</span>
        </div>
      ))}
    </div>
  );
}

/** A small gap before September: school years stand apart. */
const isNewYear = (month: string, i: number, dense: boolean) => !dense && i > 0 && month.endsWith('-09');
const yearAt = (month: string, i: number) => (i === 0 || month.endsWith('-01') ? month.slice(2, 4) : '');
