import type { IsoDate } from './forecast-records.ts';

/** The three weighings of the official form: peelings and trimmings, made but not served, left on plates. */
export const wasteSources = ['preparation', 'unserved', 'plates'] as const;
export type WasteSource = (typeof wasteSources)[number];

/** How annex 1b splits what could have been eaten. */
export const wasteComponents = ['starter', 'main', 'dairy-dessert', 'bread', 'other'] as const;
export type WasteComponent = (typeof wasteComponents)[number];

/** What is in one bin: what could have been eaten (whole, or one component of it), what could not, or both mixed. */
export type WastePart = 'edible' | 'inedible' | 'mixed' | WasteComponent;

/** Net masses of one source on one day, in whole grams; `null`: not weighed apart. */
export interface SourceMass {
  readonly total: number | null;
  readonly edible: number | null;
  readonly inedible: number | null;
}

/** The meals of one day of a weighing campaign at one site, children and adults together. */
export interface WeighedMeals {
  readonly date: IsoDate;
  /** "Effectif prévu". */
  readonly expected: number | null;
  /** "Repas préparés". */
  readonly prepared: number | null;
  /** "Repas distribués". */
  readonly distributed: number | null;
}

/** One day of a weighing campaign at one site. */
export interface WeighedDay extends WeighedMeals {
  /** `null`: the source was not weighed apart, or is not this site's to weigh. */
  readonly sources: Readonly<Record<WasteSource, SourceMass | null>>;
  /** Grams of all three together where they were not told apart; `null` where they were. */
  readonly unsorted: number | null;
}

/** A container whose weight is taken off: a bin, a tray. */
export interface Tare {
  readonly name: string;
  readonly grams: number;
}

/** One container on the scales. Grams. */
export interface WeighedBin {
  readonly name: string;
  readonly tare: number;
  readonly gross: number;
}

/** A campaign as checks need it. */
export interface CampaignPeriod {
  readonly siteId: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What one or several days of weighing say. Grams, and grams a meal. */
export interface WasteSum {
  /** Days that count: with meals distributed and every mass known. */
  readonly days: number;
  /** Dates of days that do not. */
  readonly leftOut: readonly IsoDate[];
  readonly distributed: number;
  readonly total: number;
  /** What could have been eaten: "dont gaspillage". */
  readonly edible: number;
  /** Edible waste a meal distributed, of a period the ratio of the sums: the official form's g/couvert; `null` without meals. */
  readonly perCover: number | null;
  /** All waste a meal, which ma-cantine shows under the same name. */
  readonly perCoverOfMaCantine: number | null;
  /** The total that annex 1b works out: it leaves edible preparation out by mistake. */
  readonly totalOfForm1b: number;
}
