import { dayOf, isoOf, schoolYearOfDay } from '../../day.ts';
import { fold } from '../../fold.ts';
import type { FileReportBuilder, RowOutcome } from '../file-report.ts';
import type { OpenKind } from '../kind-reader.ts';
import { type Row, refused } from '../row.ts';
import { dataTables } from '../tables.ts';
import type { Writer } from '../writer.ts';
import { readSchoolYear } from './enrolment.ts';
import {
  type DaysWithoutClass,
  daysWithoutClass,
  type EndMeaning,
  endMeaning,
  isBeginningOnly,
  periodOf,
  type WrittenHoliday,
} from './holiday-days.ts';

/** Days; the long summers of overseas are shorter. */
const longestHoliday = 120;

interface Entry extends WrittenHoliday {
  readonly zone: string;
  readonly year: number;
  readonly name: string;
  readonly beginningOnly: boolean;
}

interface Period {
  readonly entry: Entry;
  readonly days: DaysWithoutClass;
  votes: number;
}

/**
 * School holidays by zone. The file is small and is looked at as a whole: what its ends mean is a matter of all of
 * them, and a zone's row comes once for each of its academies (where these differ, most of them decide).
 */
export const openHolidays: OpenKind = ({ report, writer }) => {
  const holidays = writer(dataTables.schoolHoliday);
  const entries: Entry[] = [];
  let otherPopulations = 0;
  return {
    row(row) {
      if (!isForPupils(row)) {
        otherPopulations++;
        return 'unchanged';
      }
      const entry = readEntry(row);
      if (entry === refused) {
        return refused;
      }
      entries.push(entry);
      return 'later';
    },
    end() {
      if (otherPopulations > 0) {
        report.problem({ level: 'warning' }, 'other-population-left-out', { rows: otherPopulations });
      }
      writeAll(holidays, entries, report);
    },
  };
};

/** Pupils of primary schools; not teachers, nor collèges and lycées alone, nor single islands of a zone. */
function isForPupils(row: Row): boolean {
  const population = fold(row.text('population'));
  return /^(|-|TOUS|ELEVES|ELEVES DU PREMIER DEGRE|PREMIER DEGRE|PREMIER DEGRE ET COLLEGES)$/.test(
    population,
  );
}

function readEntry(row: Row): Entry | typeof refused {
  const zone = row.needed('zone');
  const start = row.day('firstDay', 'day-off');
  const name = row.text('holiday') || 'Vacances';
  const beginningOnly = isBeginningOnly(name);
  const end = beginningOnly && row.text('lastDay') === '' ? start : row.day('lastDay', 'day-off');
  if (zone === refused || start === refused || end === refused) {
    return refused;
  }
  if (end < start) {
    return row.refuse('lastDay', 'end-before-start', { start: isoOf(start) });
  }
  if (end - start > longestHoliday) {
    return row.refuse('lastDay', 'holiday-too-long', { start: isoOf(start), days: end - start + 1 });
  }
  const year = row.text('schoolYear') === '' ? schoolYearOfDay(start) : readSchoolYear(row);
  if (year === refused) {
    return refused;
  }
  return {
    zone: zone.replace(/^zone\s+/i, ''),
    year,
    name,
    period: periodOf(name),
    start,
    end,
    beginningOnly,
  };
}

function writeAll(holidays: Writer, entries: readonly Entry[], report: FileReportBuilder): void {
  const meaning = endMeaning(entries.filter((entry) => !entry.beginningOnly));
  const groups = Map.groupBy(entries, ({ zone, year, period }) => `${zone} ${year} ${period}`);
  for (const group of groups.values()) {
    const outcomes = writeGroup(holidays, group, meaning);
    // A row that repeats what another one says changes nothing.
    group.forEach((_, index) => {
      report.count(outcomes[index] ?? 'unchanged');
    });
  }
}

/** One holiday of one zone and year, in one or (rarely) several parts. */
function writeGroup(holidays: Writer, group: readonly Entry[], meaning: EndMeaning): readonly RowOutcome[] {
  const whole = group.filter((entry) => !entry.beginningOnly);
  const periods = whole.length > 0 ? whole : group;
  return partsOf(periods, meaning).map(({ entry, days }, index) =>
    holidays.write(
      [entry.zone, entry.year, entry.period, index + 1],
      [entry.name, isoOf(days.firstDay), isoOf(days.lastDay)],
    ),
  );
}

/** Periods that overlap are versions of one: the one most often given stands for them. */
function partsOf(entries: readonly Entry[], meaning: EndMeaning): readonly Period[] {
  const versions = new Map<string, Period>();
  for (const entry of entries) {
    const days = entry.beginningOnly ? summerFrom(entry) : daysWithoutClass(entry, meaning);
    const key = `${days.firstDay} ${days.lastDay}`;
    const version = versions.get(key) ?? { entry, days, votes: 0 };
    version.votes++;
    versions.set(key, version);
  }
  const byVotes = [...versions.values()].sort((a, b) => b.votes - a.votes);
  const parts: Period[] = [];
  for (const version of byVotes) {
    if (
      parts.every(({ days }) => days.lastDay < version.days.firstDay || version.days.lastDay < days.firstDay)
    ) {
      parts.push(version);
    }
  }
  return parts.sort((a, b) => a.days.firstDay - b.days.firstDay);
}

/** Until the end is published, summer lasts to the end of August. */
function summerFrom({ start }: Entry): DaysWithoutClass {
  const endOfAugust = dayOf(Number(isoOf(start).slice(0, 4)), 8, 31);
  return { firstDay: start, lastDay: Math.max(start, endOfAugust) };
}
