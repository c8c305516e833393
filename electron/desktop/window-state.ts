import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { writeWhole } from '../../db/files/patience.ts';
import { privateFile } from '../../db/files/private.ts';

const whole = z.int().min(-100_000).max(100_000);
const stateSchema = z.object({
  x: whole.exactOptional(),
  y: whole.exactOptional(),
  width: whole.min(1),
  height: whole.min(1),
  maximized: z.boolean(),
  /** How large the page is drawn, 1 as designed. */
  zoom: z.number().min(0.5).max(3).exactOptional(),
});

export type WindowState = Readonly<z.infer<typeof stateSchema>>;

const smallest = { width: 900, height: 600 } as const;
const usual: WindowState = { width: 1280, height: 860, maximized: false };

/** Width and height of the title bar that must lie on a display, so that the window can be grasped. */
const grip = { width: 120, height: 40 } as const;

/** The state as last kept; the usual one when there is none or it cannot be read. */
export function readWindowState(file: string): WindowState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return usual;
  }
}

export function keepWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, `${JSON.stringify(state)}\n`, privateFile);
}

/**
 * The least size of the window, for the smallest display that it may be moved to: on a small laptop whose system draws
 * everything larger, the usual least size would push the window's foot off the screen.
 */
export function leastSize(displays: readonly Rectangle[]): {
  readonly minWidth: number;
  readonly minHeight: number;
} {
  return {
    minWidth: Math.min(smallest.width, ...displays.map(({ width }) => width)),
    minHeight: Math.min(smallest.height, ...displays.map(({ height }) => height)),
  };
}

/** Fits a kept state to the displays of today: one may be gone, or smaller. Without a place it is centred. */
export function fitWindowState(state: WindowState, displays: readonly Rectangle[]): WindowState {
  const { x, y, width: _width, height: _height, ...rest } = state;
  const home =
    x === undefined || y === undefined
      ? undefined
      : displays.find((display) => holdsGrip(display, x, y, state.width));
  const room = home ?? displays[0];
  const size = {
    width: clamp(state.width, smallest.width, room?.width),
    height: clamp(state.height, smallest.height, room?.height),
  };
  return home && x !== undefined && y !== undefined ? { x, y, ...size, ...rest } : { ...size, ...rest };
}

function holdsGrip(display: Rectangle, x: number, y: number, width: number): boolean {
  const seen = Math.min(x + width, display.x + display.width) - Math.max(x, display.x);
  return seen >= grip.width && y >= display.y && y + grip.height <= display.y + display.height;
}

const clamp = (value: number, low: number, high = Number.POSITIVE_INFINITY) =>
  Math.min(Math.max(value, Math.min(low, high)), high);
