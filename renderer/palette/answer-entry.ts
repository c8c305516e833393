import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { PlanRow } from '../../electron/api/records.ts';
import { mondayOf } from '../format/dates.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { cellPlace, type Go, whyPlace } from '../routes/places.ts';
import type { PaletteAnswer } from './answers.ts';
import type { Entry } from './entry.ts';
import type { Intent } from './question.ts';

type Of<T extends PaletteAnswer['type']> = Extract<PaletteAnswer, { readonly type: T }>;

interface Means {
  readonly t: TFunction;
  readonly format: Format;
  readonly go: Go;
  readonly intent: Intent | null;
}

/** The line of an answer to a question of this intent: what it says, and where it leads. */
export function useAnswerEntry(intent: Intent | null): (answer: PaletteAnswer) => Entry {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  return useCallback((answer) => entryOf(answer, { t, format, go, intent }), [t, format, go, intent]);
}

function entryOf(answer: PaletteAnswer, means: Means): Entry {
  switch (answer.type) {
    case 'cell':
      return cellEntry(answer, means);
    case 'total':
      return totalEntry(answer, means);
    case 'closed':
      return closedEntry(answer, means);
    case 'no-order':
      return noOrderEntry(answer, means);
  }
}

const rangeOf = (range: { readonly low: number; readonly high: number }, { t, format }: Means) =>
  t('palette.answer.range', { low: format.count(range.low), high: format.count(range.high) });

/** What one must know of a number beside it: it is not the one asked for, or it was decided. */
function noteOf({ decision }: PlanRow, near: boolean, t: TFunction): { readonly note?: string } {
  if (near) return { note: t('palette.answer.near') };
  if (decision.approved !== null) return { note: t('palette.answer.frozen') };
  return decision.source === 'override' ? { note: t('palette.answer.forced') } : {};
}

function cellEntry({ row, near }: Of<'cell'>, means: Means): Entry {
  const { t, format, go, intent } = means;
  const place = intent === 'why' ? whyPlace : cellPlace;
  return {
    id: `cell ${row.siteId} ${row.date}`,
    group: 'answer',
    icon: 'week',
    label: t('palette.answer.place', { site: row.site, day: format.day(row.date) }),
    figure: { n: row.order, range: rangeOf(row, means), ...noteOf(row, near, t) },
    run: () => go(place(row.siteId, row.date)),
  };
}

function totalEntry({ total }: Of<'total'>, means: Means): Entry {
  const { t, format, go } = means;
  return {
    id: `total ${total.date}`,
    group: 'answer',
    icon: 'day',
    label: t('palette.answer.total', { day: format.day(total.date) }),
    figure: { n: total.order, range: rangeOf(total, means) },
    run: () => go(`/day/${total.date}`),
  };
}

function closedEntry({ day }: Of<'closed'>, { t, format, go }: Means): Entry {
  const reason = day.label ?? (day.closed ? t(`closed.${day.closed}`) : '');
  return {
    id: `closed ${day.date}`,
    group: 'answer',
    icon: 'closed',
    label: t('palette.answer.closed', { day: format.day(day.date), reason }),
    run: () => go(`/week/${mondayOf(day.date)}`),
  };
}

function noOrderEntry({ site, date }: Of<'no-order'>, { t, format, go }: Means): Entry {
  return {
    id: `none ${site.id} ${date}`,
    group: 'answer',
    icon: 'no-history',
    label: t('palette.answer.noOrder', { site: site.name, day: format.day(date) }),
    run: () => go(`/week/${mondayOf(date)}`),
  };
}
