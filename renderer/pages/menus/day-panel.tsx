import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { IsoDate, MenuDay, MenuDish } from '../../../electron/api/records.ts';
import { schoolDayFrom } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FamilyWord } from '../../ui/family-mark.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { isOr } from './menu-cell.tsx';
import { MenuEditor } from './menu-editor.tsx';
import { useMenuEdits } from './use-menu-edits.ts';

interface DayPanelProps {
  readonly date: IsoDate;
  /** `null` while its month is on its way. */
  readonly day: MenuDay | null;
  /** `null`: the menu of every site. */
  readonly site: { readonly id: number; readonly name: string } | null;
  onGo(date: IsoDate): void;
  onClose(): void;
}

/** One day's menu by course, and where it is typed in or corrected. */
export function DayPanel(props: DayPanelProps) {
  const { date, day, site, onGo, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel takes the focus once for each day it shows.
  useEffect(() => panel.current?.focus(), [date]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={t('menus.panel')} onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2>{format.day(date)}</h2>
          <p>{site?.name ?? t('site.all')}</p>
        </div>
        <span className="push" />
        <IconButton
          look="ghost"
          icon="previous"
          label={t('menus.previousDay')}
          onClick={() => onGo(schoolDayFrom(date, -1))}
        />
        <IconButton
          look="ghost"
          icon="next"
          label={t('menus.nextDay')}
          onClick={() => onGo(schoolDayFrom(date, 1))}
        />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      {day && <PanelBody key={date} day={day} site={site} onDone={() => panel.current?.focus()} />}
    </aside>
  );
}

interface PanelBodyProps {
  readonly day: MenuDay;
  readonly site: DayPanelProps['site'];
  /** What had the focus is gone. */
  onDone(): void;
}

function PanelBody({ day, site, onDone }: PanelBodyProps) {
  const [editing, setEditing] = useState(false);
  const edits = useMenuEdits(site?.id ?? null);
  const leave = () => {
    setEditing(false);
    onDone();
  };
  return (
    <>
      <div className="body">
        {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        <DayState day={day} site={site} />
        {editing ? (
          <MenuEditor
            dishes={day.dishes}
            running={edits.running}
            onSave={async (dishes) => {
              if (await edits.save(day.date, dishes)) leave();
            }}
            onCancel={leave}
          />
        ) : (
          <MenuByCourse dishes={day.dishes} />
        )}
      </div>
      {!editing && <PanelFoot day={day} edits={edits} onEdit={() => setEditing(true)} />}
    </>
  );
}

function PanelFoot(props: {
  readonly day: MenuDay;
  readonly edits: ReturnType<typeof useMenuEdits>;
  onEdit(): void;
}) {
  const { day, edits, onEdit } = props;
  const { t } = useTranslation();
  return (
    <footer className="panel-foot">
      {day.typed && (
        <Button icon="undo" disabled={edits.running} onClick={() => void edits.save(day.date, null)}>
          {t('menus.takeFile')}
        </Button>
      )}
      <span className="push" />
      <Button look="primary" disabled={edits.running} onClick={onEdit}>
        {day.dishes.length === 0 ? t('menus.type') : t('menus.edit')}
      </Button>
    </footer>
  );
}

/** Why nothing is served, whose menu this is, and whether it is vegetarian. */
function DayState({ day, site }: Pick<PanelBodyProps, 'day' | 'site'>) {
  const { t } = useTranslation();
  const marks: readonly ReactNode[] = [
    day.closed && (
      <span key="closed" className="tag">
        <Icon name="closed" small />
        {day.label ?? t(`closed.${day.closed}`)}
      </span>
    ),
    day.strike && (
      <span key="strike" className="tag warn">
        <Icon name="strike" small />
        {t('menus.strike')}
      </span>
    ),
    day.typed && (
      <span key="typed" className="tag own">
        <Icon name="type" small />
        {t('menus.typedHint')}
      </span>
    ),
    site && day.dishes.length > 0 && (
      <span key="own" className="tag">
        <Icon name="menus" small />
        {day.own ? t('menus.own', { site: site.name }) : t('menus.shared', { site: site.name })}
      </span>
    ),
    day.notVegetarian.length > 0 && day.vegetarian === 'no' && (
      <span key="meat" className="tag">
        {t('menus.notVegetarian', { names: day.notVegetarian.join(', ') })}
      </span>
    ),
    day.dishes.length > 0 && day.vegetarian !== 'no' && (
      <span key="vegetarian" className={day.vegetarian === 'yes' ? 'tag good' : 'tag warn'}>
        <Icon name={day.vegetarian === 'yes' ? 'done' : 'help'} small />
        {day.vegetarian === 'yes'
          ? t('menus.meal.yes')
          : t('menus.meal.unsure', { names: day.notVegetarian.join(', ') })}
      </span>
    ),
  ].filter(Boolean);
  return marks.length > 0 ? <div className="marks">{marks}</div> : null;
}

/** Dishes under their course; without courses one after the other. */
function MenuByCourse({ dishes }: { readonly dishes: readonly MenuDish[] }) {
  const { t } = useTranslation();
  if (dishes.length === 0) return <p className="mute no-dish">{t('menus.noMenu')}</p>;
  const courses = [...new Set(dishes.map(({ course }) => course))];
  return courses.map((course) => (
    <section key={course ?? 'none'}>
      <h3>{course ? t(`menus.courses.${course}`) : t('menus.dishes')}</h3>
      <ul className="day-dishes">
        {dishes.map((dish, i) =>
          dish.course === course ? (
            <li key={`${dish.key} ${dish.dish}`}>
              <span>
                {isOr(dishes, i) && <i>{t('menus.or')} </i>}
                <DishLink dish={dish} />
              </span>
              <FamilyWord family={dish.family} />
            </li>
          ) : null,
        )}
      </ul>
    </section>
  ));
}

function DishLink({ dish }: { readonly dish: MenuDish }) {
  if (dish.key === '') return dish.dish;
  return (
    <Link className="link" href={`/menus/dish/${encodeURIComponent(dish.key)}`} title={dish.dish}>
      {dish.name}
    </Link>
  );
}
