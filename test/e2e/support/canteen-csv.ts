import { TODAY } from './served-app.ts';

const DAY = 86_400_000;
const HEADER = 'site_type;date;prevision;reel;site_nom';

/** Monday, Tuesday, Thursday, Friday: the days on which the invented schools serve. */
const serves = (date: Date) => [1, 2, 4, 5].includes(date.getUTCDay());

/** Attendance of invented sites for the weeks before today, as Nantes' open data write it. */
export function canteenAttendanceCsv(sites: readonly string[], weeks = 30): string {
  const today = Date.parse(`${TODAY}T00:00:00Z`);
  const lines = [HEADER];
  for (let back = weeks * 7; back > 0; back--) {
    const date = new Date(today - back * DAY);
    if (!serves(date)) continue;
    for (const [i, site] of sites.entries()) {
      const usual = 40 + ((i * 37) % 180);
      const served = usual + ((back * 7 + i * 3) % 11) - 5;
      lines.push(`M/E;${date.toISOString().slice(0, 10)};${usual + 6};${served};${site}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** As many sites as a large city has, one of them with a very long name. */
export const HUNDRED_SITES: readonly string[] = Array.from({ length: 100 }, (_, i) =>
  i === 3
    ? 'Groupe scolaire Marie-Louise-Élisabeth de La Rochefoucauld-Liancourt annexe du Vieux-Moulin'
    : `École ${String(i + 1).padStart(3, '0')}`,
);
