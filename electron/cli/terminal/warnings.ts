import type { PlanWarning } from '../../api/records.ts';
import type { Terminal } from './command.ts';

/** What the page says above a week too; a question says by which command it is answered. */
export function warningLines(warnings: readonly PlanWarning[], { texts }: Terminal): readonly string[] {
  const { answers } = texts.cli.calendar;
  return warnings.map(({ code, message }) => {
    const how = answers[code];
    return how === undefined ? `! ${message}` : `! ${message} ${how}`;
  });
}
