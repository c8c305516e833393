import type { Leak, LeakKey, LeakTrial, NamedCause } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** What names the place of a leak to the service. */
export const leakKey = ({ siteId, kitchenId, kind, part }: Leak): LeakKey =>
  siteId === undefined ? { kitchenId, kind, part } : { siteId, kind, part };

/** How a place, its causes and a trial are written. */
export function useLeakWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const meals = (value: number) => format.signedTenths(value);
  return {
    meals,
    part: ({ kind, family, pack, days }: Leak): string => {
      if (kind === 'override') return t('leaks.override');
      if (pack !== null) return [pack.name, ...pack.sizes].join(', ');
      if (kind === 'dish') return family === null ? '' : t(`dishes.families.${family}`);
      return days[0] ? format.weekday(days[0].date) : '';
    },
    cause: (found: NamedCause | undefined): string => {
      if (found === undefined) return t('leaks.causes.none');
      const shares = ['head-count-missing', 'dish-refused'];
      const n = shares.includes(found.cause) ? format.percent(found.amount) : format.tenths(found.amount);
      return t(`leaks.causes.${found.cause}`, { n });
    },
    trial: ({ triedOn, before, after }: LeakTrial): string => {
      const day = format.dayMonthShort(triedOn);
      return before === null || after === null
        ? t('leaks.triedOnly', { day })
        : t('leaks.tried', { day, before: meals(before), after: meals(after) });
    },
  };
}
