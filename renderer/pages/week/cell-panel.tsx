import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ApiError } from '../../../electron/api/contract.ts';
import type { Flag, IsoDate, LevelChange, PlanCell, PlanRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { sitePath } from '../../routes/places.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StateView } from '../../ui/states.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { onceLaidOut } from '../../ui/use-box-size.ts';
import { useHeldPlace } from '../../ui/use-held-place.ts';
import { useNow } from './deadline-line.tsx';
import { DecideFooter } from './decide-footer.tsx';
import { isChanged } from './decisions.ts';
import { FLAG_TONES } from './flags.ts';
import { SiteHistory } from './history.tsx';
import { OrderVersions } from './order-versions.tsx';
import { PastFooter } from './past-cell.tsx';
import { SameDish } from './same-dish.tsx';
import { WhatIf } from './what-if.tsx';
import { type Supposition, supposedBy } from './what-if-model.ts';
import { Why } from './why.tsx';

interface CellPanelProps {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly today: IsoDate;
  readonly site: string | null;
  /** The cell as the grid knows it: its numbers show at once, what is behind them comes after. */
  readonly row: PlanRow | null;
  readonly previous: PlanRow | null;
  readonly next: PlanRow | null;
  /** What it was opened to try. */
  readonly supposed: Supposition | null;
  onGo(siteId: number, date: IsoDate): void;
  onClose(): void;
}

const isDigit = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  /^\d$/.test(key) && !ctrlKey && !metaKey && !altKey;

export function CellPanel(props: CellPanelProps) {
  const { siteId, date, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const panel = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const place = `${siteId} ${date}`;
  useHeldPlace(body, 'section', place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel takes the focus once for each cell it shows.
  useEffect(() => {
    const shown = panel.current;
    // To focus is to ask where it is: once the grid beside it is laid out anew, that costs nothing.
    return shown ? onceLaidOut(shown, () => shown.focus()) : undefined;
  }, [place]);
  const now = useNow(props.today);
  const query = useApiQuery('plan.cell', { siteId, date });
  const past = date < props.today;
  // What is behind the numbers is drawn in slices: the panel itself is there at once.
  const drawn = useDeferredValue(query.data);
  const isOfCell = drawn?.row.siteId === siteId && drawn.row.date === date;
  const reasons = { ...query, data: query.data && isOfCell ? drawn : undefined };
  // A row that is gone stands until it is known why: the panel changes once, and nothing moves before.
  const row = props.row ?? (query.refreshing ? (reasons.data?.row ?? null) : null);
  const site = row?.site ?? props.site ?? '\u00a0';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && isDigit(event)) {
      // A number typed on the panel is the order, as on the grid.
      panel.current?.querySelector<HTMLInputElement>('.decideform .n')?.focus();
      return;
    }
    const one = event.target === event.currentTarget ? supposedBy(event.key) : null;
    const supposes = one ? panel.current?.querySelector<HTMLElement>(`[data-supposes=${one}]`) : null;
    supposes?.click();
    supposes?.closest('.what-if')?.scrollIntoView({ block: 'nearest' });
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={t('panel.label')} onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2 title={site}>{site}</h2>
          <p>
            {format.day(date)}{' '}
            <Link className="link" href={sitePath(siteId)}>
              {t('panel.sitePage')}
            </Link>
          </p>
        </div>
        <span className="push" />
        <GoButton icon="previous" label={t('panel.previous')} to={props.previous} onGo={props.onGo} />
        <GoButton icon="next" label={t('panel.next')} to={props.next} onGo={props.onGo} />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <div className="body" ref={body}>
        <div>
          {row && <Figures row={row} past={past} />}
          {!row && reasons.error?.kind === 'refused' ? (
            <NoOrder error={reasons.error} />
          ) : (
            <QueryView query={reasons}>
              {(cell) => (
                <>
                  {!row && <Figures row={cell.row} past={past} />}
                  <Reasons cell={row ? { ...cell, row } : cell} past={past} supposed={props.supposed} />
                </>
              )}
            </QueryView>
          )}
          {/* It comes with the first decision: last, so that it pushes nothing. */}
          {row && <OrderVersions row={row} />}
        </div>
        <div />
      </div>
      {row && (past ? <PastFooter row={row} /> : <DecideFooter row={row} now={now} />)}
    </aside>
  );
}

/** A site that is closed that day, or has no records: nothing failed, and the way to where that is changed. */
function NoOrder({ error }: { readonly error: ApiError }) {
  const { t } = useTranslation();
  return (
    <StateView icon="closed" title={error.message} text={error.remedy}>
      <Link className="link" href="/data/calendars">
        {t('calendars.tab')}
      </Link>
    </StateView>
  );
}

interface GoButtonProps extends Pick<CellPanelProps, 'onGo'> {
  readonly icon: 'previous' | 'next';
  readonly label: string;
  readonly to: PlanRow | null;
}

function GoButton({ icon, label, to, onGo }: GoButtonProps) {
  return (
    <IconButton
      look="ghost"
      icon={icon}
      label={label}
      disabled={!to}
      onClick={() => {
        if (to) onGo(to.siteId, to.date);
      }}
    />
  );
}

/** What the row says by itself. */
function Figures(props: { readonly row: PlanRow; readonly past: boolean }) {
  return (
    <section>
      <Decision row={props.row} past={props.past} />
      <Marks row={props.row} />
    </section>
  );
}

/** What is behind the numbers. */
function Reasons(
  props: Pick<CellPanelProps, 'supposed'> & { readonly cell: PlanCell; readonly past: boolean },
) {
  const { cell, past, supposed } = props;
  const place = `${cell.row.siteId} ${cell.row.date}`;
  const whatIf = !past && <WhatIf key={`if ${place}`} row={cell.row} first={supposed} />;
  return (
    <>
      {/* What the panel was opened to try is seen at once. */}
      {supposed && whatIf}
      <SiteHistory key={`past ${place}`} cell={cell} />
      <Why cell={cell} />
      <SameDish key={`dish ${place}`} row={cell.row} />
      {!supposed && whatIf}
      <RollingStats cell={cell} />
    </>
  );
}

function Decision(props: { readonly row: PlanRow; readonly past: boolean }) {
  const { row, past } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="decide">
      <span className={isChanged(row) ? 'big forced' : 'big'}>
        {past && !row.decision.recorded ? '–' : format.count(row.order)}
      </span>
      <dl>
        <dt>{t(past && !row.decision.recorded ? 'past.wouldBe' : 'panel.recommended')}</dt>
        <dd>{format.count(row.decision.recommended)}</dd>
        <dt>
          {t('panel.expected')} <TermHelp name="forecast" />
        </dt>
        <dd>{t('panel.meals', { count: Math.round(row.mean), n: format.count(row.mean) })}</dd>
        <dt>
          {t('panel.range')} <TermHelp name="range" />
        </dt>
        <dd>{t('panel.fromTo', { low: format.count(row.low), high: format.count(row.high) })}</dd>
        {row.capacity !== null && (
          <>
            <dt>
              {t('panel.places')} <TermHelp name="places" />
            </dt>
            <dd>{format.count(row.capacity)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** What is special about the day, and which rule gave the number when it was not the model. */
function Marks(props: { readonly row: PlanRow }) {
  const { row } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const byRule = row.model !== 'regression';
  const levelWords = ({ before, after, since }: LevelChange) =>
    t('panel.levelChange', {
      before: format.count(before),
      after: format.count(after),
      since: format.day(since),
    });
  // One order, one mark: two would push what is below.
  const overBoth = row.flags.includes('over-capacity') && row.flags.includes('over-enrolment');
  const wordsOf = (flag: Flag) => {
    if (flag === 'level-changed' && row.levelChange) return levelWords(row.levelChange);
    return overBoth && flag === 'over-capacity' ? t('panel.overBoth') : t(`flagHelp.${flag}`);
  };
  return (
    <div className="marks">
      {row.flags
        .filter((flag) => !(overBoth && flag === 'over-enrolment'))
        .map((flag) => (
          <span key={flag} className={`tag ${FLAG_TONES[flag]}`}>
            <Icon name={flag} small />
            {wordsOf(flag)}
          </span>
        ))}
      {byRule && <span className="tag">{t(`model.${row.model}`)}</span>}
    </div>
  );
}

function RollingStats(props: { readonly cell: PlanCell }) {
  const { orders, row } = props.cell;
  const { t } = useTranslation();
  const format = useFormat();
  const isNow = (level: number) => Math.round(level * 100) === Math.round(row.serviceLevel * 100);
  return (
    <section>
      <h3>
        {t('panel.levels')} <TermHelp name="level" /> <span>{t('panel.meal')}</span>
      </h3>
      <dl className="levels">
        {orders.map(({ serviceLevel, order }) => (
          <div key={serviceLevel} className={isNow(serviceLevel) ? 'now' : ''}>
            <dt>{format.percent(serviceLevel)}</dt>
            <dd>{format.count(order)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
