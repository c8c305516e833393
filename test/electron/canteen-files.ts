import { addDays, toDay, weekday } from '../../forecasting/calendar/day.ts';

const schoolDays = [1, 2, 4, 5];

/**
 * Attendance of two fictional sites on the school days of a period, as a canteen's software writes it.
 * The counts follow the weekday and the date, so that they are the same at every run.
 */
export function attendanceCsv(from: string, to: string): string {
  const lines = ['site_type;date;prevision;reel;site_nom'];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = toDay(date);
    if (schoolDays.includes(weekday(day))) {
      const wave = (day * 7) % 5;
      lines.push(`E;${date};${130 + weekday(day)};${122 + wave + weekday(day)};LES TILLEULS`);
      lines.push(`M;${date};64;${58 + ((day * 3) % 4)};LA FONTAINE`);
    }
  }
  return `${lines.join('\n')}\n`;
}

export const menusCsv = `"Date","Rang","Plat"
"05/01/2026",1,"Carottes râpées"
"05/01/2026",2,"Hachis parmentier"
"05/01/2026",3,"Compote"
`;
