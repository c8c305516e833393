import { queryWordsOf } from '../../../renderer/format/words.ts';
import { readWhen } from '../../../renderer/palette/read-when.ts';

/** Wednesday; the page shows the week after. */
const now = { today: '2026-12-16', shown: '2026-12-21' };

const read = (text: string) => {
  const { when, rest } = readWhen(queryWordsOf(text), now);
  return [...when.days, ...(when.week ? [`week of ${when.week}`] : []), ...rest].join(' ');
};

test.each([
  // The shown week's days, in both languages, with slips.
  ['jeudi', '2026-12-24'],
  ['Thursday', '2026-12-24'],
  ['jeu.', '2026-12-24'],
  ['thu', '2026-12-24'],
  ['jeuid', '2026-12-24'],
  ['vendrdi', '2026-12-25'],
  ['wendesday', '2026-12-23'],
  ['MARDI', '2026-12-22'],
  ['mars', 'mars'],
  ['mai', 'mai'],
  // Relative to today.
  ['aujourd’hui', '2026-12-16'],
  ["aujourd'hui", '2026-12-16'],
  ['today', '2026-12-16'],
  ['demain', '2026-12-17'],
  ['tomorow', '2026-12-17'],
  ['après-demain', '2026-12-18'],
  ['the day after tomorrow', 'the 2026-12-18'.split(' ').reverse().join(' ')],
  ['hier', '2026-12-15'],
  ['avant-hier', '2026-12-14'],
  ['yesterday', '2026-12-15'],
  // Which one is open: the likelier first.
  ['jeudi prochain', '2026-12-24 2026-12-17'],
  ['next thursday', '2026-12-24 2026-12-17'],
  ['lundi prochain', '2026-12-21'],
  ['ce vendredi', '2026-12-18'],
  ['this friday', '2026-12-18'],
  ['lundi dernier', '2026-12-14 2026-12-07'],
  ['last friday', '2026-12-11'],
  ['jeudi suivant', '2026-12-31'],
  // Weeks.
  ['semaine 51', 'week of 2026-12-14'],
  ['s51', 'week of 2026-12-14'],
  ['sem. 2', 'week of 2027-01-11'],
  ['week 53', 'week of 2026-12-28'],
  ['semaine 54', 'semaine 54'],
  ['semaine prochaine', 'week of 2026-12-21'],
  ['next week', 'week of 2026-12-21'],
  ['cette semaine', 'week of 2026-12-14'],
  ['last week', 'week of 2026-12-07'],
  ['semaine suivante', 'week of 2026-12-28'],
  ['la semaine d’après', 'week of 2026-12-28 la'],
  ['jeudi semaine 50', '2026-12-10 week of 2026-12-07'],
  ['jeudi de la semaine prochaine', '2026-12-24 week of 2026-12-21 de la'],
  ['thursday next week', '2026-12-24 week of 2026-12-21'],
  // Dates.
  ['17/12', '2026-12-17'],
  ['17/12/2025', '2025-12-17'],
  ['17.12.26', '2026-12-17'],
  ['12/17', '2026-12-17'],
  ['2026-12-17', '2026-12-17'],
  ['3/1', '2027-01-03'],
  ['31/02', '31/02'],
  ['17 décembre', '2026-12-17'],
  ['le 17 décembre 2025', '2025-12-17'],
  ['1er février', '2027-02-01'],
  ['December 17th', '2026-12-17'],
  ['17 dec', '2026-12-17'],
  ['the 17th of december', '2026-12-17'],
  ['jeudi 17', '2026-12-17'],
  ['jeudi 17 décembre', '2026-12-17'],
  ['vendredi le 18', '2026-12-18'],
  ['le 28', '2026-12-28'],
  ['the 4th', '2027-01-04'],
  // A number alone is a number of meals.
  ['17', '17'],
  ['142', '142'],
  ['jeudi 142', '2026-12-24 142'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});
