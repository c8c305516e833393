import type { OpenKind } from '../kind-reader.ts';
import type { ImportKind } from '../problem.ts';
import { openAttendance } from './attendance.ts';
import { openClosures } from './closures.ts';
import { openEnrolment } from './enrolment.ts';
import { openHolidays } from './holidays.ts';
import { openSchoolNames, openSiteNames, openSites } from './lists.ts';
import { openMenus } from './menus.ts';
import { openPacks } from './packs.ts';
import { openPortions } from './portions.ts';
import { openServings } from './servings.ts';

/** In the order in which the files of one call are applied: each kind after those it builds on. */
export const kinds: Readonly<Record<ImportKind, OpenKind>> = {
  sites: openSites,
  'site-names': openSiteNames,
  'school-names': openSchoolNames,
  holidays: openHolidays,
  attendance: openAttendance,
  enrolment: openEnrolment,
  closures: openClosures,
  menus: openMenus,
  servings: openServings,
  portions: openPortions,
  packs: openPacks,
};

const order = Object.keys(kinds) as ImportKind[];

export function compareKinds(a: ImportKind, b: ImportKind): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** Lists say which sites there are: only they make sites, unless nothing is known yet. */
export function isList(kind: ImportKind): boolean {
  return kind === 'sites' || kind === 'site-names' || kind === 'school-names';
}
