import type { Language, Leak, LeakTrial, NamedCause } from '../../api/records.ts';
import { dateInWords, formatNumber, formatSigned, spelledDate } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

/** Causes whose amount is a share of the days or of the portions. */
const shares: ReadonlySet<string> = new Set(['head-count-missing', 'dish-refused']);

/** How a place, its causes and a trial are written in a file and in the terminal. */
export function leakWords(texts: Messages, language: Language) {
  const words = texts.leaks;
  const meals = (value: number) => formatSigned(value, language, 1);
  return {
    meals,
    part: ({ kind, family, pack, days }: Leak): string => {
      if (kind === 'override') return words.override;
      if (pack !== null) return [pack.name, ...pack.sizes].join(', ');
      if (kind === 'dish') return family === null ? '' : words.families[family];
      return days[0] ? dateInWords(days[0].date, language, 'EEEE') : '';
    },
    cause: (found: NamedCause | undefined): string => {
      if (found === undefined) return words.noCause;
      const { cause, amount } = found;
      return words.causes[cause](
        shares.has(cause) ? texts.cli.percent(amount) : formatNumber(amount, language, 1),
      );
    },
    /** The thing to try against a cause; empty: none is known. */
    toTry: (found: NamedCause | undefined): string => (found === undefined ? '' : words.tries[found.cause]),
    trial: ({ triedOn, before, after }: LeakTrial): string => {
      const day = spelledDate(triedOn, language);
      return before === null || after === null
        ? words.triedOnly(day)
        : words.tried(day, meals(before), meals(after));
    },
  };
}
