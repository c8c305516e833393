import {
  addConfirmedDays,
  addManualHoliday,
  addOpenDay,
  listConfirmedDays,
  listManualHolidays,
  listOpenDays,
  removeConfirmedDays,
  removeManualHoliday,
  removeOpenDay,
} from '../../../db/manual-calendar.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import type { CalendarMethods, ManualCalendar } from '../../api/manual-calendar.ts';
import { ServiceError } from '../context/errors.ts';
import type { UseCase } from '../context/use-case.ts';
import { siteOf } from '../sites/site-of.ts';

/** What people entered of the calendar by hand. */
const manualCalendar = (db: ReadonlyDatabase): ManualCalendar => ({
  holidays: listManualHolidays(db),
  confirmed: listConfirmedDays(db),
  openDays: listOpenDays(db),
});

function refuseAbsent(wasThere: boolean): void {
  if (!wasThere) throw new ServiceError('not-found', (t) => t.calendar.notEntered);
}

const writes = { inWorker: true, edit: true, changes: () => true } as const;

export const calendarUseCases: { readonly [M in keyof CalendarMethods]: UseCase<M> } = {
  'calendar.manual': { run: ({ db }) => manualCalendar(db) },
  'calendar.saveHoliday': {
    ...writes,
    run({ db }, { name, from, to }) {
      addManualHoliday(db, { name: name.normalize('NFC'), firstDay: from, lastDay: to });
      return manualCalendar(db);
    },
  },
  'calendar.removeHoliday': {
    ...writes,
    run({ db }, { id }) {
      refuseAbsent(removeManualHoliday(db, id));
      return manualCalendar(db);
    },
  },
  'calendar.confirmDays': {
    ...writes,
    run({ db }, { from, to }) {
      addConfirmedDays(db, from, to);
      return manualCalendar(db);
    },
  },
  'calendar.unconfirmDays': {
    ...writes,
    run({ db }, { id }) {
      refuseAbsent(removeConfirmedDays(db, id));
      return manualCalendar(db);
    },
  },
  'calendar.openDay': {
    ...writes,
    run({ db }, day) {
      if (day.siteId !== null) siteOf(db, day.siteId);
      addOpenDay(db, day);
      return manualCalendar(db);
    },
  },
  'calendar.closeDay': {
    ...writes,
    run({ db }, day) {
      refuseAbsent(removeOpenDay(db, day));
      return manualCalendar(db);
    },
  },
};
