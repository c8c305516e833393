import type { Input } from '../../api/contract.ts';
import type { Attention, Plan, PlanRow, PlanWarning, WeekPlan } from '../../api/records.ts';
import { today } from '../../service/context/clock.ts';
import { sheetTexts } from '../../service/documents/sheet-texts.ts';
import { formatNumber, formatSigned, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../terminal/command.ts';
import { dishTables, planWithDishes } from '../terminal/dish-tables.ts';
import { levelOptions, serviceLevelInput } from '../terminal/level-options.ts';
import { textOption } from '../terminal/parse-line.ts';
import { sentWords } from '../terminal/sent-words.ts';
import { table } from '../terminal/table.ts';
import { warningLines } from '../terminal/warnings.ts';

function inputOf(given: Arguments, { texts }: Terminal): Input<'plan.week'> {
  const asOf = textOption(given, 'as-of');
  return {
    from: textOption(given, 'from') ?? '',
    to: textOption(given, 'to') ?? '',
    ...(asOf === undefined ? {} : { asOf }),
    ...serviceLevelInput(given, texts),
  };
}

interface Asked {
  readonly plan: WeekPlan;
  readonly warnings: readonly PlanWarning[];
  /** A plan as of another day: it knows nothing of what was decided since. */
  readonly isHindcast: boolean;
}

/** What a person or a deadline decided, what is recommended where that is something else, and what came of it. */
function decidedWords(row: PlanRow, isHindcast: boolean, { texts, language }: Terminal): readonly string[] {
  const { orders } = texts.cli;
  const number = (meals: number) => formatNumber(meals, language);
  const { approved, source, quantity, recommended, recorded, revision } = row.decision;
  const state = approved && (approved.automatic ? orders.byClock : orders.validated)(approved.version);
  const isPast = !isHindcast && row.date < today();
  const sent = approved?.sending ? sentWords(approved.sending, texts, language) : [];
  return [
    ...(state ? [state] : source === 'override' ? [orders.overridden] : []),
    ...sent,
    ...(quantity === recommended ? [] : [orders.recommended(number(recommended))]),
    ...(revision ? [orders.revision(formatSigned(revision.difference, language))] : []),
    ...(isPast && !recorded ? [orders.notRecorded] : []),
    ...(row.served === null ? [] : [orders.served(number(row.served))]),
  ];
}

function dayTable(
  date: string,
  rows: readonly PlanRow[],
  { plan, isHindcast }: Asked,
  terminal: Terminal,
): string {
  const { cli } = terminal.texts;
  const whole = (value: number) => formatNumber(value, terminal.language);
  const cells = rows.map((row) => [
    row.site,
    row.siteKind,
    whole(row.order),
    whole(row.mean),
    `${whole(row.low)}–${whole(row.high)}`,
    [
      ...row.flags.map((flag) => cli.flags[flag]),
      ...[sheetTexts(terminal.language).model[row.model]].filter((words) => words !== null),
      ...decidedWords(row, isHindcast, terminal),
    ].join(', '),
    row.deadline ? `${spelledDate(row.deadline.date, terminal.language)} ${row.deadline.time}` : '',
  ]);
  const total = plan.totals.find((entry) => entry.date === date);
  if (total) {
    const range = `${whole(total.low)}–${whole(total.high)}`;
    cells.push([cli.plan.total, '', whole(total.order), whole(total.mean), range, cli.orders.sums]);
  }
  const columns = [
    { title: cli.plan.site },
    { title: cli.plan.kind },
    { title: cli.plan.order, align: 'right' as const },
    { title: cli.plan.expected, align: 'right' as const },
    { title: cli.plan.range, align: 'right' as const },
    { title: cli.plan.flags },
    ...(rows.some(({ deadline }) => deadline) ? [{ title: cli.plan.deadline }] : []),
  ];
  return table(columns, cells);
}

/** What the page lists as to be looked at, one line each. */
function attentionLines(attention: readonly Attention[], { texts, language }: Terminal): readonly string[] {
  if (attention.length === 0) return [];
  const lines = attention.map(({ site, dates, message }) => {
    const days = dates.map((date) => spelledDate(date, language)).join(', ');
    return `  - ${[site, days].filter((part) => part !== null).join(', ')}${texts.cli.colon} ${message}`;
  });
  return ['', texts.attention.title(attention.length), ...lines];
}

function readable(asked: Asked, terminal: Terminal): string {
  const { plan, warnings } = asked;
  const { cli, closed } = terminal.texts;
  const date = (iso: string) => spelledDate(iso, terminal.language);
  const days = plan.days.flatMap((day) => {
    const rows = plan.rows.filter((row) => row.date === day.date);
    if (rows.length > 0) {
      return ['', date(day.date), dayTable(day.date, rows, asked, terminal)];
    }
    const why = day.closed ? closed[day.closed] : cli.plan.noRows;
    return ['', `${date(day.date)}${cli.colon} ${why}${day.label ? ` (${day.label})` : ''}`];
  });
  const refused = plan.refused.map(
    ({ site, siteKind, date: on, reason }) =>
      `  - ${site} (${siteKind})${on ? `, ${date(on)}` : ''}${cli.colon} ${reason}`,
  );
  return [
    cli.plan.heading(date(plan.asOf), plan.serviceLevel),
    ...warningLines(warnings, terminal),
    ...attentionLines(plan.attention, terminal),
    ...days,
    ...(refused.length ? ['', cli.plan.refused, ...refused] : []),
  ].join('\n');
}

type Answered = Pick<Plan, 'days' | 'refused'> & { readonly rows: readonly unknown[] };

/** Without a row there is nothing to order: that is an answer only when every day is off. */
function exitCode({ days, rows, refused }: Answered): ExitCode {
  if (rows.length > 0) {
    return refused.length > 0 ? 1 : 0;
  }
  return refused.length === 0 && days.every((day) => day.closed !== null) ? 0 : 2;
}

export const planCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    'as-of': { type: 'string' },
    ...levelOptions,
    dishes: { type: 'boolean' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    const input = inputOf(given, terminal);
    const plan = await terminal.call('plan.week', input);
    const warnings = await terminal.call('plan.warnings', input);
    const asked = { plan, warnings, isHindcast: input.asOf !== undefined };
    let answered: Answered = plan;
    if (given.values.dishes) {
      const dishes = await terminal.call('plan.dishes', input);
      terminal.answer({ ...planWithDishes(plan, dishes), warnings }, () =>
        [readable(asked, terminal), dishTables(dishes, terminal)].join('\n'),
      );
      // A site that counts portions alone has what there is to have: its dishes.
      const refused = plan.refused.filter(({ portions }) => !portions);
      answered = { days: plan.days, rows: [...plan.rows, ...dishes.rows], refused };
    } else {
      terminal.answer({ ...plan, warnings }, () => readable(asked, terminal));
    }
    const code = exitCode(answered);
    if (code === 2 && answered.refused.length === 0) {
      terminal.note(terminal.texts.cli.plan.noSites);
    }
    return code;
  },
};
