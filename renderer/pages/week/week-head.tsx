import { memo, type ReactNode } from 'react';
import type { Flag, IsoDate } from '../../../electron/api/records.ts';
import { plainDish } from '../../format/plain-dish.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { FLAG_TONES } from './flags.ts';
import { mainFirst } from './main-first.ts';
import type { Week, WeekDay } from './week-model.ts';
import { nextSort, type Sort, type SortKey } from './week-view.ts';

interface WeekHeadProps {
  readonly week: Week;
  /** Sites of the whole week. */
  readonly of: number;
  readonly sort: Sort;
  onSort(sort: Sort): void;
  readonly today: IsoDate;
}

/** Stays as it is while the rows scroll under it. */
export const WeekHead = memo(function WeekHead(props: WeekHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { week, of, sort, onSort } = props;
  const sites = t('site.count', { count: week.sites.length, n: format.count(week.sites.length) });
  const sorting = { sort, onSort };
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-sort={ariaSort(sort, 'name')}>
          <SortButton {...sorting} by="name" name={t('day.site')}>
            {week.sites.length < of ? t('look.of', { sites, of: format.count(of) }) : sites}
          </SortButton>
        </th>
        {week.days.map((day) => (
          <DayHead key={day.date} day={day} today={day.date === props.today} {...sorting} />
        ))}
        <th scope="col" className="sum" aria-sort={ariaSort(sort, 'total')}>
          <SortButton {...sorting} by="total" name={t('week.total')}>
            {t('week.total')}
          </SortButton>
        </th>
      </tr>
    </thead>
  );
});

interface Sorting {
  readonly sort: Sort;
  onSort(sort: Sort): void;
}

const ariaSort = (sort: Sort, by: SortKey) =>
  sort.by !== by ? 'none' : sort.descending ? 'descending' : 'ascending';

interface SortButtonProps extends Sorting {
  readonly by: SortKey;
  readonly name: string;
  readonly children: ReactNode;
}

/** The name of a column: pressed, it sorts by it. */
function SortButton({ sort, onSort, by, name, children }: SortButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="sortby"
      title={t('look.sort', { name })}
      onClick={() => onSort(nextSort(sort, by))}
    >
      <b>{children}</b>
      {/* By name they stand anyway: only the way back is worth a sign. */}
      {sort.by === by && (by !== 'name' || sort.descending) && (
        <Icon name={sort.descending ? 'descending' : 'ascending'} small />
      )}
    </button>
  );
}

interface DayHeadProps extends Sorting {
  readonly day: WeekDay;
  readonly today: boolean;
}

function DayHead(props: DayHeadProps) {
  const { day, sort, onSort } = props;
  const format = useFormat();
  const dishes = mainFirst(day.dishes)
    .map(({ dish }) => plainDish(dish))
    .join(', ');
  const classes = [day.closed && 'shut', day.approved === 'all' && 'frozen', props.today && 'today'];
  return (
    <th
      scope="col"
      className={classes.filter(Boolean).join(' ')}
      aria-current={props.today ? 'date' : undefined}
      aria-sort={ariaSort(sort, day.date)}
    >
      {day.closed ? (
        <b>{format.dayShort(day.date)}</b>
      ) : (
        <SortButton sort={sort} onSort={onSort} by={day.date} name={format.day(day.date)}>
          {format.dayShort(day.date)}
        </SortButton>
      )}
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
