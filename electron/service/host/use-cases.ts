import { listCountSlips } from '../../../db/count-slips.ts';
import { listImports } from '../../../db/import/imports.ts';
import { listQuestions } from '../../../db/questions.ts';
import { summariseSites } from '../../../db/sites.ts';
import type { Method } from '../../api/contract.ts';
import { backupUseCases } from '../backups/use-cases.ts';
import { closuresBetween, removeManualClosures, saveManualClosures } from '../calendar/closures.ts';
import { calendarUseCases } from '../calendar/manual-calendar.ts';
import { schoolYearCalendar } from '../calendar/school-year-calendar.ts';
import { catalogueInForce } from '../catalogue/read-catalogue.ts';
import { removeCatalogue, saveCatalogue } from '../catalogue/save-catalogue.ts';
import { saveFactor } from '../catalogue/save-factor.ts';
import { saveSettings } from '../context/settings.ts';
import type { UseCase } from '../context/use-case.ts';
import { correctDish, listDishes } from '../dishes/dishes.ts';
import { answerPendingName, runImport, undoImportById } from '../imports/imports.ts';
import { exportProfiles, forgetProfile, importProfiles, readProfiles } from '../imports/mapping-profiles.ts';
import { libraryUseCases } from '../library/use-cases.ts';
import { orderHistory, ordersBetween } from '../orders/list-orders.ts';
import { readOrderRules, saveRule } from '../orders/order-rules.ts';
import { addManualSite } from '../sites/sites.ts';
import { siteUseCases } from '../sites/use-cases.ts';
import { answerCounts } from '../unlikely-counts.ts';
import { afterMealUseCases } from './after-meal-use-cases.ts';
import { appState } from './app-state.ts';
import { checkData, removeImpossible } from './check-data.ts';
import { stepEdit } from './edits.ts';
import { menuUseCases } from './menu-use-cases.ts';

const always = () => true;

