import { Trans, useTranslation } from 'react-i18next';
import type { AppState, IsoDate } from '../../../electron/api/records.ts';
import { daysBetween } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { ClearSample } from '../../shell/clear-sample.tsx';
import { Icon } from '../../ui/icons.tsx';

/** Longer than the longest holidays but summer's: after that the habits may have changed. */
const OLD_AFTER_DAYS = 30;

/** Until when records go, and whether the canteens are the invented ones. */
export function WeekStatus(props: { readonly state: AppState; readonly monday: IsoDate | null }) {
  const { state } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const monday = props.monday ?? state.suggestedWeek;
  const old = state.lastDay !== null && daysBetween(state.lastDay, monday) > OLD_AFTER_DAYS;
  return (
    <span className={old ? 'status warn' : 'status'}>
      <Icon name={old ? 'warning' : 'data'} />
      {state.lastDay ? (
        <span>
          <Trans
            t={t}
            i18nKey={old ? 'week.recordsOld' : 'week.recordsTo'}
            values={{ day: format.date(state.lastDay) }}
            components={{ b: <b /> }}
          />
        </span>
      ) : (
        <span>{t('week.noRecords')}</span>
      )}
      {state.sample && <ClearSample />}
    </span>
  );
}
