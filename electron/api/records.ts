export type {
  AgeClass,
  BalanceVerdict,
  ByAgeClass,
  ByDinerGroup,
  ClosedReason,
  ClosureKind,
  ColumnReason,
  Contribution,
  CountAnswer,
  Counterfactual,
  CountInFileAnswer,
  Course,
  Criterion,
  DateOrder,
  DayKind,
  Deadline,
  DecimalMark,
  DishAttribute,
  DishFamily,
  DishMarker,
  EarlierValue,
  EntryFinding,
  ErrorCause,
  FileColumn,
  FileKind,
  FileMapping,
  Flag,
  FloorRule,
  FoodScope,
  FrequencyVerdict,
  GroupMeasures,
  HeadCount,
  HeadCountByClass,
  ImpactFigure,
  ImportCounts,
  ImportField,
  IncompleteMeal,
  IntervalCoverage,
  IsoDate,
  KitchenKey,
  KitchenRecord,
  KitchenStock,
  LeakCause,
  LeakDay,
  LeakKind,
  LevelChange,
  LineYield,
  ManualDataKind,
  Mapping,
  MarkedDay,
  MealPart,
  MealReason,
  Measures,
  ModelName,
  Moment,
  NameInFileAnswer,
  OrderRecord,
  OrderRule,
  OrderSending,
  OrderVersion,
  Override,
  PackContent,
  PackRule,
  PackSize,
  PendingName,
  PendingNameAnswer,
  PendingNameKind,
  PinballLoss,
  Portion,
  PortionRule,
  PortionUnit,
  ProblemSeverity,
  PublicHolidayRegion,
  RecurrenceFound,
  Separator,
  ServiceWeek,
  SiteDiners,
  SiteKeptOnUndo,
  SiteKind,
  SiteSummary,
  SiteTotals,
  SizeClass,
  StaffShortage,
  StatedWeek,
  Supplier,
  TableAnswers,
  TableQuestionId,
  Tare,
  TermName,
  TextEncoding,
  TradeOff,
  UndoReport,
  UnlikelyCount,
  UnlikelyInFile,
  UsualMeals,
  VegetarianMeal,
  WastePart,
  WasteSource,
  WasteSum,
  Weekday,
  WeeklyDeadline,
  WeekPattern,
  WeighedBin,
} from '../../forecasting/domain/records.ts';
export type * from './about.ts';
export type * from './backtests.ts';
export type * from './backups.ts';
export type * from './calendar.ts';
export type * from './catalogue.ts';
export type * from './closures.ts';
export type * from './counts.ts';
export type * from './coverage.ts';
export type * from './data.ts';
export type * from './dish-backtests.ts';
export type * from './dish-plan.ts';
export type * from './dishes.ts';
export type { HolidayZone } from './domain-lists.ts';
export type * from './impact.ts';
export type * from './imports.ts';
export type * from './leaks.ts';
export type * from './library.ts';
export type * from './manual-calendar.ts';
export type * from './mapping.ts';
export type * from './meal-records.ts';
export type * from './menu-balance.ts';
export type * from './menus.ts';
export type * from './order-rules.ts';
export type * from './order-sending.ts';
export type * from './orders.ts';
export type * from './panel.ts';
export type * from './plan.ts';
export type * from './purchase-orders.ts';
export type * from './return-sheets.ts';
export type { MealCosts } from './schema-parts.ts';
export type * from './service-weeks.ts';
export type * from './settings.ts';
export type * from './sheets.ts';
export type * from './sites.ts';
export type * from './staff-figures.ts';
export type * from './supplier-replies.ts';
export type * from './weighings.ts';
