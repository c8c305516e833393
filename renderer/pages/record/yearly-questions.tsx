import type { WeighingCampaign, YearlyAnswers } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { QueryView } from '../../ui/query-view.tsx';

/** The yearly questions of ma-cantine: what is on record answers some, the others are named as open. */
export function YearlyQuestions({ campaign }: { readonly campaign: WeighingCampaign }) {
  const { t } = useTranslation();
  const format = useFormat();
  const year = Number(campaign.from.slice(0, 4));
  const answers = useApiQuery(
    'weighings.yearly',
    { siteId: campaign.siteId ?? 0, year },
    { enabled: campaign.siteId !== null },
  );
  return (
    <>
      <h3>{t('weighing.yearly', { year })}</h3>
      <p>{t('weighing.diagnosis', { period: format.range(campaign.from, campaign.to) })}</p>
      {campaign.siteId !== null && (
        <QueryView query={answers}>{(known) => <Known answers={known} />}</QueryView>
      )}
      <p className="mute">{t('weighing.notKnown')}</p>
    </>
  );
}

function Known({ answers }: { readonly answers: YearlyAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { days, firstDay, lastDay, children, adults, vegetarian, reused } = answers;
  const n = format.count;
  return (
    <>
      {firstDay !== null && lastDay !== null && (
        <p>
          {t('weighing.mealsOfYear', { n: n(children + adults) })}{' '}
          <span className="mute">
            {t('weighing.mealsOfDays', { count: days, n: n(days), period: format.range(firstDay, lastDay) })}
            {adults === 0 && ` ${t('weighing.withoutAdults')}`}
          </span>
        </p>
      )}
      {vegetarian.weeks > 0 && (
        <p>
          {t(`weighing.recurrence.${vegetarian.answer ?? 'unsure'}`)}{' '}
          <span className="mute">
            {t('weighing.vegetarianMenus', { n: n(vegetarian.vegetarian), weeks: n(vegetarian.weeks) })}
            {vegetarian.unsure > 0 && `, ${t('weighing.vegetarianUnsure', { n: n(vegetarian.unsure) })}`}
          </span>
        </p>
      )}
      {reused > 0 && <p>{t('weighing.reusedPortions', { count: reused, n: n(reused) })}</p>}
    </>
  );
}
