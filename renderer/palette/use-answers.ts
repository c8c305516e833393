import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AppState, IsoDate, Plan } from '../../electron/api/records.ts';
import { useApiQuery } from '../bridge/use-api.ts';
import { addCalendarDays, isoWeek, mondayOf } from '../format/dates.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { LAST_DAY_OF_WEEK } from '../routes/open-week.ts';
import { useWeekPlan } from '../shell/use-week-plan.ts';
import { useAnswerEntry } from './answer-entry.ts';
import { answersOf, answersOfAll, readingsOf, weekOfQuery } from './answers.ts';
import type { Entry } from './entry.ts';
import { asksForOrders, type PaletteQuery } from './question.ts';

/** The orders of a week, as the week page asks for them: its answer is at hand. */
export const useShownPlan = (state: AppState, monday: IsoDate | null) =>
  useWeekPlan(monday ?? state.suggestedWeek, state.settings.serviceLevel, {
    enabled: monday !== null && !state.empty,
  });

interface Answers {
  readonly entries: readonly Entry[];
  /** The orders of another week are being worked out. */
  readonly computing: boolean;
  readonly failed: boolean;
}

/** What the orders say to the question, and the days and weeks that it names. */
export function useAnswers(
  state: AppState,
  question: PaletteQuery,
  shown: IsoDate,
  plan: Plan | undefined,
): Answers {
  const { data: sites } = useApiQuery('sites.list', {}, { enabled: !state.empty });
  const readings = useMemo(() => readingsOf(question, sites ?? []), [question, sites]);
  // One reading at most is about another week than the one shown.
  const asked = readings.map((one) => weekAsked(one, shown)).find((week) => week !== shown) ?? shown;
  const other = useShownPlan(state, asked === shown ? null : asked);
  const toEntry = useAnswerEntry(question.intent);
  const times = useTimes(readings.at(-1) ?? question);
  return useMemo(() => {
    const answers = readings.map((one) => {
      const data = weekAsked(one, shown) === shown ? plan : other.data;
      return data && sites ? answersOf(one, data, sites) : null;
    });
    return {
      entries: [...answersOfAll(answers).map(toEntry), ...times],
      computing: asked !== shown && other.loading,
      failed: asked !== shown && other.error !== null,
    };
  }, [readings, plan, other.data, sites, toEntry, times, asked, shown, other.loading, other.error]);
}

/** Monday of the week whose orders a question is about. */
const weekAsked = (question: PaletteQuery, shown: IsoDate) =>
  asksForOrders(question) || question.when.week !== null ? weekOfQuery(question, shown) : shown;

/** The days and the week that were named, to go there. */
function useTimes({ when }: PaletteQuery): readonly Entry[] {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  return useMemo(() => {
    const mondays = [...new Set([...(when.week ? [when.week] : []), ...when.days.map(mondayOf)])];
    return [
      ...mondays.map(
        (monday): Entry => ({
          id: `week ${monday}`,
          group: 'time',
          icon: 'week',
          label: t('palette.time.week', { n: isoWeek(monday) }),
          hint: format.range(monday, addCalendarDays(monday, LAST_DAY_OF_WEEK)),
          run: () => go(`/week/${monday}`),
        }),
      ),
      ...when.days.map(
        (date): Entry => ({
          id: `day ${date}`,
          group: 'time',
          icon: 'day',
          label: format.dayFull(date),
          run: () => go(`/day/${date}`),
        }),
      ),
    ];
  }, [when, t, format, go]);
}
