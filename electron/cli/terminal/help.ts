import type { Messages } from '../../service/messages/messages.ts';
import type { CliCommandName } from './command.ts';

const twoColumns = (lines: readonly (readonly [string, string])[]): string => {
  const wide = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(wide)}  ${right}`).join('\n');
};

export function generalHelp({ cli }: Messages): string {
  const list = Object.entries(cli.commands).map(([name, { summary }]) => [name, summary] as const);
  return [
    cli.usage('bonne-mesure', cli.commandWord),
    '',
    twoColumns(list),
    '',
    cli.commonOptions,
    twoColumns(Object.entries(cli.common)),
    '',
    cli.moreHelp,
  ].join('\n');
}

export function commandHelp(name: CliCommandName, { cli }: Messages): string {
  const { summary, line, options } = cli.commands[name];
  return [
    cli.usage('bonne-mesure', `${name}${line ? ` ${line}` : ''}`),
    '',
    summary,
    '',
    twoColumns([...Object.entries(options), ...Object.entries(cli.common)]),
    '',
    cli.exitCodes,
  ].join('\n');
}
