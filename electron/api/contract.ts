import type { BacktestReport } from './backtest-report.ts';
import type { BackupMethods } from './backup-records.ts';
import type { CalendarMethods } from './calendar-methods.ts';
import type { CoverageMethods } from './coverage-records.ts';
import type { DishBacktestMethods } from './dish-backtest-report.ts';
import type { LibraryMethods } from './library-records.ts';
import type { MenuMethods } from './menu-records.ts';
import type { PanelMethods } from './panel-records.ts';
import type {
  ApprovalAnswer,
  AppState,
  Catalogue,
  CatalogueDraft,
  CatalogueEntry,
  CatalogueKey,
  CheckReport,
  ClosureDraft,
  ClosureRecord,
  CountAnswer,
  DataKind,
  DishCorrection,
  DishPlan,
  DishRecord,
  FileKind,
  HeadCountAnswer,
  HeadCountDraft,
  ImportRecord,
  ImportReport,
  IsoDate,
  Language,
  Mapping,
  MappingProfile,
  MealCosts,
  OrderFileKind,
  OrderReconciliation,
  OrderRecord,
  OrderRule,
  OrderRuleRecord,
  OrderScores,
  OrderVersionKey,
  OverrideAnswer,
  OverrideDraft,
  PendingName,
  PendingNameAnswer,
  Plan,
  PlanCell,
  ProfileFile,
  ReopenAnswer,
  RevisionAnswer,
  SavedCatalogue,
  SavedClosures,
  SchoolYearCalendar,
  Settings,
  SettledDeadlines,
  Sheet,
  SheetFormat,
  SheetKind,
  SiteDate,
  SiteDraft,
  SiteRecord,
  TableAnswers,
  UndoReport,
  UnlikelyCount,
} from './records.ts';
import type { ServiceWeekMethods } from './service-week-records.ts';
import type { PurchaseOrderMethods } from './supplier-order-records.ts';

