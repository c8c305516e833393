import type { DateReading } from './dates.ts';
import type { DecimalMark } from './written.ts';

/** How the cells of a table are to be read, as a person or its own columns say. */
export interface CellReading {
  readonly dates: DateReading;
  readonly decimal: DecimalMark | null;
}
