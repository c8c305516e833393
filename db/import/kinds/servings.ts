import { fold } from '../../fold.ts';
import type { OpenKind } from '../kind-reader.ts';
import { type Row, refused } from '../row.ts';
import { ReadKeys } from '../seen.ts';
import { dataTables } from '../tables.ts';
import { siteKindOf } from './attendance.ts';

/** What nobody took: kept for another day, or thrown away. */
function unserved(row: Row): number | null | typeof refused {
  const left = row.count('left');
  const discarded = row.count('discarded');
  if (left === refused || discarded === refused) {
    return refused;
  }
  return left === null ? discarded : left + (discarded ?? 0);
}

/** Portions of one dish at one site on one day. */
export const openServings: OpenKind = ({ names, report, writer }) => {
  const servings = writer(dataTables.serving);
  const seen = new ReadKeys();
  let rows = 0;
  let moreThanPrepared = 0;
  return {
    row(row) {
      const day = row.day('date');
      const site = row.needed('site');
      const kind = siteKindOf(row);
      const dish = row.needed('dish');
      const counts = [row.count('served'), row.count('prepared'), unserved(row)] as const;
      if (day === refused || site === refused || kind === refused || dish === refused) {
        return refused;
      }
      const [served, prepared, left] = counts;
      if (served === refused || prepared === refused || left === refused) {
        return refused;
      }
      if (served === null) {
        return row.refuse('served', 'missing-value', {});
      }
      rows++;
      moreThanPrepared += prepared !== null && served > prepared ? 1 : 0;
      const name = names.resolve(site, kind);
      const key = [name.id, day, fold(dish)];
      const otherLine = seen.meet(key.join(), row.line);
      const other = otherLine > 0 ? servings.find(key)?.[1] : served;
      if (other !== served) {
        return row.refuse('served', 'conflicting-rows', { otherLine, otherValue: `${other}` });
      }
      const written = servings.write(key, [dish, served, prepared, left], (old, given) =>
        given.map((value, index) => (index === 0 ? (old[0] ?? null) : (value ?? old[index] ?? null))),
      );
      if (name.siteId === null) {
        row.ask('site', 'site-unknown', { name: site, siteKind: kind });
        return 'asked';
      }
      return written;
    },
    end() {
      if (moreThanPrepared > 0) {
        const params = { rows: moreThanPrepared, of: rows };
        report.problem({ level: 'warning' }, 'served-above-prepared', params);
      }
    },
  };
};