/** Every method of the app: name → input → output. Hosts carry these and know no more. */
export interface Methods
  extends MenuMethods,
    CoverageMethods,
    PanelMethods,
    DishBacktestMethods,
    BackupMethods,
    PurchaseOrderMethods,
    ServiceWeekMethods,
    CalendarMethods,
    LibraryMethods {
  'app.state': { input: Nothing; output: AppState };
  'settings.save': { input: Partial<Settings>; output: Settings };
  'sites.list': { input: Nothing; output: readonly SiteRecord[] };
  'sites.add': { input: SiteDraft; output: SiteRecord };
  'imports.run': {
    input: {
      readonly tickets: readonly string[];
      readonly kind?: FileKind;
      readonly dryRun?: boolean;
      /** How files are to be read, by the names that the report gives them. */
      readonly readings?: Readonly<Record<string, Mapping>>;
      /** Answers about whole tables: for all files of the call, and by the names that the report gives them. */
      readonly answers?: {
        readonly all?: TableAnswers;
        readonly files?: Readonly<Record<string, TableAnswers>>;
      };
      /** Keep these readings and answers for files with the same column titles. */
      readonly remember?: boolean;
    };
    output: ImportReport;
  };
  'profiles.list': { input: Nothing; output: readonly MappingProfile[] };
  'profiles.remove': { input: { readonly id: number }; output: readonly MappingProfile[] };
  'profiles.export': { input: Nothing; output: ProfileFile };
  /** Takes the profiles of another installation; of two about the same titles the given one stays. */
  'profiles.import': { input: ProfileFile; output: readonly MappingProfile[] };
  'imports.list': { input: Nothing; output: readonly ImportRecord[] };
  'imports.undo': { input: { readonly batch: number }; output: UndoReport };
  /**
   * Takes edits back (the last one first) or does them again, all or nothing, by the numbers that their answers gave.
   * Refused where what they changed has been changed since.
   */
  'edits.step': { input: { readonly edits: readonly number[]; readonly way: 'undo' | 'redo' }; output: null };
  'questions.list': { input: Nothing; output: readonly PendingName[] };
  'questions.answer': {
    input: { readonly id: number; readonly kind: PendingName['kind']; readonly answer: PendingNameAnswer };
    output: readonly PendingName[];
  };
  /** Counts of files that can hardly be, and wait for an answer. */
  'counts.unlikely': { input: Nothing; output: readonly UnlikelyCount[] };
  'counts.answer': {
    input: {
      readonly counts: readonly { readonly nameId: number; readonly date: IsoDate }[];
      readonly answer: CountAnswer;
    };
    /** Those that still wait. */
    output: readonly UnlikelyCount[];
  };
  'plan.week': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly asOf?: IsoDate;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
    };
    output: Plan;
  };
  'plan.cell': {
    input: {
      readonly siteId: number;
      readonly date: IsoDate;
      readonly asOf?: IsoDate;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
    };
    output: PlanCell;
  };
  'backtest.run': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly lead: number;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
      /** Each site's order rule says what was known; the lead counts where there is none. */
      readonly rules?: boolean;
      /** Also return the lines of the site-day CSV. */
      readonly csv?: boolean;
    };
    output: { readonly report: BacktestReport; readonly csv: string | null };
  };
  'orderRules.list': { input: Nothing; output: readonly OrderRuleRecord[] };
  /** A rule of `null` forgets what was saved. Answers the rules as they are then. */
  'orderRules.save': {
    input: { readonly siteId: number | null; readonly rule: OrderRule | null };
    output: readonly OrderRuleRecord[];
  };
  /** What was decided, by date and site; also of sites that are gone since. */
  'orders.list': {
    input: { readonly from: IsoDate; readonly to: IsoDate };
    output: readonly OrderRecord[];
  };
  'orders.history': { input: SiteDate; output: OrderRecord };
  /** Orders something else than is recommended, all or nothing; refused for a frozen order or a day without one. */
  'orders.override': { input: { readonly overrides: readonly OverrideDraft[] }; output: OverrideAnswer };
  /** Validates what is to be ordered: it then moves no more. Absent sites: all. */
  'orders.approve': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly siteIds?: readonly number[];
      /** The yes for days whose school holidays are not known; without it they are refused. */
      readonly confirmHolidays?: boolean;
    };
    output: ApprovalAnswer;
  };
  /** Takes versions back, the newest first; an order without a version is open again. */
  'orders.reopen': { input: { readonly versions: readonly OrderVersionKey[] }; output: ReopenAnswer };
  /**
   * Closes the orders and purchase orders whose deadline has passed as they stood at it, and opens those again whose
   * deadline was moved. Hosts call it at start, when a deadline passes and before calls that look at orders; `only`
   * leaves purchase orders for later.
   */
  'orders.settleDeadlines': { input: { readonly only?: 'orders' }; output: SettledDeadlines };
  /** A new version of a frozen order; the earlier ones stay readable. */
  'orders.revise': {
    input: SiteDate & { readonly quantity: number; readonly reason?: string };
    output: RevisionAnswer;
  };
  /** The guests counted in the morning. The order stays; sheets follow the count. */
  'orders.headCount': { input: HeadCountDraft; output: HeadCountAnswer };
  /** The same of several sites, all or nothing. */
  'orders.headCounts': {
    input: { readonly headCounts: readonly HeadCountDraft[] };
    output: readonly HeadCountAnswer[];
  };
  'orders.scores': { input: { readonly from: IsoDate; readonly to: IsoDate }; output: OrderScores };
  /** Absent: the school year of today. */
  'calendar.year': { input: { readonly schoolYear?: number }; output: SchoolYearCalendar };
  'closures.list': {
    input: { readonly from: IsoDate; readonly to: IsoDate };
    output: readonly ClosureRecord[];
  };
  /** A closure of the same day, kind and site is replaced. */
  'closures.save': { input: { readonly closures: readonly ClosureDraft[] }; output: SavedClosures };
  /** Answers what was there. */
  'closures.remove': {
    input: { readonly closures: readonly Pick<ClosureRecord, 'date' | 'siteId' | 'kind'>[] };
    output: readonly ClosureRecord[];
  };
  'dishes.list': { input: Nothing; output: readonly DishRecord[] };
  /** Answers the dish as it is then. */
  'dishes.correct': { input: DishCorrection; output: DishRecord };
  /** Portions, packs, suppliers, kitchens and guests of the sites, as they are in force. */
  'catalogue.read': { input: Nothing; output: Catalogue };
  /** All or nothing; what an entry takes the place of is answered. */
  'catalogue.save': { input: { readonly entries: readonly CatalogueDraft[] }; output: SavedCatalogue };
  /** A list as it is in force, to be changed in a spreadsheet and imported again. */
  'catalogue.export': {
    input: { readonly kind: 'packs' | 'portions'; readonly format: 'csv' | 'xlsx' };
    output: Sheet;
  };
  /** Answers what was there, in an order in which it can be saved again. */
  'catalogue.remove': {
    input: { readonly keys: readonly CatalogueKey[] };
    output: readonly CatalogueEntry[];
  };
  /** Quantities by dish, from portions to packs, for each site, kitchen and supplier. Absent places: all. */
  'plan.dishes': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly asOf?: IsoDate;
    } & DishPlaces &
      LevelOrCosts;
    output: DishPlan;
  };
  /** Orders by supplier, production by kitchen, or deliveries by site, as a file. */
  'orders.export': {
    input: {
      readonly kind: OrderFileKind;
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly format: SheetFormat;
    } & DishPlaces &
      LevelOrCosts;
    output: Sheet;
  };
  /** Order files as suppliers sent them back, compared with what was sent line by line. Changes nothing. */
  'orders.reconcile': {
    input: { readonly tickets: readonly string[] };
    output: readonly OrderReconciliation[];
  };
  'sheet.make': {
    input: {
      readonly date: IsoDate;
      /** Absent: the production sheet. */
      readonly sheet?: SheetKind;
      /** Of one site, or of one kitchen and all its sites; absent: of all. */
      readonly siteId?: number;
      readonly kitchenId?: number;
      readonly format: SheetFormat;
    } & LevelOrCosts;
    output: Sheet;
  };
  'sample.load': { input: Nothing; output: ImportReport };
  /** Removes the sample canteens; refused when the data are not the sample. */
  'sample.clear': { input: Nothing; output: null };
  /** Records of one kind as a table; imported again it changes nothing. */
  'data.export': { input: { readonly kind: DataKind; readonly format: 'csv' | 'xlsx' }; output: Sheet };
  'data.check': { input: Nothing; output: CheckReport };
  /** Takes away the records of days that cannot be meant, which `data.check` lists. */
  'data.removeImpossible': { input: Nothing; output: { readonly removed: number } };
}

export type Nothing = Record<string, never>;

interface LevelOrCosts {
  readonly serviceLevel?: number;
  readonly costs?: MealCosts;
}

interface DishPlaces {
  readonly siteIds?: readonly number[];
  readonly kitchenId?: number;
}

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
