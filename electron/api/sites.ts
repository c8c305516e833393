import { z } from 'zod';
import type { IsoDate, SiteKind } from '../../forecasting/domain/records.ts';
import type { Nothing } from './schema-parts.ts';
import { countSchema, name, nothing } from './schema-parts.ts';

export interface SiteRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  readonly capacity: number | null;
  readonly siteDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
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

export const siteKinds = ['M', 'E', 'M/E', 'C', 'L', 'A'] as const;

export interface SitesMethods {
  'sites.list': { input: Nothing; output: readonly SiteRecord[] };
  'sites.add': { input: SiteDraft; output: SiteRecord };
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
};
