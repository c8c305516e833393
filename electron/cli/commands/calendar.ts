import type { AppState, ManualCalendar, SiteRecord } from '../../api/records.ts';
import { spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';

const changes = ['add', 'served', 'remove', 'unconfirm', 'open', 'close', 'good-friday'] as const;

/** The one change that the line asks for; `undefined`: nothing, the calendar is only shown. */
function changeOf({ values }: Arguments, { texts }: Terminal): (typeof changes)[number] | undefined {
  const given = changes.filter((name) => values[name] !== undefined);
  if (given.length > 1) throw new UsageError(texts.cli.calendar.oneWay);
  return given[0];
}

async function make(
  change: (typeof changes)[number],
  given: Arguments,
  sites: readonly SiteRecord[],
  terminal: Terminal,
): Promise<unknown> {
  const { texts } = terminal;
  const period = { from: textOption(given, 'from') ?? '', to: textOption(given, 'to') ?? '' };
  const site = textOption(given, 'site');
  const siteId = site === undefined ? null : findSite(site, sites, terminal).id;
  const text = textOption(given, change === 'served' ? 'from' : change) ?? '';
  const id = () => numberOption(given, change, texts) ?? 0;
  switch (change) {
    case 'add':
      return terminal.call('calendar.saveHoliday', { name: text, ...period });
    case 'served':
      return terminal.call('calendar.confirmDays', period);
    case 'remove':
      return terminal.call('calendar.removeHoliday', { id: id() });
    case 'unconfirm':
      return terminal.call('calendar.unconfirmDays', { id: id() });
    case 'open':
      return terminal.call('calendar.openDay', { date: text, siteId });
    case 'close':
      return terminal.call('calendar.closeDay', { date: text, siteId });
    case 'good-friday':
      if (text !== 'yes' && text !== 'no') throw new UsageError(texts.cli.badOption('--good-friday'));
      return terminal.call('settings.save', { goodFriday: text === 'yes' });
  }
}

function inWords(
  { schoolZone, holidaysTo, holidaysMissing, asksGoodFriday }: AppState,
  { holidays, confirmed, openDays }: ManualCalendar,
  sites: readonly SiteRecord[],
  { texts, language }: Terminal,
): string {
  const { calendar } = texts.cli;
  const date = (iso: string) => spelledDate(iso, language);
  const nameOf = (siteId: number | null) => sites.find(({ id }) => id === siteId)?.name ?? calendar.allSites;
  return [
    calendar.inForce(schoolZone.zone ?? calendar.noZone, holidaysTo ? date(holidaysTo) : calendar.noEnd),
    ...(holidaysMissing === null ? [] : [calendar.missing(holidaysMissing)]),
    ...(asksGoodFriday ? [calendar.goodFriday] : []),
    ...holidays.map(({ id, name, firstDay, lastDay }) =>
      calendar.holiday(id, name, date(firstDay), date(lastDay)),
    ),
    ...confirmed.map(({ id, firstDay, lastDay }) => calendar.confirmed(id, date(firstDay), date(lastDay))),
    ...openDays.map((day) => calendar.open(date(day.date), nameOf(day.siteId))),
  ].join('\n');
}

/** The school calendar in force: what is known, what was entered by hand, and changes to it. */
export const calendarCommand: Command = {
  options: {
    add: { type: 'string' },
    served: { type: 'boolean' },
    remove: { type: 'string' },
    unconfirm: { type: 'string' },
    open: { type: 'string' },
    close: { type: 'string' },
    'good-friday': { type: 'string' },
    site: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  words: [0, 0],
  async run(terminal, given) {
    const change = changeOf(given, terminal);
    const sites = await terminal.call('sites.list', {});
    if (change !== undefined) await make(change, given, sites, terminal);
    const state = await terminal.call('app.state', {});
    const manual = await terminal.call('calendar.manual', {});
    const { schoolZone, holidaysTo, holidaysMissing, asksGoodFriday } = state;
    terminal.answer({ schoolZone, holidaysTo, holidaysMissing, asksGoodFriday, ...manual }, () =>
      inWords(state, manual, sites, terminal),
    );
    return 0;
  },
};
