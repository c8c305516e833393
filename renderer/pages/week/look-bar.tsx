import { type KeyboardEvent, memo, type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { Trans } from 'react-i18next';
import type { Attention, IsoDate, PlanSite, Refusal } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { IconButton } from '../../ui/button.tsx';
import { MANY_SITES } from '../../ui/find-site.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';
import { Refused } from './refused.tsx';
import type { Week } from './week-model.ts';
import { countsByReason, type Grouping, type View, WHOLE_WEEK } from './week-view.ts';

interface LookBarProps {
  readonly week: Week;
  readonly today: IsoDate;
  readonly attention: readonly Attention[];
  readonly places: readonly PlanSite[];
  readonly view: View;
  readonly refused: readonly Refusal[];
  onChange(part: Partial<View>): void;
  readonly field: Ref<HTMLInputElement>;
  /** The sites that were looked for are to be walked in. */
  onFound(): void;
  /** Brings a site into sight. */
  onShow(siteId: number): void;
  onOpen(siteId: number, date: IsoDate): void;
}

/** The first line of the week: what to look at, and how the sites are found, grouped and sorted. Always one line. */
export const LookBar = memo(function LookBar(props: LookBarProps) {
  const { week, attention, view, onChange } = props;
  const { t } = useTranslation();
  const many = week.sites.length >= MANY_SITES;
  return (
    <div className="bar look">
      {many && (
        <input
          type="search"
          className="field findsite"
          placeholder={t('site.find')}
          aria-label={t('site.find')}
          ref={props.field}
          value={view.find}
          // Whoever looks for a site looks among all of them.
          onChange={(event) => onChange({ find: event.target.value, reason: null })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            props.onFound();
          }}
        />
      )}
      {attention.length === 0 ? (
        <span className="status">
          <Icon name="done" />
          {t('look.none')}
        </span>
      ) : (
        <Walk {...props} />
      )}
      <span className="push" />
      <Refused refused={props.refused} />
      {week.sites.length > 1 && <Order {...props} />}
    </div>
  );
});

/** The chips, and the one that is walked to, with why. */
function Walk({ week, today, attention, view, onChange, onShow, onOpen }: LookBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [at, setAt] = useState<number | null>(null);
  const { reason } = view;
  const walked = attention.filter((one) => reason === null || reason === 'all' || one.reason === reason);
  const filter = (to: View['reason']) => {
    setAt(null);
    onChange({ reason: to === reason ? null : to });
  };
  const place = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  // By keys the focus goes along, so that Enter opens what is said; a press of the mouse leaves it on its button.
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    const to = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    (to('.walked .link') ?? to('.chip.lead'))?.focus();
  });
  const go = (step: 1 | -1) => {
    const from = at === null || at >= walked.length ? (step === 1 ? -1 : 0) : at;
    const to = (from + step + walked.length) % walked.length;
    setAt(to);
    const siteId = walked[to]?.siteId ?? null;
    if (siteId !== null) onShow(siteId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === 'ArrowDown' || event.key === 'ArrowRight';
    if (!next && event.key !== 'ArrowUp' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    byKey.current = true;
    go(next ? 1 : -1);
  };
  useOffer('look', () => {
    if (reason === null) onChange({ reason: 'all' });
    byKey.current = true;
    go(1);
  });
  const shown = at === null ? undefined : walked[at];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons take the arrow keys together.
    <div className="walk" ref={place} onKeyDown={onKeyDown}>
      <Chip pressed={reason === 'all'} title={t('look.help')} onPress={() => filter('all')} lead>
        <Icon name="warning" small />
        <span>
          <Trans
            t={t}
            i18nKey="look.count"
            values={{ n: format.count(attention.length) }}
            components={{ b: <b /> }}
          />
        </span>
      </Chip>
      <IconButton look="ghost" icon="previous" label={t('look.previous')} onClick={() => go(-1)} />
      <IconButton look="ghost" icon="next" label={t('look.next')} onClick={() => go(1)} />
      <output className={shown ? 'walked' : 'sr'}>
        {shown && (
          <Walked
            week={week}
            today={today}
            shown={shown}
            n={(at ?? 0) + 1}
            of={walked.length}
            onOpen={onOpen}
          />
        )}
      </output>
      {!shown &&
        countsByReason(attention).map(({ reason: one, count }) => (
          <Chip
            key={one}
            pressed={reason === one}
            title={t(`look.reason.${one}`)}
            onPress={() => filter(one)}
          >
            <Icon name={one} small />
            <span className="chip-words">{t(`look.reason.${one}`)}</span> <b>{format.count(count)}</b>
          </Chip>
        ))}
    </div>
  );
}

interface ChipProps {
  readonly pressed: boolean;
  readonly lead?: boolean;
  readonly title?: string;
  readonly children: ReactNode;
  onPress(): void;
}

function Chip({ pressed, lead, title, children, onPress }: ChipProps) {
  return (
    <button
      type="button"
      className={lead ? 'chip lead' : 'chip'}
      aria-pressed={pressed}
      title={title}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

interface WalkedProps extends Pick<LookBarProps, 'week' | 'today' | 'onOpen'> {
  readonly shown: Attention;
  readonly n: number;
  readonly of: number;
}

/** « 2 sur 6 – Colette, jeu. 17 et ven. 18 : fourchette 2,4 fois plus large »; pressed, its cell opens. */
function Walked({ week, today, shown, n, of, onOpen }: WalkedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { siteId, site, dates, message } = shown;
  const isOfWeek = (date: IsoDate) => week.days.some((day) => day.date === date);
  const words = t('look.line', {
    place: site ?? t('look.all'),
    days: format.list(dates.map((date) => (isOfWeek(date) ? format.dayShort(date) : format.date(date)))),
    message,
  });
  const ofWeek = dates.filter(isOfWeek);
  const date = ofWeek.find((one) => one > today) ?? ofWeek[0] ?? firstToDecide(week, siteId, today);
  return (
    <>
      <span className="mute num">{t('look.at', { n: format.count(n), of: format.count(of) })}</span>{' '}
      {siteId !== null && date !== undefined ? (
        <button type="button" className="link" title={words} onClick={() => onOpen(siteId, date)}>
          {words}
        </button>
      ) : (
        <b title={words}>{words}</b>
      )}
    </>
  );
}

/** What is asked about a day of long ago is seen in what is ordered next. */
function firstToDecide(week: Week, siteId: number | null, today: IsoDate): IsoDate | undefined {
  const cells = week.sites.find((site) => site.siteId === siteId)?.cells ?? [];
  const dates = cells.flatMap((row) => row?.date ?? []);
  return dates.find((date) => date > today) ?? dates.at(-1);
}

/** By kitchen or sector, where any is known; and what is to be looked at first. */
function Order({ attention, places, view, onChange }: LookBarProps) {
  const { t } = useTranslation();
  const known = (['kitchen', 'sector'] as const).filter((by) => places.some((place) => place[by] !== null));
  const first = view.sort.by === 'attention';
  return (
    <>
      {/* It comes and goes: before the choice, which stays at the edge. */}
      {(first || attention.length > 0) && (
        <Chip
          pressed={first}
          onPress={() => onChange({ sort: first ? WHOLE_WEEK.sort : { by: 'attention', descending: false } })}
        >
          {t('look.first')}
        </Chip>
      )}
      {known.length > 0 && (
        <Select<Grouping>
          label={t('look.group')}
          options={(['none', ...known] as const).map((id) => ({ id, label: t(`look.groups.${id}`) }))}
          value={view.grouping}
          width={134}
          onChange={(grouping) => onChange({ grouping })}
        />
      )}
    </>
  );
}
