import type { AboutMethods } from './about.ts';
import type { BacktestsMethods } from './backtests.ts';
import type { BackupMethods } from './backups.ts';
import type { CatalogueMethods } from './catalogue.ts';
import type { ClosuresMethods } from './closures.ts';
import type { CountsMethods } from './counts.ts';
import type { CoverageMethods } from './coverage.ts';
import type { DataMethods } from './data.ts';
import type { DishBacktestMethods } from './dish-backtests.ts';
import type { DishPlanMethods } from './dish-plan.ts';
import type { DishesMethods } from './dishes.ts';
import type { ImpactMethods } from './impact.ts';
import type { ImportsMethods } from './imports.ts';
import type { LeakMethods } from './leaks.ts';
import type { LibraryMethods } from './library.ts';
import type { CalendarMethods } from './manual-calendar.ts';
import type { MappingMethods } from './mapping.ts';
import type { MealRecordMethods } from './meal-records.ts';
import type { MenuBalanceMethods } from './menu-balance.ts';
import type { MenuMethods } from './menus.ts';
import type { OrderRulesMethods } from './order-rules.ts';
import type { OrderSendingMethods } from './order-sending.ts';
import type { OrdersMethods } from './orders.ts';
import type { PanelMethods } from './panel.ts';
import type { PlanMethods } from './plan.ts';
import type { PurchaseOrderMethods } from './purchase-orders.ts';
import type { ReturnSheetMethods } from './return-sheets.ts';
import type { ServiceWeekMethods } from './service-weeks.ts';
import type { Language, SettingsMethods } from './settings.ts';
import type { SheetsMethods } from './sheets.ts';
import type { SitesMethods } from './sites.ts';
import type { StaffFigureMethods } from './staff-figures.ts';
import type { WeighingMethods } from './weighings.ts';

export type { Nothing } from './schema-parts.ts';

/** Every method of the app: name → input → output. Hosts carry these and know no more. */
export interface Methods
  extends AboutMethods,
    BacktestsMethods,
    BackupMethods,
    CatalogueMethods,
    ClosuresMethods,
    CountsMethods,
    CoverageMethods,
    DataMethods,
    DishBacktestMethods,
    DishPlanMethods,
    DishesMethods,
    ImpactMethods,
    ImportsMethods,
    LeakMethods,
    StaffFigureMethods,
    LibraryMethods,
    CalendarMethods,
    MappingMethods,
    MenuBalanceMethods,
    MealRecordMethods,
    MenuMethods,
    OrderRulesMethods,
    OrdersMethods,
    OrderSendingMethods,
    PanelMethods,
    PlanMethods,
    PurchaseOrderMethods,
    ReturnSheetMethods,
    ServiceWeekMethods,
    SettingsMethods,
    SheetsMethods,
    SitesMethods,
    WeighingMethods {}

export type Method = keyof Methods;

export type Input<M extends Method> = Methods[M]['input'];

export type Output<M extends Method> = Methods[M]['output'];

export type ErrorKind =
  | 'invalid-input'
  | 'not-found'
  | 'refused'
  | 'cancelled'
  | 'newer-data'
  | 'damaged-data'
  | 'file'
  | 'internal';

/** `message` says what happened and what was kept; `remedy` what to do. Both in the caller's language. */
export interface ApiError {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly remedy: string;
}

export type Result<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** The number under which `edits.step` takes back what the call changed. */
      readonly edit?: number;
      /** What went wrong beside the work: it was done all the same, and the user is to know. */
      readonly warnings?: readonly ApiError[];
    }
  | { readonly ok: false; readonly error: ApiError };

export interface CallOptions {
  readonly language: Language;
  /** A name for this call, under which its progress is told and it can be cancelled. */
  readonly job?: string;
}

export type ProgressStage = 'read' | 'write' | 'load' | 'fit' | 'forecast' | 'backtest' | 'copy' | 'check';

export type ApiEvent =
  | {
      readonly type: 'progress';
      readonly job: string;
      readonly stage: ProgressStage;
      /** 0 to 1. */
      readonly done: number;
    }
  /** The data changed (import, undo, answer, sample): what was read before is out of date. */
  | { readonly type: 'changed' };
