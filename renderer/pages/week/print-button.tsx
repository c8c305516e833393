import type { IsoDate } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { isoWeek } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { IconButton } from '../../ui/button.tsx';
import { sheetFont } from '../../ui/sheet-font.ts';
import type { Week, WeekDay } from './week-model.ts';

export function PrintWeek(props: { readonly week: Week; readonly today: IsoDate }) {
  const { week, today } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { bridge } = useBridge();
  const approvedWords = useApprovedWords();
  const first = week.days[0]?.date ?? today;
  const last = week.days.at(-1)?.date ?? first;
  const print = async () => {
    // The page starts without both.
    const [{ weekSheetHtml }, font] = await Promise.all([import('./print-week.ts'), sheetFont()]);
    return await bridge.printSheet(
      weekSheetHtml(week, {
        language: format.language,
        font,
        title: t('print.title', { n: isoWeek(first) }),
        dates: format.range(first, last),
        made: t('print.made', { day: format.dayFull(today), asOf: format.dayFull(week.asOf) }),
        level: t('print.level', { level: format.percent(week.serviceLevel) }),
        total: t('week.total'),
        city: t('week.city'),
        dayNames: week.days.map((day) => format.dayShort(day.date)),
        closed: week.days.map((day) => (day.closed ? t(`closed.${day.closed}`) : null)),
        approved: week.days.map((day) => approvedWords(day)),
        sums: t(week.days.every(({ past }) => past) ? 'week.sumsPast' : 'week.sums'),
        noOrder: t('past.noOrder'),
        changed: t('decide.legendForced'),
        validated: t('decide.legendFrozen'),
        kind: (site) => t(`siteKind.${site.kind}`),
        count: format.count,
        countOrDash: format.countOrDash,
        signed: format.signed,
        served: (n) => t('past.servedN', { n: format.count(n) }),
        revision: (n) => t('print.revision', { n: format.signed(n) }),
      }),
    );
  };
  useOffer('print', () => void print());
  return <IconButton look="ghost" icon="print" label={t('week.print')} onClick={() => void print()} />;
}

/** « 14 déc. 2026, 10 h 42, C. Morel »; `null` unless all of a day is frozen. */
function useApprovedWords(): (day: WeekDay) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ approved, approvedAt, approvedBy, automatic }) => {
    if (approved !== 'all' || approvedAt === null) return null;
    const said = automatic
      ? [t('decide.dayClock'), format.moment(approvedAt)]
      : [format.moment(approvedAt), ...approvedBy];
    return said.join(', ');
  };
}