/** Every method of the contract, once. Those that need the models load them when they are called. */
export const useCases: { readonly [M in Method]: UseCase<M> } = {
  'app.state': { run: appState },
  'about.cost': {
    run: async (context, input) => (await import('../about/forecast-cost.ts')).forecastCost(context, input),
    inWorker: true,
    atLeisure: true,
  },
  'settings.save': {
    run: ({ db }, changes) => saveSettings(db, changes),
    edit: true,
    // Other holidays, other forecasts; the other settings are given with each question.
    changes: (_, input) => 'zone' in input || 'publicHolidays' in input || 'goodFriday' in input,
  },
  'sites.list': { run: ({ db }) => summariseSites(db) },
  'sites.add': { run: addManualSite, inWorker: true, edit: true, changes: always },
  ...siteUseCases,
  'sites.year': {
    run: async (context, input) => (await import('../calendar/site-year.ts')).siteYear(context, input),
  },
  'sites.serviceWeek': {
    run: async (context, input) =>
      (await import('../calendar/service-week.ts')).serviceWeekOf(context, input),
    inWorker: true,
  },
  'sites.saveServiceWeek': {
    run: async (context, input) =>
      (await import('../calendar/service-week.ts')).stateServiceWeek(context, input),
    inWorker: true,
    edit: true,
    changes: always,
  },
  'sites.removeServiceWeek': {
    run: async (context, input) =>
      (await import('../calendar/service-week.ts')).forgetServiceWeek(context, input),
    inWorker: true,
    edit: true,
    changes: always,
  },
  'imports.run': {
    run: runImport,
    inWorker: true,
    asksToKeep: true,
    changes: ({ batch }) => batch !== null,
  },
  'profiles.list': { run: ({ db }) => readProfiles(db) },
  'profiles.remove': { run: forgetProfile, inWorker: true, edit: true },
  'profiles.export': { run: exportProfiles },
  'profiles.import': { run: importProfiles, inWorker: true, edit: true },
  'imports.list': { run: ({ db }) => listImports(db) },
  'imports.undo': { run: undoImportById, inWorker: true, edit: true, changes: always },
  'edits.step': { run: stepEdit, inWorker: true, changes: always },
  'questions.list': { run: ({ db }) => listQuestions(db) },
  'counts.unlikely': { run: ({ db }) => listCountSlips(db) },
  'counts.answer': { run: answerCounts, inWorker: true, edit: true, changes: always },
  'counts.low': {
    run: async (context) => (await import('../coverage/low-days.ts')).lowDays(context),
    inWorker: true,
    atLeisure: true,
  },
  'counts.explainLow': {
    run: async (context, input) => (await import('../coverage/low-days.ts')).explainLowDays(context, input),
    inWorker: true,
    edit: true,
    changes: always,
  },
  'questions.answer': { run: answerPendingName, inWorker: true, edit: true, changes: always },
  'plan.week': {
    run: async (context, input) => (await import('../orders/plan-week.ts')).planWeek(context, input),
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'plan.warnings': {
    run: async (context, input) => (await import('../orders/plan-warnings.ts')).planWarnings(context, input),
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'plan.cell': {
    run: async (context, input) => (await import('../orders/plan-cell.ts')).planCell(context, input),
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'plan.past': {
    run: async (context, input) => (await import('../orders/plan-past.ts')).planPast(context, input),
    inWorker: true,
    atLeisure: true,
  },
  'plan.whatIf': {
    run: async (context, input) => (await import('../orders/what-if.ts')).whatIf(context, input),
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'plan.applyWhatIf': {
    run: async (context, input) => (await import('../orders/apply-what-if.ts')).applyWhatIf(context, input),
    inWorker: true,
    edit: true,
    changes: always,
    afterDeadlines: 'orders',
  },
  'plan.dishDays': {
    run: async (context, input) => (await import('../dishes/dish-days.ts')).dishDays(context, input),
    inWorker: true,
  },
  'backtest.dishes': {
    run: async (context, input) =>
      (await import('../models/run-dish-backtest.ts')).runDishBacktest(context, input),
    inWorker: true,
  },
  'backtest.run': {
    run: async (context, input) => (await import('../models/run-backtest.ts')).runBacktest(context, input),
    inWorker: true,
  },
  ...afterMealUseCases,
  'orderRules.list': { run: ({ db }) => readOrderRules(db) },
  'orderRules.save': { run: saveRule, inWorker: true, edit: true, changes: always },
  'orders.list': { run: ordersBetween, afterDeadlines: 'orders' },
  'orders.history': { run: orderHistory, afterDeadlines: 'orders' },
  'orders.settleDeadlines': {
    run: async (context, input) => (await import('./settle-deadlines.ts')).settleDeadlines(context, input),
    inWorker: true,
    changes: ({ closed, reopened, purchaseOrders }) => closed + reopened + purchaseOrders > 0,
  },
  'orders.override': {
    run: async (context, input) => (await import('../orders/override.ts')).override(context, input),
    inWorker: true,
    edit: true,
    changes: always,
    afterDeadlines: 'orders',
  },
  'orders.approve': {
    run: async (context, input) => (await import('../orders/approve.ts')).approveOrders(context, input),
    inWorker: true,
    edit: true,
    changes: ({ approved }) => approved.length > 0,
    afterDeadlines: 'orders',
  },
  'orders.reopen': {
    run: async (context, input) => (await import('../orders/approve.ts')).reopenOrders(context, input),
    inWorker: true,
    edit: true,
    changes: ({ opened }) => opened.length > 0,
    afterDeadlines: 'orders',
  },
  'orders.revise': {
    run: async (context, input) => (await import('../orders/approve.ts')).reviseOrder(context, input),
    inWorker: true,
    edit: true,
    changes: always,
    afterDeadlines: 'orders',
  },
  'orders.noteSent': {
    run: async (context, input) => (await import('../orders/note-sent.ts')).noteSent(context, input),
    inWorker: true,
    edit: true,
    changes: ({ noted }) => noted.length > 0,
    afterDeadlines: 'orders',
  },
  'orders.noteUnsent': {
    run: async (context, input) => (await import('../orders/note-sent.ts')).noteUnsent(context, input),
    inWorker: true,
    edit: true,
    changes: ({ removed }) => removed.length > 0,
    afterDeadlines: 'orders',
  },
  'orders.headCount': {
    run: async (context, input) => (await import('../orders/head-count.ts')).saveHeadCount(context, input),
    inWorker: true,
    edit: true,
    changes: always,
    afterDeadlines: 'orders',
  },
  'orders.headCounts': {
    run: async (context, input) =>
      (await import('../orders/head-count.ts')).saveHeadCountsOfDay(context, input.headCounts),
    inWorker: true,
    edit: true,
    changes: always,
    afterDeadlines: 'orders',
  },
  'orders.scores': {
    run: async (context, input) => (await import('../orders/scores.ts')).orderScores(context, input),
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'calendar.year': { run: schoolYearCalendar },
  ...calendarUseCases,
  'closures.list': { run: closuresBetween },
  'closures.save': { run: saveManualClosures, inWorker: true, edit: true, changes: always },
  'closures.remove': {
    run: removeManualClosures,
    inWorker: true,
    edit: true,
    changes: (removed) => removed.length > 0,
  },
  'dishes.list': { run: ({ db }) => listDishes(db) },
  'dishes.correct': { run: correctDish, inWorker: true, edit: true, changes: always },
  'catalogue.read': { run: ({ db, texts }) => catalogueInForce(db, texts) },
  'catalogue.export': {
    run: async (context, input) =>
      (await import('../catalogue/export-catalogue.ts')).exportCatalogue(context, input),
    inWorker: true,
  },
  'catalogue.save': { run: saveCatalogue, inWorker: true, edit: true, changes: always },
  'catalogue.factor': { run: saveFactor, inWorker: true, edit: true, changes: always },
  'catalogue.remove': {
    run: removeCatalogue,
    inWorker: true,
    edit: true,
    changes: (removed) => removed.length > 0,
  },
  'plan.dishes': {
    run: async (context, input) =>
      (await import('../purchase-orders/plan-dishes.ts')).planDishes(context, input),
    inWorker: true,
    afterDeadlines: 'all',
  },
  'orders.export': {
    run: async (context, input) =>
      (await import('../purchase-orders/export-orders.ts')).exportOrders(context, input),
    inWorker: true,
    afterDeadlines: 'all',
  },
  'orders.sent': {
    run: async (context, input) =>
      (await import('../purchase-orders/send-orders.ts')).sentOrders(context, input),
    afterDeadlines: 'all',
  },
  'orders.send': {
    run: async (context, input) =>
      (await import('../purchase-orders/send-orders.ts')).sendOrders(context, input),
    inWorker: true,
    edit: true,
    changes: ({ sent }) => sent.length > 0,
    afterDeadlines: 'all',
  },
  'orders.recall': {
    run: async (context, input) =>
      (await import('../purchase-orders/send-orders.ts')).recallOrders(context, input),
    inWorker: true,
    edit: true,
    changes: ({ taken }) => taken.length > 0,
    afterDeadlines: 'all',
  },
  'orders.confirm': {
    run: async (context, input) =>
      (await import('../purchase-orders/send-orders.ts')).confirmLines(context, input),
    inWorker: true,
    edit: true,
    changes: always,
    afterDeadlines: 'all',
  },
  'orders.reconcile': {
    run: async (context, input) =>
      (await import('../purchase-orders/reconcile-orders.ts')).reconcileOrders(context, input),
    inWorker: true,
    afterDeadlines: 'all',
  },
  'sheet.dishes': {
    run: async (context, input) => (await import('../sheets/site-dishes.ts')).siteDishes(context, input),
    inWorker: true,
    afterDeadlines: 'all',
  },
  'sheet.make': {
    run: async (context, input) => (await import('../sheets/make-sheet.ts')).makeSheet(context, input),
    inWorker: true,
    afterDeadlines: 'all',
  },
  ...menuUseCases,
  'sample.load': {
    run: async (context) => (await import('../sample/sample-canteens.ts')).loadSample(context),
    inWorker: true,
    changes: always,
  },
  'sample.clear': {
    run: async (context) => (await import('../sample/sample-canteens.ts')).clearSample(context),
    inWorker: true,
    changes: always,
  },
  ...backupUseCases,
  'data.export': {
    run: async (context, input) => (await import('../documents/export-data.ts')).exportData(context, input),
    inWorker: true,
  },
  'data.model': {
    run: async (context) => (await import('../coverage/model-workbook.ts')).modelWorkbook(context),
    inWorker: true,
  },
  ...libraryUseCases,
  'data.check': { run: checkData, inWorker: true },
  'data.removeImpossible': {
    run: removeImpossible,
    inWorker: true,
    edit: true,
    changes: ({ removed }) => removed > 0,
  },
};

/** See `UseCase.atLeisure`. */
export const runsInBackground = (method: Method): boolean => useCases[method].atLeisure ?? false;
