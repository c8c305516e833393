import { initial } from './0010-initial.ts';
import { orderRuleTable } from './0020-order-rules.ts';
import { importProfile } from './0030-import-profile.ts';
import { dishCorrection } from './0040-dish-correction.ts';
import { orderRecordTables } from './0050-orders.ts';
import { catalogueTables } from './0060-provision.ts';
import { typedMenu } from './0070-typed-menu.ts';
import { purchaseOrderTables } from './0080-supplier-orders.ts';
import { stock } from './0090-stock.ts';
import { edits } from './0100-edits.ts';
import { keptSite } from './0130-kept-site.ts';
import { refName } from './0140-ref-name.ts';
import { ruleSavedAt } from './0150-rule-saved-at.ts';
import { serviceWeek } from './0240-service-week.ts';
import { enrolmentKnown } from './0250-enrolment-known.ts';
import { manualCalendar } from './0260-manual-calendar.ts';
import { countSlips } from './0320-count-slips.ts';
import { usualDay } from './0330-usual-day.ts';
import { countCorrection } from './0331-count-correction.ts';
import { siteDates } from './0340-site-dates.ts';
import { menuFollowers } from './0350-menu-followers.ts';
import { purchaseFactor } from './0360-purchase-factor.ts';
import { dishAttribute } from './0361-dish-attribute.ts';
import { orderSending } from './0370-order-sending.ts';
import { mealRecords } from './0400-meal-records.ts';
import { weighings } from './0410-weighings.ts';
import { weighingBins } from './0425-weighing-bins.ts';
import { leakTrials } from './0430-leak-trials.ts';
import { asUsual } from './0510-as-usual.ts';
import { staffFigures } from './0520-staff-figures.ts';
import { packLeaks } from './0540-pack-leaks.ts';
import { dinerCounts } from './0550-diner-counts.ts';
import type { Migration } from './migrate.ts';

/** In order of version. A released migration is never edited: changes come as a new one. */
export const migrations: readonly Migration[] = [
  initial,
  orderRuleTable,
  importProfile,
  dishCorrection,
  orderRecordTables,
  catalogueTables,
  typedMenu,
  purchaseOrderTables,
  stock,
  edits,
  keptSite,
  refName,
  ruleSavedAt,
  serviceWeek,
  enrolmentKnown,
  manualCalendar,
  countSlips,
  usualDay,
  countCorrection,
  siteDates,
  menuFollowers,
  purchaseFactor,
  dishAttribute,
  orderSending,
  mealRecords,
  weighings,
  weighingBins,
  leakTrials,
  asUsual,
  staffFigures,
  packLeaks,
  dinerCounts,
];
