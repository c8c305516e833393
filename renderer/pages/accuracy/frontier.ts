import { scaleLinear } from 'd3-scale';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import type { TradeOff } from '../../../electron/api/records.ts';

export interface FrontierProps {
  readonly report: BacktestReport;
  /** The service level in force. */
  readonly level: number;
  /** The level on the dial. */
  readonly tried: number;
}

export type Point = Pick<TradeOff, 'over' | 'under'>;

/** What was wasted and missed at a service level, between the levels that were replayed. */
export function rateAt(curve: readonly TradeOff[], level: number): TradeOff | null {
  const next = curve.findIndex((at) => at.serviceLevel >= level - 1e-9);
  const high = curve[next];
  if (!high) return null;
  const low = curve[next - 1] ?? high;
  const width = high.serviceLevel - low.serviceLevel;
  const share = width > 0 ? (level - low.serviceLevel) / width : 1;
  const between = (rate: 'over' | 'under' | 'shortDays') => low[rate] + share * (high[rate] - low[rate]);
  return {
    serviceLevel: level,
    over: between('over'),
    under: between('under'),
    shortDays: between('shortDays'),
  };
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

const LEFT = 46;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = 32;
const TICKS = 4;

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  x(over: number): number;
  y(under: number): number;
}

/** Positions, not lengths: the axis of waste need not start at zero; the one of shortage does. */
export function plotOf(points: readonly Point[], size: PlotSize): Plot {
  const overs = points.map(({ over }) => over);
  const x = scaleLinear()
    .domain([Math.min(...overs), Math.max(...overs)])
    .nice(TICKS)
    .range([LEFT, size.width - RIGHT]);
  const y = scaleLinear()
    .domain([0, Math.max(...points.map(({ under }) => under))])
    .nice(TICKS)
    .range([size.height - BOTTOM, TOP]);
  return {
    left: LEFT,
    right: size.width - RIGHT,
    top: TOP,
    bottom: size.height - BOTTOM,
    xTicks: x.ticks(TICKS),
    yTicks: y.ticks(TICKS),
    x: (over) => x(over),
    y: (under) => y(under),
  };
}
