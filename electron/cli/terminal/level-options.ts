import type { Input } from '../../api/contract.ts';
import type { Messages } from '../../service/messages/messages.ts';
import type { Arguments } from './command.ts';
import { UsageError } from './errors.ts';
import { numberOption, textOption } from './parse-line.ts';

/** `--service-level Q` or `--costs MISSING/WASTED`. */
export const levelOptions = { 'service-level': { type: 'string' }, costs: { type: 'string' } } as const;

type Level = Pick<Input<'plan.week'>, 'serviceLevel' | 'costs'>;

/** The level that the line asks for, or nothing; the service checks it. */
export function serviceLevelInput(given: Arguments, texts: Messages): Level {
  const serviceLevel = numberOption(given, 'service-level', texts);
  const costs = textOption(given, 'costs');
  return {
    ...(serviceLevel === undefined ? {} : { serviceLevel }),
    ...(costs === undefined ? {} : { costs: costsOf(costs, texts) }),
  };
}

/** `5,80/1,45`: what a missing and a wasted meal cost; a decimal comma is read too. */
function costsOf(text: string, { cli }: Messages) {
  const parts = text
    .split('/')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part.replace(',', '.'))));
  const [missing, wasted] = parts;
  if (parts.length !== 2 || missing === undefined || wasted === undefined || !parts.every(Number.isFinite)) {
    throw new UsageError(cli.badCosts(text));
  }
  return { missing, wasted };
}
