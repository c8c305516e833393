import type { CoverageMethods } from '../../api/coverage.ts';
import type { MenuBalanceMethods } from '../../api/menu-balance.ts';
import type { MenuMethods } from '../../api/menus.ts';
import type { UseCase } from '../context/use-case.ts';
import { coverageDays, coverageMonth, readCoverage } from '../coverage/coverage.ts';
import { recordDay } from '../coverage/record-day.ts';
import { saveAttendance } from '../coverage/save-attendance.ts';
import { attributesOf, menuBalance, stateAttribute } from '../menus/menu-balance.ts';
import { menuFrequencies, saveLimit } from '../menus/menu-frequencies.ts';
import { menuMonth } from '../menus/menu-month.ts';
import { saveMenu } from '../menus/save-menu.ts';

const always = () => true;

/** What the contract says about menus and missing records. */
export const menuUseCases: {
  readonly [M in keyof (MenuMethods & MenuBalanceMethods & CoverageMethods)]: UseCase<M>;
} = {
  'menus.month': { run: menuMonth },
  'menus.frequencies': { run: menuFrequencies },
  'menus.balance': { run: (context, input) => menuBalance(context, input) },
  'menus.register': {
    run: async (context, input) => (await import('../menus/menu-register.ts')).menuRegister(context, input),
    inWorker: true,
  },
  'dishes.attributes': { run: attributesOf },
  'dishes.stateAttribute': { run: stateAttribute, inWorker: true, edit: true, changes: always },
  'menus.limit': { run: saveLimit, inWorker: true, edit: true, changes: always },
  'menus.dish': {
    run: async (context, input) => (await import('../dishes/dish-page.ts')).dishPage(context, input),
    inWorker: true,
  },
  'menus.save': { run: saveMenu, inWorker: true, edit: true, changes: always },
  'data.coverage': { run: readCoverage },
  'data.coverageDays': { run: coverageDays },
  'data.coverageMonth': { run: coverageMonth },
  'attendance.enter': {
    run: async (context, input) => (await import('../coverage/enter-counts.ts')).enterCounts(context, input),
    inWorker: true,
    edit: true,
    changes: (entered) => entered.some(({ state }) => state === 'kept' || state === 'marked'),
  },
  'attendance.record': { run: recordDay, inWorker: true, edit: true, changes: always },
  'attendance.save': { run: saveAttendance, inWorker: true, edit: true, changes: always },
};
