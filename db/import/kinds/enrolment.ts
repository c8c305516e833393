import { plausibleYears } from '../../../forecasting/domain/plausible-days.ts';
import type { OpenKind } from '../kind-reader.ts';
import { type Row, refused } from '../row.ts';
import { ReadKeys } from '../seen.ts';
import { dataTables } from '../tables.ts';

/** Children enrolled, per school and school year. */
export const openEnrolment: OpenKind = ({ names, writer }) => {
  const enrolment = writer(dataTables.enrolment);
  const seen = new ReadKeys();
  return {
    row(row) {
      const name = row.needed('school');
      const schoolYear = readSchoolYear(row);
      const children = row.count('children');
      if (name === refused || schoolYear === refused || children === refused) {
        return refused;
      }
      if (children === null) {
        return row.refuse('children', 'missing-value', {});
      }
      const school = names.resolveSchool(name);
      const key = [school.id, schoolYear];
      const otherLine = seen.meet(key.join(), row.line);
      const other = otherLine > 0 ? enrolment.find(key)?.[0] : children;
      if (other !== children) {
        return row.refuse('children', 'conflicting-rows', { otherLine, otherValue: `${other}` });
      }
      const written = enrolment.write(key, [children]);
      if (school.siteId === null) {
        row.ask('school', 'school-unknown', { name });
        return 'asked';
      }
      return written;
    },
  };
};

const beforeYear =
  /^(?:ann[ée]e\s*(?:scolaire)?|rentr[ée]e|school year|sept(?:embre|\.)?|a\.?\s?s\.?|sy)\s*:?\s*/i;

/** "01/09/2016": the day on which a school year begins. */
const firstDay = /^0?[1-9][/.-](?:0?9|sept\.?)[/.-](?=\d{4}$)/i;

/** 2016-2017, 2016/17, 16-17, "Année 2016_2017", "A.S. 2016-2017", "Rentrée 2016" or 2016: the year of September. */
export function readSchoolYear(row: Row): number | typeof refused {
  const text = row.text('schoolYear').replace(beforeYear, '').replace(firstDay, '');
  const match = /^(\d{4}|\d{2}(?=\s*[-/–—_]))(?:\s*[-/–—_]\s*(\d{4}|\d{2}))?$/.exec(text);
  const written = Number(match?.[1]);
  const first = written < 100 ? 2000 + written : written;
  const second = match?.[2];
  const follows = second === undefined || Number(second.slice(-2)) === (first + 1) % 100;
  const plausible = match !== null && follows && first >= plausibleYears.first && first < plausibleYears.last;
  return plausible ? first : row.refuse('schoolYear', 'unknown-school-year', {});
}
