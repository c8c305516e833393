import type { AppState, RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { FindSite, MANY_SITES } from '../../ui/find-site.tsx';
import type { DayTotals } from './served-model.ts';
import type { ServedActions } from './use-served.ts';

interface ServedBarProps {
  readonly rows: readonly RecordRow[];
  readonly totals: DayTotals;
  readonly state: AppState;
  readonly actions: ServedActions;
  /** What is looked for among the sites. */
  readonly find: string;
  onFind(text: string): void;
  /** To the first site found. */
  onFirst(): void;
}

/** How far the day is, how its forecast did once all is known, and the rest at once. */
export function ServedBar(props: ServedBarProps) {
  const { rows, totals, state, actions, find, onFind, onFirst } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { sites, complete, estimated, check, children, expected } = totals;
  const share = (count: number) => `${(100 * count) / sites}%`;
  const rest = rows.filter((row) => row.state === 'open' && row.headCount !== null);
  const takeRest = () =>
    actions.save(
      rest.map(({ siteId, date }) => ({ siteId, date, estimated: true })),
      t('record.restTaken', { count: rest.length, n: format.count(rest.length) }),
    );
  const counted = [
    t('record.progress.complete', { count: complete, n: format.count(complete) }),
    ...(estimated > 0
      ? [t('record.progress.estimated', { count: estimated, n: format.count(estimated) })]
      : []),
    ...(check > 0 ? [t('record.progress.check', { count: check, n: format.count(check) })] : []),
  ];
  return (
    <div className="bar">
      <span className="record-progress" aria-hidden="true">
        <i style={{ width: share(complete) }} />
        <i className="est" style={{ width: share(estimated) }} />
      </span>
      <span>
        <b>{counted.join(', ')}</b>{' '}
        <span className="mute">{t('record.progress.of', { n: format.count(sites) })}</span>
      </span>
      {complete === sites && expected !== null && children !== null && (
        <span>
          {t('record.score.day', { n: format.count(Math.round(expected)), served: format.count(children) })}
        </span>
      )}
      {state.openRecordDays.length === 0 && <span className="mute">{t('record.nothingOpen')}</span>}
      <span className="push" />
      {rows.length >= MANY_SITES && <FindSite text={find} onText={onFind} onFirst={onFirst} />}
      {rest.length > 0 && (
        <Button onClick={takeRest}>
          {t('record.restAsHeadCount')} <span className="mute">{format.count(rest.length)}</span>
        </Button>
      )}
    </div>
  );
}
