import type { ImpactFigure } from '../../../forecasting/domain/records.ts';
import type { Brought } from '../../../forecasting/impact/impact.ts';
import type { ImpactReport, IsoDate, Language } from '../../api/records.ts';
import { dateInWords, formatNumber, formatSigned, spelledDate } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

interface Words {
  readonly texts: Messages;
  readonly language: Language;
  readonly today: IsoDate;
}

type Known = Pick<ImpactReport, 'from' | 'to' | 'counterfactual' | 'facts'>;

/** With what the orders are compared, by name: both where some days were measured and the others estimated. */
export function comparedWith(
  { counterfactual, measured }: Pick<ImpactReport, 'counterfactual' | 'measured'>,
  { against, withOwn }: Messages['impact'],
): string {
  const other = against[counterfactual];
  return measured !== 0 && counterfactual !== 'measured' ? withOwn(other) : other;
}

/** What came of the orders, in one sentence: no more than is known. */
export function headlineOf(report: Known, whole: Brought, { texts, language, today }: Words): string {
  const words = texts.impact.headline;
  const { facts } = report;
  const number = (value: number) => formatNumber(Math.round(value), language);
  const first = facts.dates[0];
  if (facts.siteDays === 0 && whole.siteDays === 0) return words.nothing;
  if (!whole.enough) {
    // Of replayed orders there are no facts: nobody made them.
    const { surplus, missing } =
      facts.siteDays > 0 ? facts : { surplus: whole.surplus.ours, missing: whole.missing.ours };
    return words.start(facts.dates.length || whole.days, number(surplus), number(missing));
  }
  const when =
    first && report.to >= today
      ? words.since(dateInWords(first.date, language, 'MMMM yyyy'))
      : words.between(spelledDate(report.from, language), spelledDate(report.to, language));
  const { avoided, shortage } = whole;
  if (!whole.shown) {
    return words.open(when, formatSigned(avoided.low, language), formatSigned(avoided.high, language));
  }
  if (avoided.value < 0) {
    return words.lost(when, number(-avoided.value), texts.impact.against[report.counterfactual]);
  }
  const more = shortage.low > 0;
  return (
    words.avoided(when, number(avoided.value)) +
    (more ? words.moreShortage(number(shortage.value)) : words.sameShortage)
  );
}

/** Shortage beside surplus: how many meals were missing more, or fewer. */
export function shortageLineOf(shortage: ImpactFigure, { texts, language }: Omit<Words, 'today'>): string {
  const { change, shortageLine } = texts.impact;
  const words = (value: number) => {
    const meals = Math.round(value);
    return change(formatNumber(Math.abs(meals), language), meals < 0 ? -1 : meals > 0 ? 1 : 0);
  };
  const clear = shortage.low > 0 || shortage.high < 0;
  return shortageLine(words(shortage.value), words(shortage.low), words(shortage.high), clear);
}
