import { accuracy } from './en/accuracy.ts';
import { backups } from './en/backups.ts';
import { common } from './en/common.ts';
import { coverage } from './en/coverage.ts';
import { data } from './en/data.ts';
import { dishes } from './en/dishes.ts';
import { domain } from './en/domain.ts';
import { help } from './en/help.ts';
import { library } from './en/library.ts';
import { menus } from './en/menus.ts';
import { orders } from './en/orders.ts';
import { palette } from './en/palette.ts';
import { panel } from './en/panel.ts';
import { provision } from './en/provision.ts';
import { reading } from './en/reading.ts';
import { rollCall } from './en/roll-call.ts';
import { sheets } from './en/sheets.ts';
import { start } from './en/start.ts';
import { tour } from './en/tour.ts';
import { week } from './en/week.ts';
import type { TextCatalogue } from './fr.ts';

export const en: TextCatalogue = {
  ...common,
  ...backups,
  ...domain,
  ...week,
  ...data,
  ...dishes,
  ...orders,
  ...panel,
  ...library,
  ...menus,
  ...coverage,
  ...provision,
  ...reading,
  ...rollCall,
  ...sheets,
  ...start,
  ...accuracy,
  ...palette,
  ...help,
  ...tour,
};
