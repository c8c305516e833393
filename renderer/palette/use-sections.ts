import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AppState, IsoDate, Plan } from '../../electron/api/records.ts';
import { addCalendarDays, isIsoDate, isoWeek, mondayOf } from '../format/dates.ts';
import { useFormat } from '../format/use-format.ts';
import { queryWordsOf } from '../format/words.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type Entry, type EntrySection, findEntries, sectionsOf } from './entry.ts';
import { parseQuery } from './question.ts';
import { type RecentChoice, recentChoices } from './recent.ts';
import { useAnswers, useShownPlan } from './use-answers.ts';
import { useThings } from './use-things.ts';

export interface Sections {
  readonly sections: readonly EntrySection[];
  readonly computing: boolean;
  readonly failed: boolean;
  /** Something was typed, and nothing was found: examples stand there instead. */
  readonly nothing: boolean;
}

/** Monday of the week that the page shows, or that it would open on. */
function useShownWeek({ suggestedWeek }: AppState): IsoDate {
  const [location] = useLocation();
  const [, page, date] = location.split('/');
  const dated = (page === 'week' || page === 'day') && date !== undefined && isIsoDate(date);
  return dated ? mondayOf(date) : suggestedWeek;
}

/** What the palette shows for the words in its field. */
export function useSections(state: AppState, text: string): Sections {
  const shown = useShownWeek(state);
  const plan = useShownPlan(state, shown).data;
  const things = useThings(state, plan);
  const examples = useExamples(plan);
  const question = useMemo(() => parseQuery(text, { today: state.today, shown }), [text, state.today, shown]);
  const { entries, computing, failed } = useAnswers(state, question, shown, plan);
  return useMemo(() => {
    const words = queryWordsOf(text);
    if (words.length === 0) {
      const start = [...recentEntries(things), ...examples, ...things.filter(({ hidden }) => !hidden)];
      const sections = sectionsOf(start, ['recent', 'example', 'page', 'command']);
      return { sections, computing: false, failed: false, nothing: text.trim() !== '' };
    }
    const looked = question.intent === 'what-is' ? question.names : words;
    const found = [...sectionsOf(entries, ['answer', 'time']), ...findEntries(things, looked)];
    const nothing = found.length === 0 && !computing;
    return { sections: nothing ? sectionsOf(examples, ['example']) : found, computing, failed, nothing };
  }, [text, question, things, examples, entries, computing, failed]);
}

/** What was chosen before and is still there; questions are asked again. */
function recentEntries(things: readonly Entry[]): readonly Entry[] {
  return recentChoices().flatMap((choice: RecentChoice): Entry[] => {
    if ('question' in choice) return [questionEntry('recent', choice.question)];
    const thing = things.find(({ id }) => id === choice.id);
    return thing ? [{ ...thing, group: 'recent' }] : [];
  });
}

function questionEntry(group: 'recent' | 'example', words: string): Entry {
  const icon = group === 'recent' ? 'recent' : 'help';
  return { id: `${group} ${words}`, group, icon, label: words, fills: words, run: () => undefined };
}

const THURSDAY = 3;

/** Questions that this week's orders answer. */
function useExamples(plan: Plan | undefined): readonly Entry[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const row = plan?.rows.find(({ date }) => date === addCalendarDays(plan.from, THURSDAY)) ?? plan?.rows[0];
    if (!plan || !row) return [];
    const weekday = format.weekday(row.date);
    return [
      t('palette.example.howMany', { weekday, site: row.site }),
      t('palette.example.why', { n: row.order }),
      t('palette.example.tomorrow'),
      t('palette.example.week', { n: isoWeek(addCalendarDays(plan.from, 7)) }),
    ].map((words) => questionEntry('example', words));
  }, [plan, t, format]);
}
