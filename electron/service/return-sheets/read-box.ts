import { fold } from '../../../db/fold.ts';
import { type DishBox, type MealBox, noWords, reasonWords, yesWords } from './layout.ts';

type BoxProblem = 'not-a-number' | 'negative' | 'not-whole' | 'too-large' | 'not-a-time' | 'not-a-reason';

export type BoxReading = { readonly value: number | string } | { readonly problem: BoxProblem };

export const isValue = (reading: BoxReading): reading is { readonly value: number | string } =>
  'value' in reading;

/** As the contract takes counts. */
const most = 100_000;

/** What somebody wrote in a box: meals, a time at which a dish ran out (or yes, or no), or one of the reasons. */
export function readBox(box: MealBox | DishBox, text: string): BoxReading {
  switch (box) {
    case 'reason': {
      const reason = reasonWords.get(fold(text));
      return reason === undefined ? { problem: 'not-a-reason' } : { value: reason };
    }
    case 'ranOutAt':
      return readTime(fold(text));
    default:
      return readCount(text);
  }
}

/** A whole number as people and spreadsheets write it: blanks in thousands, `12,0`, any kind of minus. */
function readCount(written: string): BoxReading {
  const text = written.normalize('NFKC').replaceAll(/[\s']/g, '').replace(/^[−–]/, '-');
  const [, sign, whole, decimals = ''] = /^([+-]?)(\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return { problem: 'not-a-number' };
  const value = Number(whole);
  if (sign === '-' && (value > 0 || Number(decimals) > 0)) return { problem: 'negative' };
  if (Number(decimals) > 0) return { problem: 'not-whole' };
  return value > most ? { problem: 'too-large' } : { value };
}

const minutesOfDay = 24 * 60;

/** `12:40`, `12h40`, `12 h`, a spreadsheet's `12:40:00` or `12:40:00 PM`, with or without a day before it, or its part of a day. */
function readTime(text: string): BoxReading {
  if (yesWords.has(text)) return { value: 'yes' };
  if (noWords.has(text)) return { value: 'no' };
  if (/^0[.,]\d+$/.test(text)) {
    const at = Math.round(Number(text.replace(',', '.')) * minutesOfDay) % minutesOfDay;
    const [whole, rest] = [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0'));
    return { value: `${whole}:${rest}` };
  }
  const [, written, minutes = '00', half] =
    /^(?:\d{4}-\d\d-\d\d )?(\d{1,2}) ?(?:H|:) ?(\d\d)?(?::\d\d(?:\.\d+)?)?(?: ?([AP])M)?$/.exec(text) ?? [];
  const isHour = half === undefined ? Number(written) <= 23 : Number(written) >= 1 && Number(written) <= 12;
  if (written === undefined || !isHour || Number(minutes) > 59) return { problem: 'not-a-time' };
  const hours = half === undefined ? Number(written) : (Number(written) % 12) + (half === 'P' ? 12 : 0);
  return { value: `${String(hours).padStart(2, '0')}:${minutes}` };
}
