import { accuracy } from './fr/accuracy.ts';
import { backups } from './fr/backups.ts';
import { common } from './fr/common.ts';
import { coverage } from './fr/coverage.ts';
import { data } from './fr/data.ts';
import { dishes } from './fr/dishes.ts';
import { domain } from './fr/domain.ts';
import { help } from './fr/help.ts';
import { library } from './fr/library.ts';
import { menus } from './fr/menus.ts';
import { orders } from './fr/orders.ts';
import { palette } from './fr/palette.ts';
import { panel } from './fr/panel.ts';
import { provision } from './fr/provision.ts';
import { reading } from './fr/reading.ts';
import { rollCall } from './fr/roll-call.ts';
import { sheets } from './fr/sheets.ts';
import { start } from './fr/start.ts';
import { tour } from './fr/tour.ts';
import { week } from './fr/week.ts';

/** The page's words in French, the reference catalogue: `en.ts` must have the same keys. */
export const fr = {
  ...common,
  ...backups,
  ...domain,
  ...week,
  ...data,
  ...dishes,
  ...orders,
  ...panel,
  ...provision,
  ...reading,
  ...rollCall,
  ...sheets,
  ...start,
  ...accuracy,
  ...palette,
  ...help,
  ...tour,
  ...library,
  ...menus,
  ...coverage,
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The shape that every language must fill. */
export type TextCatalogue = Words<typeof fr>;
