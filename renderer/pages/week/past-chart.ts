import { scaleLinear } from 'd3-scale';
import type { Hindcast, IsoDate, PastDay, PastGap, PlanRow } from '../../../electron/api/records.ts';
import { daysBetween } from '../../format/dates.ts';

export interface ChartPoint {
  readonly date: IsoDate;
  readonly x: number;
  readonly served: number | null;
  readonly staff: number | null;
  /** What was forecast for the day, or is forecast for the day of the order. */
  readonly forecast: Hindcast | null;
}

export interface ChartPause {
  readonly x: number;
  readonly width: number;
  /** Why nothing was served: holidays, a public holiday, or something else. */
  readonly reason: 'holidays' | 'public-holiday' | 'other';
}

export interface PastChart {
  /** The past days, oldest first. */
  readonly points: readonly ChartPoint[];
  /** Weeks without a record: drawn as an interval, never crossed by a line. */
  readonly pauses: readonly ChartPause[];
  /** Runs of points without a pause between them; the day of the order is the last one. */
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

/** What is drawn: the past days, the weeks without one, and what was forecast for them where it is known yet. */
export interface Past {
  readonly past: readonly PastDay[];
  readonly gaps: readonly PastGap[];
  readonly forecasts: readonly Hindcast[];
}

const WEEK = 7;

/** Places the past same weekdays, one slot each and one slot for each pause, then the day itself. */
export function pastChart(past: Past, row: PlanRow, size: ChartSize): PastChart {
  const slots = slotsOf(past, row);
  const room = size.width - size.left - size.right;
  const step = room / slots.reduce((sum, slot) => sum + weightOf(slot), 0);
  let left = size.left;
  const pauses: ChartPause[] = [];
  const runs: ChartPoint[][] = [[]];
  for (const slot of slots) {
    const width = step * weightOf(slot);
    if ('reason' in slot) {
      pauses.push({ x: left, width, reason: slot.reason });
      runs.push([]);
    } else {
      runs.at(-1)?.push({ ...slot, x: left + width / 2 });
    }
    left += width;
  }
  const scale = mealScale(past, row, size);
  return {
    points: runs.flat().slice(0, -1),
    pauses,
    runs: runs.filter((run) => run.length > 0),
    dayX: left - step / 2,
    ticks: scale.ticks(3),
    y: (meals) => scale(meals),
  };
}

type Slot = Omit<ChartPoint, 'x'> | Pick<ChartPause, 'reason'>;

/** A pause is wide enough for its word. */
function weightOf(slot: Slot): number {
  if (!('reason' in slot)) return 1;
  return slot.reason === 'holidays' ? 2.5 : 1.6;
}

function slotsOf({ past, gaps, forecasts }: Past, row: PlanRow): readonly Slot[] {
  const byDate = new Map(forecasts.map((forecast) => [forecast.date, forecast]));
  const slots: Slot[] = [];
  let before: IsoDate | null = null;
  const pauseBefore = (date: IsoDate) => {
    if (before && daysBetween(before, date) > WEEK) slots.push({ reason: reasonOf(gaps, before, date) });
    before = date;
  };
  for (const record of past) {
    pauseBefore(record.date);
    slots.push({ ...record, forecast: byDate.get(record.date) ?? null });
  }
  pauseBefore(row.date);
  const { date, mean, low, high } = row;
  slots.push({ date, served: null, staff: null, forecast: { date, mean, low, high } });
  return slots;
}

function reasonOf(gaps: readonly PastGap[], after: IsoDate, before: IsoDate): ChartPause['reason'] {
  const reasons = gaps.filter(({ date }) => date > after && date < before).map(({ closed }) => closed);
  if (reasons.includes('school-holiday')) return 'holidays';
  return reasons.includes('public-holiday') ? 'public-holiday' : 'other';
}

/** Positions may be read on an axis that does not start at zero; the places show when they are near. */
function mealScale({ past, forecasts }: Past, row: PlanRow, size: ChartSize) {
  const shown = new Set(past.map(({ date }) => date));
  const seen = past.flatMap((day) => [day.served, day.staff]).filter((meals) => meals !== null);
  const forecast = forecasts.filter(({ date }) => shown.has(date)).flatMap(({ low, high }) => [low, high]);
  const all = [...seen, ...forecast, row.low, row.high, row.order];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const room = Math.max(3, (high - low) * 0.12);
  const near = row.capacity !== null && row.capacity > high && row.capacity - high < (high - low) * 0.6;
  return scaleLinear()
    .domain([Math.max(0, low - room), near && row.capacity ? row.capacity + room : high + room])
    .range([size.height - size.bottom, size.top]);
}
