import type { MenuDay, MenuDish } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FamilyMark } from '../../ui/family-mark.tsx';
import { Icon } from '../../ui/icons.tsx';

interface MenuCellProps {
  readonly day: MenuDay;
  /** The day belongs to the month before or after. */
  readonly outside: boolean;
  readonly today: boolean;
  /** A menu that is missing cannot be missed any more. */
  readonly past: boolean;
  readonly tabbable: boolean;
  readonly selected: boolean;
  onOpen(): void;
  onFocus(): void;
}

export function MenuCell({ day, outside, today, past, ...rest }: MenuCellProps) {
  const classes = [day.closed ? 'shut' : 'open', outside ? 'outside' : '', today ? 'today' : ''];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter and Space.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a cell is a gridcell, which may be selected.
    <td
      className={classes.join(' ').trim()}
      data-date={day.date}
      tabIndex={rest.tabbable ? 0 : -1}
      aria-selected={rest.selected}
      aria-current={today ? 'date' : undefined}
      onClick={rest.onOpen}
      onFocus={rest.onFocus}
    >
      <CellHead day={day} past={past} />
      <ul>
        {day.dishes.map((dish, i) => (
          <DishLine key={`${dish.key} ${dish.dish}`} dish={dish} or={isOr(day.dishes, i)} />
        ))}
      </ul>
    </td>
  );
}

/** Children choose between this dish and the one above it. */
export function isOr(dishes: readonly MenuDish[], i: number): boolean {
  const choice = dishes[i]?.choice ?? null;
  return choice !== null && dishes[i - 1]?.choice === choice;
}

function CellHead({ day, past }: { readonly day: MenuDay; readonly past: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = day.closed ? (day.label ?? t(`closed.${day.closed}`)) : null;
  return (
    <div className="day-head">
      <b aria-hidden="true">{Number(day.date.slice(8))}</b>
      <span className="sr">{format.day(day.date)}</span>
      {day.typed && (
        <span className="tag own" title={t('menus.typed')}>
          <Icon name="type" small />
          <span className="sr">{t('menus.typed')}</span>
        </span>
      )}
      {day.strike && (
        <span className="tag warn" title={t('flag.strike')}>
          <Icon name="strike" small />
          <span className="sr">{t('flag.strike')}</span>
        </span>
      )}
      {label && (
        <span className="why-shut" title={label}>
          {label}
        </span>
      )}
      {!label && day.dishes.length === 0 && (
        <span className={past ? 'tag' : 'tag bad'}>
          <Icon name="no-menu" small />
          {t('flag.no-menu')}
        </span>
      )}
    </div>
  );
}

function DishLine({ dish, or }: { readonly dish: MenuDish; readonly or: boolean }) {
  const { t } = useTranslation();
  return (
    <li title={dish.dish}>
      <FamilyMark family={dish.family} />
      {or && <i>{t('menus.or')} </i>}
      <span className="dish-name">{dish.name}</span>
    </li>
  );
}
