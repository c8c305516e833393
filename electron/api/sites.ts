import { z } from 'zod';
import type { IsoDate, SiteKind } from '../../forecasting/domain/records.ts';
import type { Nothing } from './schema-parts.ts';
import { countSchema, dateSchema, idSchema, name, nothing, yearSchema } from './schema-parts.ts';

export interface SiteRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  readonly capacity: number | null;
  readonly siteDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** The first day of service; absent: not stated. */
  readonly openFrom?: IsoDate;
  /** The first day without service, for good; absent: not stated. */
  readonly closedFrom?: IsoDate;
}

/** A canteen typed in by hand. */
export interface SiteDraft {
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: number | null;
  /** Children enrolled this school year. */
  readonly enrolled: number | null;
  /** Children on an ordinary day, as a person estimates them: a first record that is no count. */
  readonly usual?: number | null;
}

/** A site as its own page shows it. */
export interface SiteDetails extends SiteRecord {
  /** Other names under which files know it, and the days recorded under each. */
  readonly names: readonly {
    readonly id: number;
    readonly name: string;
    readonly kind: SiteKind | null;
    readonly days: number;
  }[];
  /** By school year, the latest first; the year under way and the two before it at least. */
  readonly enrolment: readonly {
    /** The year of September. */
    readonly schoolYear: number;
    readonly children: number | null;
    /** The sum of several schools cannot be entered as one number. */
    readonly schools: number;
    /** The file that gave it; `null`: entered by hand, or none. */
    readonly file: string | null;
    readonly enteredOn: IsoDate | null;
  }[];
  /** A person's estimate of an ordinary day. */
  readonly usual: number | null;
  /** The kitchen that cooks for it; `null`: it cooks for itself. */
  readonly kitchenId: number | null;
  readonly kitchens: readonly { readonly id: number; readonly name: string }[];
}

/** What is corrected of a site; what is absent stays. */
export interface SiteChange {
  readonly siteId: number;
  readonly name?: string;
  readonly kind?: SiteKind;
  readonly sector?: string | null;
  readonly capacity?: number | null;
  readonly usual?: number | null;
  /** Refused where it would not open before it closes. */
  readonly openFrom?: IsoDate | null;
  readonly closedFrom?: IsoDate | null;
  /** The kitchen that cooks for it; `null`: it cooks for itself. */
  readonly kitchenId?: number | null;
  /** One more name under which files know it; refused where it is another site's. */
  readonly addName?: string;
  readonly enrolment?: { readonly schoolYear: number; readonly children: number };
  /** A name that files use for another site: its rows wait for an answer again. */
  readonly releaseName?: number;
}

/** What was served at a site on each day of a school year (year of September). */
export interface SiteYear {
  readonly siteId: number;
  readonly schoolYear: number;
  readonly served: readonly { readonly date: IsoDate; readonly served: number }[];
  /** School holidays, first and last day. */
  readonly breaks: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
}

export const siteKinds = ['M', 'E', 'M/E', 'C', 'L', 'A'] as const;

export interface SitesMethods {
  'sites.list': { input: Nothing; output: readonly SiteRecord[] };
  'sites.add': { input: SiteDraft; output: SiteRecord };
  'sites.details': { input: { readonly siteId: number }; output: SiteDetails };
  'sites.year': { input: { readonly siteId: number; readonly schoolYear: number }; output: SiteYear };
  /** Refused where another site has the name and kind. */
  'sites.update': { input: SiteChange; output: SiteDetails };
  /** Days on which both sites have a count: what making one of them would mean. */
  'sites.overlap': {
    input: { readonly siteId: number; readonly into: number };
    output: { readonly days: number; readonly first: IsoDate | null };
  };
  /** All that is known of a site belongs to another one, and files that name it mean that one. */
  'sites.merge': { input: { readonly siteId: number; readonly into: number }; output: SiteDetails };
  /** Its counts wait under their names; its orders are kept by name. */
  'sites.remove': { input: { readonly siteId: number }; output: null };
}

/** What the methods take, checked at the border before a use case sees it. */
export const sitesSchemas = {
  'sites.list': nothing,
  'sites.add': z.strictObject({
    name,
    kind: z.enum(siteKinds),
    capacity: countSchema.min(1).nullable(),
    enrolled: countSchema.nullable(),
    usual: countSchema.min(1).nullable().exactOptional(),
  }),
  'sites.details': z.strictObject({ siteId: idSchema }),
  'sites.year': z.strictObject({ siteId: idSchema, schoolYear: z.int().min(1990).max(2069) }),
  'sites.update': z.strictObject({
    siteId: idSchema,
    name: name.exactOptional(),
    kind: z.enum(siteKinds).exactOptional(),
    sector: name.nullable().exactOptional(),
    capacity: countSchema.min(1).nullable().exactOptional(),
    usual: countSchema.min(1).nullable().exactOptional(),
    openFrom: dateSchema.nullable().exactOptional(),
    closedFrom: dateSchema.nullable().exactOptional(),
    kitchenId: idSchema.nullable().exactOptional(),
    addName: name.exactOptional(),
    enrolment: z.strictObject({ schoolYear: yearSchema, children: countSchema }).exactOptional(),
    releaseName: idSchema.exactOptional(),
  }),
  'sites.overlap': z.strictObject({ siteId: idSchema, into: idSchema }),
  'sites.merge': z.strictObject({ siteId: idSchema, into: idSchema }),
  'sites.remove': z.strictObject({ siteId: idSchema }),
};
