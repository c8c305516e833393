import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';
import type { SiteName } from './backtests.ts';
import { countSchema, dateSchema, idSchema, type Nothing, nothing } from './schema-parts.ts';

/** One site of a week: a figure for each day on which it serves; `null`: none yet. */
export interface StaffFigureRow extends SiteName {
  readonly days: readonly { readonly date: IsoDate; readonly quantity: number | null }[];
}

/** A week for which the staff write what they would order before they see what is recommended. */
export interface StaffFigureWeek {
  readonly monday: IsoDate;
  /** Sites that serve; none where the week is not chosen, or its recommendations are shown already. */
  readonly sites: readonly StaffFigureRow[];
}

interface OfWeek {
  /** Monday of the week. */
  readonly monday: IsoDate;
}

export interface StaffFigureMethods {
  'staffFigures.week': { input: OfWeek; output: StaffFigureWeek };
  /** The next week to do so for: one in five, on which something is served and nothing is approved. `null`: none near. */
  'staffFigures.propose': { input: Nothing; output: { readonly monday: IsoDate | null } };
  /** Asks for the figures of a week to come. */
  'staffFigures.choose': { input: OfWeek; output: { readonly changed: boolean } };
  /** Keeps figures of chosen weeks whose recommendations were not shown. */
  'staffFigures.save': {
    input: {
      readonly figures: readonly {
        readonly siteId: number;
        readonly date: IsoDate;
        readonly quantity: number | null;
      }[];
    };
    output: null;
  };
  /** Shows the recommendations: from then on nothing more is written. It cannot be taken back, as it cannot be unseen. */
  'staffFigures.show': { input: OfWeek; output: { readonly changed: boolean } };
}

const ofWeek = { monday: dateSchema };

export const staffFigureSchemas = {
  'staffFigures.week': z.strictObject(ofWeek),
  'staffFigures.propose': nothing,
  'staffFigures.choose': z.strictObject(ofWeek),
  'staffFigures.save': z.strictObject({
    figures: z
      .array(z.strictObject({ siteId: idSchema, date: dateSchema, quantity: countSchema.nullable() }))
      .min(1)
      .max(5000),
  }),
  'staffFigures.show': z.strictObject(ofWeek),
};
