import type { ServiceWeek, SiteServiceWeek, WeekPattern } from '../../api/records.ts';
import { spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { textOption } from '../terminal/parse-line.ts';

const none: WeekPattern = { weekdays: [], everyOtherWeek: [] };

/** `1,2,4,5` or `1,3/2`: weekdays, `/2` for every other week; `-` for none. */
function patternOf(text: string, { texts }: Terminal): WeekPattern {
  if (text.trim() === '-') return none;
  const days = text.split(',').map((part) => /^\s*([1-7])(\/2)?\s*$/.exec(part));
  if (days.some((match) => match === null)) {
    throw new UsageError(texts.cli.days.notDays(text));
  }
  const of = (every: boolean) =>
    days.flatMap((match) => ((match?.[2] === undefined) === every ? [Number(match?.[1])] : []));
  return { weekdays: of(true), everyOtherWeek: of(false) };
}

/** The week of the line; what is not given stays as it is. `undefined`: nothing was given. */
function weekOf(given: Arguments, before: ServiceWeek, terminal: Terminal): ServiceWeek | undefined {
  const [term, holidays] = [textOption(given, 'term'), textOption(given, 'holidays')];
  if (term === undefined && holidays === undefined) return undefined;
  return {
    term: term === undefined ? before.term : patternOf(term, terminal),
    holidays: holidays === undefined ? before.holidays : patternOf(holidays, terminal),
  };
}

function inWords(site: string, { week, source, since, stated }: SiteServiceWeek, terminal: Terminal): string {
  const { texts, language } = terminal;
  const { days } = texts.cli;
  const pattern = ({ weekdays, everyOtherWeek }: WeekPattern) =>
    [
      ...weekdays.map(texts.orderRules.weekday),
      ...everyOtherWeek.map((w) => days.everyOther(texts.orderRules.weekday(w))),
    ].join(', ') || days.never;
  const both = ({ term, holidays }: ServiceWeek) => days.both(pattern(term), pattern(holidays));
  const coming = stated.filter(({ from }) => since === null || from > since);
  return [
    `${site}${texts.cli.colon} ${both(week)}`,
    since === null ? days.source[source] : days.since(spelledDate(since, language)),
    ...coming.map(({ from, week: next }) => days.from(spelledDate(from, language), both(next))),
  ].join('\n');
}

/** The days on which a site serves: shown, stated from a date on, or left to the records again. */
export const daysCommand: Command = {
  options: {
    site: { type: 'string' },
    term: { type: 'string' },
    holidays: { type: 'string' },
    from: { type: 'string' },
    remove: { type: 'string' },
  },
  words: [0, 0],
  required: ['site'],
  async run(terminal, given) {
    const site = findSite(textOption(given, 'site') ?? '', await terminal.call('sites.list', {}), terminal);
    const siteId = site.id;
    const remove = textOption(given, 'remove');
    const found = await terminal.call('sites.serviceWeek', { siteId });
    const week = weekOf(given, found.week, terminal);
    if (
      (remove !== undefined && week !== undefined) ||
      (week === undefined && textOption(given, 'from') !== undefined)
    ) {
      throw new UsageError(terminal.texts.cli.days.oneWay);
    }
    const from = textOption(given, 'from') ?? (await terminal.call('app.state', {})).today;
    const answer =
      remove !== undefined
        ? await terminal.call('sites.removeServiceWeek', { siteId, from: remove })
        : week !== undefined
          ? await terminal.call('sites.saveServiceWeek', { siteId, from, week })
          : found;
    terminal.answer(answer, () => inWords(site.name, answer, terminal));
    return 0;
  },
};
