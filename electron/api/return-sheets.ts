import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';
import { beforeFrom, dateSchema, daysInPeriod, idSchema, inOrder, tooLong } from './schema-parts.ts';
import type { Sheet } from './sheets.ts';

/** What is said of one cell of a return sheet, or of the sheet (`cell` of `null`). */
export interface ReturnSheetFinding {
  /** As a spreadsheet names it: `B9`. */
  readonly cell: string | null;
  /** What stands in it; `null`: nothing, or the whole sheet is meant. */
  readonly value: string | null;
  /** `refused`: not kept, what is right beside it is. `check`: kept, and somebody should look again. */
  readonly severity: 'refused' | 'check';
  readonly message: string;
  readonly remedy: string;
}

/** A box whose value on the sheet is not the one on record: the record stays until `file` is answered. */
export interface ReturnSheetConflict {
  /** Under which it is answered. */
  readonly id: string;
  readonly cell: string;
  /** The box: “Enfants servis”, “Compote : restes”. */
  readonly what: string;
  /** What is on record, as it is shown. */
  readonly mine: string;
  /** The other sheet of the same call that says so; `null`: it is on record. */
  readonly mineFrom: string | null;
  readonly file: string;
  readonly answer: 'mine' | 'file' | null;
}

/** Which site or which day a sheet is of, where its words contradict each other; nothing of it is read before. */
export interface ReturnSheetQuestion {
  readonly id: string;
  readonly about: 'site' | 'day';
  readonly cell: string;
  readonly question: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One sheet that came back: of one site and day. */
export interface ReturnSheetReport {
  /** The file, with the workbook's sheet. */
  readonly file: string;
  readonly siteId: number | null;
  readonly site: string | null;
  readonly date: IsoDate | null;
  /** Values that are kept, or would be. */
  readonly taken: number;
  /** Values that are on record already. */
  readonly unchanged: number;
  readonly conflicts: readonly ReturnSheetConflict[];
  readonly question: ReturnSheetQuestion | null;
  readonly findings: readonly ReturnSheetFinding[];
}

/** `all`: every conflict that has no answer of its own. A question is answered with the value of a choice. */
interface ReturnedSheets {
  readonly tickets: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
}

export interface ReturnSheetMethods {
  /** A workbook to fill in, a sheet per day of service; of all sites an archive of such workbooks. */
  'returns.make': {
    input: { readonly siteId?: number; readonly from: IsoDate; readonly to: IsoDate };
    output: Sheet;
  };
  /** What the return sheets among these files say; other files are passed over. Nothing is written. */
  'returns.read': { input: ReturnedSheets; output: readonly ReturnSheetReport[] };
  /** Keeps what they say, as one edit. Conflicts and questions without an answer wait: they can be merged again. */
  'returns.merge': { input: ReturnedSheets; output: readonly ReturnSheetReport[] };
}

/** A month of sheets a site. */
const longest = 31;

const returned = z.strictObject({
  tickets: z.array(z.string().min(1)).min(1).max(200),
  answers: z.record(z.string().max(2_000), z.string().max(200)).exactOptional(),
});

export const returnSheetSchemas = {
  'returns.make': z
    .strictObject({ siteId: idSchema.exactOptional(), from: dateSchema, to: dateSchema })
    .refine(inOrder, beforeFrom)
    .refine((period) => daysInPeriod(period) <= longest, tooLong(longest)),
  'returns.read': returned,
  'returns.merge': returned,
};
