import { accuracy } from './accuracy.ts';
import { backups } from './backups.ts';
import { balance } from './balance.ts';
import { common } from './common.ts';
import { coverage } from './coverage.ts';
import { data } from './data.ts';
import { dishes } from './dishes.ts';
import { domain } from './domain.ts';
import { guard } from './guard.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { impact } from './impact.ts';
import { library } from './library.ts';
import { look } from './look.ts';
import { menus } from './menus.ts';
import { orders } from './orders.ts';
import { palette } from './palette.ts';
import { panel } from './panel.ts';
import { provision } from './provision.ts';
import { reading } from './reading.ts';
import { record } from './record.ts';
import { returns } from './returns.ts';
import { rollCall } from './roll-call.ts';
import { sending } from './sending.ts';
import { sheets } from './sheets.ts';
import { start } from './start.ts';
import { tour } from './tour.ts';
import { week } from './week.ts';
import { weighing } from './weighing.ts';

/** The page's words in French, the reference catalogue: `catalogue.ts` must have the same keys. */
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
  ...record,
  ...returns,
  ...rollCall,
  ...sending,
  ...sheets,
  ...start,
  ...accuracy,
  ...palette,
  ...guard,
  ...help,
  ...guide,
  ...tour,
  ...library,
  ...look,
  ...menus,
  ...balance,
  ...coverage,
  ...impact,
  ...weighing,
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The shape that every language must fill. */
export type TextCatalogue = Words<typeof fr>;
