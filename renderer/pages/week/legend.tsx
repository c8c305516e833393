import type { Flag } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { FLAG_TONES } from './flags.ts';
import { ordersOf, type Week } from './week-model.ts';

/** What an edit can bring comes last, and pushes nothing. */
const BY_EDIT: readonly Flag[] = ['strike', 'outing', 'over-capacity', 'over-enrolment'];
const ALL_FLAGS = (Object.keys(FLAG_TONES) as readonly Flag[]).toSorted(
  (a, b) => BY_EDIT.indexOf(a) - BY_EDIT.indexOf(b),
);

/** The key to what is drawn in this week, and to nothing else. */
export function Legend(props: { readonly week: Week }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { week } = props;
  const rows = ordersOf(week);
  const seen = new Set(rows.flatMap((row) => row.flags));
  return (
    <div className="legend">
      <span>
        <svg width="58" height="8" aria-hidden="true" className="draw">
          <rect y="3" width="58" height="2" fill="var(--c-grid)" />
          <rect x="33" y="1" width="14" height="6" fill="var(--c-band)" />
          <rect x="42" width="2" height="8" fill="var(--c-model)" />
          <rect x="57" width="1" height="8" fill="var(--c-axis)" />
        </svg>
        {t(gaugeWords(week))} <TermHelp name="gauge" />
      </span>
      {/* Whether or not there is one yet: what comes with an edit would push the rest into another line. */}
      <span className="own">
        <Icon name="forced" small />
        {t('decide.legendForced')}
      </span>
      <span>
        <Icon name="frozen" small />
        {t('decide.legendFrozen')} <TermHelp name="frozen" />
      </span>
      {ALL_FLAGS.filter((flag) => seen.has(flag)).map((flag) => (
        <span key={flag} className={FLAG_TONES[flag]} title={t(`flagHelp.${flag}`)}>
          <Icon name={flag} small />
          {t(`flag.${flag}`)}
        </span>
      ))}
      {rows.some((row) => (row.decision.approved?.correction ?? 0) !== 0) && (
        <span>
          <b aria-hidden="true">{format.signed(1)}</b>
          {t('decide.legendFix')}
        </span>
      )}
    </div>
  );
}

function gaugeWords(week: Week) {
  if (week.sites.every((site) => site.scale.usual)) return 'week.legendGauge';
  return week.sites.some((site) => site.capacity !== null) ? 'week.legendGaugeFree' : 'week.legendGaugeBare';
}
