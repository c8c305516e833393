import type { IsoDate } from '../../forecasting/domain/records.ts';
import type { LevelOrCosts } from './schema-parts.ts';

export type SheetFormat = 'html' | 'csv' | 'xlsx' | 'pdf';

/** What a sheet is for: to cook by, to send along, or to count the guests on. */
export type SheetKind = 'production' | 'delivery' | 'roll-call';

export interface Sheet {
  readonly fileName: string;
  readonly mime: string;
  /** Text for html and csv; base64 for pdf and xlsx. */
  readonly body: string;
}

export interface SheetsMethods {
  'sheet.make': {
    input: {
      readonly date: IsoDate;
      /** Absent: the production sheet. */
      readonly sheet?: SheetKind;
      /** Of one site, or of one kitchen and all its sites; absent: of all. */
      readonly siteId?: number;
      readonly kitchenId?: number;
      readonly format: SheetFormat;
    } & LevelOrCosts;
    output: Sheet;
  };
}
