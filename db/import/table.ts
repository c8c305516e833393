import type { Mapping, TextEncoding } from '../../forecasting/domain/records.ts';
import type { Layout } from './table-layout.ts';

export interface Table extends Layout {
  readonly path: string;
  readonly encoding: TextEncoding;
  /** What a person said about it. */
  readonly reading?: Mapping | undefined;
  /** The sheet of a workbook that it stands in. */
  readonly sheet?: string | null | undefined;
  /** Tables of the same titles in other sheets of the workbook, to be read as one with it. */
  readonly more?: readonly Table[] | undefined;
}
