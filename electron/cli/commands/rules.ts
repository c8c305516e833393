import type { Input } from '../../api/contract.ts';
import type { OrderRule, OrderRuleRecord, SiteRecord } from '../../api/records.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';

type Asked = Input<'orderRules.save'>['rule'];

/** The rule of the line; `undefined`: none was given, the rules are only listed. The service checks it. */
function ruleOf(given: Arguments, { texts }: Terminal): Asked | undefined {
  const [json, at] = [textOption(given, 'rule'), textOption(given, 'at')];
  const days = numberOption(given, 'days', texts);
  if ((days === undefined) !== (at === undefined) || (json !== undefined && at !== undefined)) {
    throw new UsageError(texts.cli.rules.oneWay);
  }
  if (days !== undefined && at !== undefined) {
    return { type: 'lead', days, at };
  }
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    throw new UsageError(texts.cli.rules.notJson);
  }
}

function inWords(rule: OrderRule, { texts }: Terminal): string {
  const { rules } = texts.cli;
  const day = texts.orderRules.weekday;
  return rule.type === 'lead'
    ? rules.lead(rule.days, rule.at)
    : rule.deadlines
        .map(({ weekday, at, serves, weeksBefore }) =>
          rules.weekly(day(weekday), at, serves.map(day).join(', '), weeksBefore ?? 0),
        )
        .join(rules.between);
}

function readable(rules: readonly OrderRuleRecord[], sites: readonly SiteRecord[], terminal: Terminal) {
  const { cli } = terminal.texts;
  const nameOf = (siteId: number | null) => {
    const site = sites.find(({ id }) => id === siteId);
    return site ? `${site.name} (${site.kind})` : cli.rules.allSites;
  };
  const lines = rules.map(({ siteId, rule }) => `${nameOf(siteId)}${cli.colon} ${inWords(rule, terminal)}`);
  return lines.length > 0 ? lines.join('\n') : cli.rules.none;
}

export const rulesCommand: Command = {
  options: {
    site: { type: 'string' },
    days: { type: 'string' },
    at: { type: 'string' },
    rule: { type: 'string' },
  },
  words: [0, 0],
  async run(terminal, given) {
    const rule = ruleOf(given, terminal);
    const sites = await terminal.call('sites.list', {});
    const asked = textOption(given, 'site');
    const siteId = asked === undefined ? null : findSite(asked, sites, terminal).id;
    const rules =
      rule === undefined
        ? (await terminal.call('orderRules.list', {})).filter(
            (r) => asked === undefined || r.siteId === siteId,
          )
        : await terminal.call('orderRules.save', { siteId, rule });
    terminal.answer(rules, () => readable(rules, sites, terminal));
    return 0;
  },
};
