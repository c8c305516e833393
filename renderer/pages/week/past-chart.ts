import { scaleLinear } from 'd3-scale';
import type { IsoDate, PastDay, PlanRow } from '../../../electron/api/records.ts';
import { daysBetween } from '../../format/dates.ts';

export interface ChartPoint {
  readonly date: IsoDate;
  readonly x: number;
  readonly served: number | null;
  readonly staff: number | null;
}

export interface ChartPause {
  readonly x: number;
  readonly width: number;
}

export interface PastChart {
  readonly points: readonly ChartPoint[];
  /** Weeks without a record: drawn as an interval, never crossed by a line. */
  readonly pauses: readonly ChartPause[];
  /** Runs of points without a pause between them. */
  readonly runs: readonly (readonly ChartPoint[])[];
  /** Where the day of the order stands. */
  readonly dayX: number;
  readonly ticks: readonly number[];
  y(meals: number): number;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const WEEK = 7;

/** Places the past same weekdays, one slot each and one slot for each pause, then the day itself. */
export function pastChart(past: readonly PastDay[], row: PlanRow, size: ChartSize): PastChart {
  const slots = slotsOf(past, row.date);
  const room = size.width - size.left - size.right;
  const step = room / slots.reduce((sum, slot) => sum + weightOf(slot), 0);
  let left = size.left;
  const points: ChartPoint[] = [];
  const pauses: ChartPause[] = [];
  const runs: ChartPoint[][] = [[]];
  for (const slot of slots) {
    const width = step * weightOf(slot);
    if (slot === 'pause') {
      pauses.push({ x: left, width });
      runs.push([]);
    } else if (slot !== 'day') {
      const point = { ...slot, x: left + width / 2 };
      points.push(point);
      runs.at(-1)?.push(point);
    }
    left += width;
  }
  const scale = mealScale(past, row, size);
  return {
    points,
    pauses,
    runs: runs.filter((run) => run.length > 0),
    dayX: left - step / 2,
    ticks: scale.ticks(3),
    y: (meals) => scale(meals),
  };
}

type Slot = PastDay | 'pause' | 'day';

/** A pause is wide enough for its word. */
const weightOf = (slot: Slot) => (slot === 'pause' ? 1.6 : 1);

function slotsOf(past: readonly PastDay[], day: IsoDate): readonly Slot[] {
  const slots: Slot[] = [];
  let before: IsoDate | null = null;
  for (const record of past) {
    if (before && daysBetween(before, record.date) > WEEK) slots.push('pause');
    slots.push(record);
    before = record.date;
  }
  if (before && daysBetween(before, day) > WEEK) slots.push('pause');
  slots.push('day');
  return slots;
}

/** Positions may be read on an axis that does not start at zero; the places show when they are near. */
function mealScale(past: readonly PastDay[], row: PlanRow, size: ChartSize) {
  const seen = past.flatMap((day) => [day.served, day.staff]).filter((meals) => meals !== null);
  const all = [...seen, row.low, row.high, row.order];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const room = Math.max(3, (high - low) * 0.12);
  const near = row.capacity !== null && row.capacity > high && row.capacity - high < (high - low) * 0.6;
  return scaleLinear()
    .domain([Math.max(0, low - room), near && row.capacity ? row.capacity + room : high + room])
    .range([size.height - size.bottom, size.top]);
}
