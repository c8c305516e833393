import type { DecimalMark } from '../../forecasting/domain/records.ts';
import type { DateReading } from './dates.ts';

/** How the cells of a table are to be read, as a person or its own columns say. */
export interface CellReading {
  readonly dates: DateReading;
  readonly decimal: DecimalMark | null;
}
