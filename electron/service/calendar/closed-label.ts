import { guessedPrefix, isGuessedLabel } from '../../../forecasting/calendar/known-days.ts';
import type { Messages } from '../messages/messages.ts';

/** The name of a day off: public holidays by their key, school holidays as their file names them. */
export function closedLabel(label: string | null, texts: Messages): string | null {
  if (label !== null && isGuessedLabel(label))
    return texts.calendar.guessed(label.slice(guessedPrefix.length));
  const names: Readonly<Record<string, string>> = texts.publicHolidays;
  return label === null ? null : (names[label] ?? label);
}
