import type { Reading } from './reading.ts';
import type { Layout } from './table-layout.ts';
import type { Encoding } from './written.ts';

export interface Table extends Layout {
  readonly path: string;
  readonly encoding: Encoding;
  /** What a person said about it. */
  readonly reading?: Reading | undefined;
  /** The sheet of a workbook that it stands in. */
  readonly sheet?: string | null | undefined;
  /** Tables of the same titles in other sheets of the workbook, to be read as one with it. */
  readonly more?: readonly Table[] | undefined;
}
