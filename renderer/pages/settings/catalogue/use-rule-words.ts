import type { OrderRule } from '../../../../electron/api/records.ts';
import { addCalendarDays } from '../../../format/dates.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';

/** Some Sunday: a weekday's name is the name of a date on it. */
const SUNDAY = '2026-12-13';

/** An order rule in one line: « 3 jours avant, 9 h », « mardi 12 h : jeudi et vendredi ». */
export function useRuleWords(): (rule: OrderRule | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (weekday: number) => format.weekday(addCalendarDays(SUNDAY, weekday));
  return (rule) => {
    if (rule === null) return t('provision.suppliers.bySite');
    if (rule.type === 'lead') {
      return t('provision.suppliers.days', {
        count: rule.days,
        n: format.count(rule.days),
        at: format.time(rule.at),
      });
    }
    return rule.deadlines
      .map(({ weekday, at, serves }) =>
        t('provision.suppliers.weekly', {
          day: day(weekday),
          at: format.time(at),
          served: format.list(serves.map(day)),
        }),
      )
      .join(' · ');
  };
}
