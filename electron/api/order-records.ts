import type {
  ClosedReason,
  HeadCount,
  HeadCountByClass,
  IsoDate,
  Moment,
  OrderVersion,
  Override,
  SiteKind,
} from '../../forecasting/records.ts';

export type {
  AgeClass,
  HeadCount,
  HeadCountByClass,
  Moment,
  OrderVersion,
  Override,
} from '../../forecasting/records.ts';

/** What of a frozen order a row shows; the whole of it is in `orders.history`. */
export type ApprovedOrder = Pick<OrderVersion, 'version' | 'by' | 'automatic' | 'at'> & {
  /** What was sent: the version in force at the deadline, else the first one. */
  readonly sent: number;
  /** Meals more (or fewer) than what was sent; 0 where nothing was corrected since. */
  readonly correction: number;
};

/** What is ordered for one site on one day, and why. Meals. */
export interface Decision {
  /** In force: the frozen quantity, else the override, else the recommendation. The row's `order`. */
  readonly quantity: number;
  /** What the model recommends; of a frozen order, what it recommended when it was frozen. */
  readonly recommended: number;
  readonly source: 'recommended' | 'override';
  /** A person or a deadline decided it. Where not, nothing was ordered yet; of a day that is past, nothing ever was. */
  readonly recorded: boolean;
  /** Empty where none was given. */
  readonly reason: string;
  /** Who overrode or corrected it and when; `null` for a recommendation, or where the name is not known. */
  readonly by: string | null;
  readonly at: Moment | null;
  /** `null`: it can still change. */
  readonly approved: ApprovedOrder | null;
  readonly headCount: HeadCount | null;
  /** Meals to cook: what the roll-call counted, else `quantity`. Adults who are counted apart are not in it. */
  readonly mealsToCook: number;
  /** Each correction and roll-call, and taking one back, makes new sheets. From 1; it only grows. */
  readonly sheetVersion: number;
  /** The site does not serve that day, as was learnt after the order was frozen. */
  readonly closed: ClosedReason | null;
  /** What became known since the order was frozen asks for another quantity; `null`: it stands, or the day is past. */
  readonly revision: Revision | null;
}

/** What an order would be corrected to, with what is known now. Meals. */
export interface Revision {
  readonly quantity: number;
  /** Meals more (or fewer) than what is in force; never 0. */
  readonly difference: number;
}

export interface SiteDate {
  readonly siteId: number;
  readonly date: IsoDate;
}

/** `quantity` of `null`: back to the recommendation. */
export interface OverrideDraft extends SiteDate {
  readonly quantity: number | null;
  readonly reason?: string;
  /** Who said it and when: to put back what was there. Absent: the person of the settings, now. */
  readonly by?: string | null;
  readonly at?: Moment;
}

/** A quantity that was kept, and looks like a slip: three times as much or as little, or more than the places. */
export interface OrderWarning extends SiteDate {
  readonly problem: 'far' | 'over-capacity';
  readonly quantity: number;
  readonly recommended: number;
  readonly capacity: number | null;
}

export interface OverrideAnswer {
  readonly saved: readonly (SiteDate & { readonly override: Override | null })[];
  /** What was there: given to `orders.override` it comes back. */
  readonly before: readonly OverrideDraft[];
  readonly warnings: readonly OrderWarning[];
}

export interface OrderVersionKey extends SiteDate {
  readonly version: number;
}

export interface ApprovalAnswer {
  /** Given to `orders.unfreeze` they are open again. */
  readonly approved: readonly (OrderVersionKey & { readonly quantity: number })[];
  /** Orders of the period that were frozen already, and stay as they are. */
  readonly already: number;
  /** Orders of days that are past, without a version: they stay as they are. */
  readonly past: number;
  /** Sites without an order, which cannot be frozen. */
  readonly refused: readonly {
    readonly site: string;
    readonly siteKind: SiteKind;
    readonly date: IsoDate;
    readonly reason: string;
  }[];
}

export interface ReopenAnswer {
  readonly opened: readonly OrderVersionKey[];
  /** Versions that are not there, that a later one replaced, or of days that are past: they stay. */
  readonly kept: number;
}

/** What deadlines that have passed decided. */
export interface SettledDeadlines {
  /** Orders that were closed: they move no more. */
  readonly closed: number;
  /** Orders whose deadline was moved: they can change again. */
  readonly reopened: number;
  /** Purchase orders that were closed or opened again. */
  readonly purchaseOrders: number;
  /** When the next deadline passes; `null`: there is none. */
  readonly next: Moment | null;
}

export interface RevisionAnswer {
  /** The new version; `orders.unfreeze` takes it back. */
  readonly version: OrderVersionKey & { readonly quantity: number };
  readonly replaces: { readonly version: number; readonly quantity: number };
  readonly warnings: readonly OrderWarning[];
}

/** `counts` of `null`: there was none, or it is taken back. */
export interface HeadCountDraft extends SiteDate {
  readonly counts: HeadCountByClass | null;
}

export interface HeadCountAnswer {
  readonly headCount: HeadCount | null;
  /** Given to `orders.rollCall` it comes back. */
  readonly before: HeadCountDraft;
}

/** All that was decided about one site on one day. */
export interface OrderRecord {
  /** `null`: the site is gone since; what was ordered is kept. */
  readonly siteId: number | null;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly date: IsoDate;
  readonly override: Override | null;
  /** Oldest first; the last is in force. */
  readonly versions: readonly OrderVersion[];
  readonly headCount: HeadCount | null;
  /** How often the day's sheets have changed. */
  readonly sheetRevision: number;
}

/** Meals ordered too much and too little against what was served. */
export interface OrderScore {
  readonly over: number;
  readonly under: number;
  /** Days on which meals were missing. */
  readonly shortDays: number;
}

export interface ScoredGroup {
  /** Site-days. */
  readonly n: number;
  readonly served: number;
  readonly decided: OrderScore;
  readonly recommended: OrderScore;
}

/** People's figures against the model's, on days of which the served meals are known. */
export interface OrderScores extends ScoredGroup {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Site-days ordered as recommended: nothing to compare. */
  readonly followed: number;
  /** Site-days changed by a person whose served meals are not known yet. */
  readonly waiting: number;
  /** The same by reason as it was given, the most frequent first; empty reason: none given. */
  readonly byReason: readonly (ScoredGroup & { readonly reason: string })[];
}
