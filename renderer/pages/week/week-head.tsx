import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import { FLAG_TONES } from './flags.ts';
import { mainFirst } from './main-first.ts';
import type { Week, WeekDay } from './week-model.ts';

interface WeekHeadProps {
  readonly week: Week;
  readonly today: IsoDate;
}

/** Stays as it is while the rows scroll under it. */
export const WeekHead = memo(function WeekHead(props: WeekHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { week } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <b>{t('site.count', { count: week.sites.length, n: format.count(week.sites.length) })}</b>
        </th>
        {week.days.map((day) => (
          <DayHead key={day.date} day={day} today={day.date === props.today} />
        ))}
        <th scope="col" className="sum">
          <b>{t('week.total')}</b>
        </th>
      </tr>
    </thead>
  );
});

function DayHead(props: { readonly day: WeekDay; readonly today: boolean }) {
  const { day } = props;
  const format = useFormat();
  const dishes = mainFirst(day.dishes)
    .map((dish) => dish.dish)
    .join(', ');
  const classes = [day.closed && 'shut', day.approved === 'all' && 'frozen', props.today && 'today'];
  return (
    <th
      scope="col"
      className={classes.filter(Boolean).join(' ')}
      aria-current={props.today ? 'date' : undefined}
    >
      <b>{format.dayShort(day.date)}</b>
      {day.closed ? <ClosedLine day={day} /> : <OpenLines day={day} dishes={dishes} />}
    </th>
  );
}

/** The name of the day off says more than that there is no service. */
function ClosedLine(props: { readonly day: WeekDay }) {
  const { t } = useTranslation();
  const { closed, label } = props.day;
  const words = label ?? (closed ? t(`closed.${closed}`) : '');
  return (
    <span className="dish" title={words}>
      {words}
    </span>
  );
}

function OpenLines(props: { readonly day: WeekDay; readonly dishes: string }) {
  const { day, dishes } = props;
  return (
    <>
      <span className="dish" title={dishes || undefined}>
        {dishes || '\u00a0'}
      </span>
      <FlagLine day={day} />
    </>
  );
}

/** One line, so only the loudest: that it is decided, a strike somewhere, then what holds for every site. */
function FlagLine(props: { readonly day: WeekDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day } = props;
  if (day.approved !== 'none') return <ApprovedLine day={day} />;
  if (day.strikeSites > 0) {
    return (
      <span className="flag warn">
        <Icon name="strike" small />
        {t('week.strikeSites', { count: day.strikeSites, n: format.count(day.strikeSites) })}
      </span>
    );
  }
  const order: readonly Flag[] = day.flags.toSorted((a, b) => rank(a) - rank(b));
  const [first] = order;
  if (!first) return null;
  return (
    <span
      className={`flag ${FLAG_TONES[first]}`}
      title={order.map((flag) => t(`flagHelp.${flag}`)).join('\n')}
    >
      <Icon name={first} small />
      {capitalise(t(`flag.${first}`))}
    </span>
  );
}

function ApprovedLine({ day }: { readonly day: WeekDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { approvedAt, automatic, approvedOrders, orders, sending } = day;
  const at = approvedAt ? format.moment(approvedAt) : undefined;
  if (sending) {
    const { recipient, sentAt } = sending;
    return (
      <span className="flag" title={t('sending.standing', { to: recipient, at: format.moment(sentAt) })}>
        <Icon name="frozen" small />
        {t('sending.daySent', { day: format.weekday(sentAt.slice(0, 10)) })}
      </span>
    );
  }
  const some = t('decide.daySome', { n: format.count(approvedOrders), of: format.count(orders) });
  const all = automatic
    ? t('decide.dayClock')
    : t('decide.dayFrozen', { day: format.weekday((approvedAt ?? day.date).slice(0, 10)) });
  return (
    <span className="flag" title={at}>
      <Icon name="frozen" small />
      {day.approved === 'all' ? all : some}
    </span>
  );
}

const TONE_RANK = { warn: 0, bad: 1, info: 2 };
const rank = (flag: Flag) => TONE_RANK[FLAG_TONES[flag]];
const capitalise = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
