import type { Course, IsoDate, SiteKind } from '../../../forecasting/domain/records.ts';
import { isoOf } from '../../day.ts';
import { tidy } from '../../fold.ts';
import type { ReadonlyDatabase } from '../../open.ts';
import { courseNamed } from '../course-names.ts';
import { DayMarks } from '../day-marks.ts';
import { courseFields } from '../field.ts';
import type { OpenKind } from '../kind-reader.ts';
import { isLunch } from '../meals.ts';
import { plainCell } from '../plain-cell.ts';
import { type Row, refused } from '../row.ts';
import { parseSiteKind } from '../site-kind.ts';
import { dataTables } from '../tables.ts';
import { type Mark, parseMark } from '../understand/words.ts';
import type { Writer, Written } from '../writer.ts';
import { dishesInCell } from './dish-cells.ts';

interface DayList {
  /** The guests that the list is of, where the file has a list for each class. */
  diners: SiteKind | null;
  /** Dishes written so far. */
  position: number;
  /** Choices so far ("A OU B" is one). */
  choices: number;
}

/**
 * A menu is the list of a day's dishes. A file that lists a day anew replaces that day's list: what is at the same
 * place is compared, and the places that a shorter list leaves are emptied. A day that was typed in by hand stays as
 * it is: the file's list is kept beneath it, and the report says so. Of lists for several classes of guests the first
 * one counts: they are no dishes of one day more.
 */
export const openMenus: OpenKind = ({ db, names, report, writer, namesMarks }) => {
  const items = writer(dataTables.menuItem);
  const marks = new DayMarks(namesMarks ? writer(dataTables.closure) : null);
  const otherDiners = new Set<SiteKind>();
  const lists = new Map<string, DayList>();
  const followed = db.prepare('SELECT 1 FROM menu_follower WHERE site_name_id = ? LIMIT 1').pluck();
  return {
    row(row) {
      const day = row.day('date');
      if (day === refused) {
        return refused;
      }
      if (!isLunch(row.text('service'))) {
        return row.refuse('service', 'not-lunch', {});
      }
      const site = row.text('site') || sectorOf(row);
      const name = site === '' ? null : names.resolve(site, null);
      const cells = cellsOf(row);
      const mark = markOf(cells);
      if (mark !== null) {
        marks.add(mark, day, name?.id ?? null);
        return 'unchanged';
      }
      const key = `${isoOf(day)} ${name?.id ?? ''}`;
      const diners = parseSiteKind(row.text('siteKind'));
      const list = lists.get(key) ?? { position: 0, choices: 0, diners };
      if (list.diners !== null && diners !== null && diners !== list.diners) {
        otherDiners.add(diners);
        return 'unchanged';
      }
      lists.set(key, list);
      const written = writeDishes(
        items,
        { cells, inCourses: row.has('main') },
        list,
        isoOf(day),
        name?.id ?? null,
      );
      if (name !== null && name.siteId === null && followed.get(name.id) === undefined) {
        row.ask(row.text('site') === '' ? 'sector' : 'site', 'site-unknown', { name: site, siteKind: null });
        return 'asked';
      }
      return written;
    },
    end() {
      marks.tell(report);
      if (otherDiners.size > 0) {
        report.problem({ level: 'warning' }, 'guests-left-out', { kinds: [...otherDiners] });
      }
      const longer = db.prepare(
        'SELECT position FROM menu_item WHERE date = ? AND site_name_id IS ? AND position > ? AND dish IS NOT NULL',
      );
      for (const [key, { position }] of lists) {
        const [date = '', name = ''] = key.split(' ');
        const nameId = name === '' ? null : Number(name);
        for (const place of longer.pluck().all(date, nameId, position) as number[]) {
          items.write([date, place, nameId], [place, null, null, null]);
        }
      }
      const typed = typedDays(db, lists);
      if (typed.length > 0) {
        report.problem({ level: 'warning' }, 'menus-typed', {
          days: typed.length,
          first: typed[0] as string,
        });
      }
    },
  };
};

/** The days of the file whose list was typed in by hand, in order. */
function typedDays(db: ReadonlyDatabase, lists: ReadonlyMap<string, DayList>): readonly IsoDate[] {
  const typed = db
    .prepare(
      `SELECT 1 FROM typed_menu t
       WHERE t.date = @date AND CASE WHEN @name IS NULL THEN t.site_id IS NULL
         ELSE t.site_id = (SELECT site_id FROM site_name WHERE id = @name) END`,
    )
    .pluck();
  const days = [...lists.keys()].flatMap((key) => {
    const [date = '', name = ''] = key.split(' ');
    return typed.get({ date, name: name === '' ? null : Number(name) }) === undefined ? [] : [date];
  });
  return [...new Set(days)].toSorted();
}

/** The sector that a menu is for; a bare number or letter is no name. */
function sectorOf(row: Row): string {
  const text = row.text('sector');
  return /^[\p{L}\d]{1,2}$/u.test(text) ? `${row.place('sector').column ?? ''} ${text}`.trim() : text;
}

interface WrittenDish {
  readonly cell: string;
  readonly course: Course | null;
  readonly rank: number | null;
}

/** One cell of dishes, or (a menu sheet with one row per day) one for each course. */
function cellsOf(row: Row): readonly WrittenDish[] {
  return row.has('main')
    ? courseFields.map((course) => ({ cell: row.raw(course), course, rank: null }))
    : [
        {
          cell: row.raw('dish'),
          course: courseNamed(row.text('course') || row.text('siteKind')),
          rank: rankOf(row),
        },
      ];
}

/** "FÉRIÉ", "VACANCES SCOLAIRES": the day has no menu. A picnic is one. */
function markOf(cells: readonly WrittenDish[]): Mark | null {
  const filled = cells.map(({ cell }) => tidy(cell)).filter((cell) => cell !== '');
  const marks = filled.map((cell) => (cell.split(' ').length <= 4 ? parseMark(cell) : null));
  const [first = null] = marks;
  return first !== null && first !== 'outing' && first !== 'absent' && marks.every((mark) => mark === first)
    ? first
    : null;
}

function writeDishes(
  items: Writer,
  { cells, inCourses }: { readonly cells: readonly WrittenDish[]; readonly inCourses: boolean },
  list: DayList,
  date: string,
  nameId: number | null,
): Written {
  const outcomes = cells.flatMap(({ cell, course, rank }) =>
    dishesInCell(plainCell(cell), inCourses).flatMap((dishes) => {
      const choice = dishes.length > 1 ? ++list.choices : null;
      return dishes.map((dish) => {
        const position = ++list.position;
        return items.write([date, position, nameId], [rank ?? position, course, dish, choice]);
      });
    }),
  );
  // An empty dish (" -") says nothing: there is nothing to write.
  return outcomes.find((outcome) => outcome !== 'unchanged') ?? 'unchanged';
}

function rankOf(row: Row): number | null {
  const text = row.text('rank');
  return /^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
