import type { SheetFacts } from './sheet.ts';
import type { SourceRefusal } from './source-refused.ts';

export interface ImportSource {
  readonly path: string;
  /** The name to show. */
  readonly name: string;
  /** This is one sheet of the workbook with this path, as text. */
  readonly workbook?: string;
  /** What is known of that sheet beside its cells. */
  readonly sheet?: SheetFacts;
  /** Why it could not be unpacked. */
  readonly refusal?: SourceRefusal;
}
