import type { SiteKind } from '../../../forecasting/domain/records.ts';
import { correctionsByDay } from '../../count-corrections.ts';
import { findCountSlips, readCountSlips } from '../../count-slips.ts';
import { isoOf } from '../../day.ts';
import { readAllManualCounts } from '../../manual-attendance.ts';
import { DayMarks } from '../day-marks.ts';
import { EmptyCounts } from '../empty-counts.ts';
import type { KindReader, OpenKind } from '../kind-reader.ts';
import { isLunch } from '../meals.ts';
import { countAnswerKey } from '../preview-facts.ts';
import { type Row, refused } from '../row.ts';
import { ReadDays } from '../seen.ts';
import { parseSiteKind } from '../site-kind.ts';
import { dataTables } from '../tables.ts';
import { parseMark } from '../understand/words.ts';
import type { Merge, Value } from '../writer.ts';
import { DinerRows } from './diner-rows.ts';

/**
 * One row per name and day. A row without any count is a record all the same (the day is known, its counts are not)
 * and is imported. A missing count never erases a known one. Of two rows that say different counts for one name and
 * day, the first stays and the later is refused: neither is known to be right. A count that was entered by hand stays,
 * and so does one that was put over an earlier file's; the report says so.
 */
export const openAttendance: OpenKind = ({
  db,
  batch,
  names,
  report,
  writer,
  judgeCounts,
  namesMarks,
  countAnswers,
}): KindReader => {
  const attendance = writer(dataTables.attendance);
  const diners = new DinerRows(writer(dataTables.dinerCount), report);
  const typed = readAllManualCounts(db);
  const corrected = correctionsByDay(db);
  const slips = readCountSlips(db);
  const slipRows = writer(dataTables.countSlip);
  const kept = new Set<number>();
  const nameless = new Set<number>();
  const seen = new ReadDays();
  /** The sheet of each name and day, of a workbook. */
  const sheets = new Map<string, string>();
  const marks = new DayMarks(namesMarks ? writer(dataTables.closure) : null);
  const empty = new EmptyCounts();
  let place: ((line: number) => ReturnType<Row['place']>) | null = null;
  return {
    row(row) {
      place ??= (line) => ({ ...row.place('served'), line });
      const day = row.day('date');
      const site = row.needed('site');
      const kind = siteKindOf(row);
      const inOne = row.count('served');
      const staff = row.count('staff');
      if (day === refused || site === refused || kind === refused || inOne === refused || staff === refused) {
        return refused;
      }
      if (!isLunch(row.text('service'))) {
        return row.refuse('service', 'not-lunch', {});
      }
      const found = diners.read(row, inOne);
      if (found === refused) return refused;
      const { served } = found;
      const name = names.resolve(site, kind, true);
      const key = [name.id, day];
      const mark = row.mark ?? (row.has('event') ? parseMark(row.text('event')) : null);
      if (mark !== null) {
        marks.add(mark, day, name.id);
      }
      if (row.has('served')) empty.add(day, served, mark !== null);
      const agrees = (field: 'served' | 'staff', count: number | null): boolean => {
        const place = field === 'served' ? 0 : 1;
        const otherLine = count === null ? 0 : seen.meet(name.id, day, place, row.line);
        const other = otherLine > 0 ? attendance.find(key)?.[place] : count;
        return (
          other === count ||
          row.refuse(field, 'conflicting-rows', { otherLine, otherValue: `${other}` }) !== refused
        );
      };
      if (!agrees('served', served) || !agrees('staff', staff)) {
        return refused;
      }
      report.facts.sawCount(site, day, served);
      if (report.sheet !== null) {
        sheets.set(`${name.id} ${day}`, report.sheet);
      }
      const own = typed.get(`${name.id} ${day}`);
      const over = corrected.get(`${name.siteId} ${day}`);
      if (served !== null && served !== (own ?? over ?? served)) {
        kept.add(day);
      }
      // A count that was asked about before is not asked about again: the answer stands, or is still waited for.
      const slip = slips.get(`${name.id} ${day}`);
      const isAside = slip !== undefined && slip.state !== 'taken' && slip.served === served;
      const counted = attendance.write(key, [own ?? (isAside ? null : served), staff], keepKnown);
      const written = diners.keep(key, found, counted);
      if (isAside && slip.state === 'asked') return 'asked';
      if (name.siteId === null) {
        nameless.add(name.id);
        row.ask('site', 'site-unknown', { name: site, siteKind: kind });
        return 'asked';
      }
      if (written === 'imported' && (served ?? 0) === 0) {
        report.facts.sawNoMeals(mark !== null);
      }
      return written;
    },
    end() {
      marks.tell(report);
      empty.tell(report);
      diners.tell();
      for (const { nameId, day, count, ...range } of findCountSlips(db, judgeCounts, batch)) {
        const line = seen.lineOf(nameId, day, 0);
        if (line === 0 || place === null) continue;
        const [low, usual, high] = [range.low, range.usual, range.high].map(Math.round) as [
          number,
          number,
          number,
        ];
        const key = [nameId, day];
        const fileName = names.nameOf(nameId);
        const date = isoOf(day);
        const answer = countAnswers.get(countAnswerKey(fileName, date));
        if (answer?.served === count && answer.corrected === null) {
          slipRows.write(key, [count, low, usual, high, 'taken']);
          continue;
        }
        const written = attendance.takeBack(key, 0);
        report.facts.takeBackCount(fileName, day, count);
        if (answer?.served === count) {
          attendance.write(key, [answer.corrected, null], keepKnown);
          report.facts.sawCount(fileName, day, answer.corrected);
          slipRows.write(key, [count, low, usual, high, 'aside']);
          continue;
        }
        // Rows under a name without a site were counted as asked already.
        if (!nameless.has(nameId)) report.recount(written, 'asked');
        slipRows.write(key, [count, low, usual, high, 'asked']);
        const sheet = sheets.get(`${nameId} ${day}`) ?? null;
        report.facts.sawUnlikely({ name: fileName, date, served: count, low, usual, high, sheet, line });
        const params = { name: fileName, date, served: count, low, high };
        report.problem(
          { level: 'asked', ...place(line), sheet, value: `${count}` },
          'count-unlikely',
          params,
        );
      }
      if (kept.size > 0) {
        report.problem({ level: 'warning' }, 'counts-typed', {
          days: kept.size,
          first: isoOf(Math.min(...kept)),
        });
      }
    },
  };
};

const keepKnown: Merge = (old, given) => given.map((value, index) => value ?? (old[index] as Value));

/** `null`: the file does not say who eats there. */
export function siteKindOf(row: Row): SiteKind | null | typeof refused {
  const text = row.text('siteKind');
  if (text === '') {
    return null;
  }
  return parseSiteKind(text) ?? row.refuse('siteKind', 'unknown-site-kind', {});
}
