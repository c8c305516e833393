import type { ReactNode } from 'react';
import type { CoverageDay } from '../../../electron/api/records.ts';

/** A column that a page adds after the counts. */
export interface DayColumn {
  readonly id: string;
  readonly title: string;
  /** What stands there; a field in it takes `place` as its `data-place`, so that the arrow keys lead to it. */
  cell(day: CoverageDay, place: string): ReactNode;
  /** Below the month. */
  readonly foot?: ReactNode;
}
