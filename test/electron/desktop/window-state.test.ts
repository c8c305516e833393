import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fitWindowState,
  keepWindowState,
  leastSize,
  readWindowState,
  type WindowState,
} from '../../../electron/desktop/window-state.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: -200, width: 1920, height: 1040 };
const state = (part: Partial<WindowState>): WindowState => ({
  width: 1280,
  height: 700,
  maximized: false,
  ...part,
});

describe('fitWindowState', () => {
  test('keeps a window that lies on a display', () => {
    const kept = state({ x: 1500, y: -150, maximized: true, zoom: 1.25 });
    expect(fitWindowState(kept, [laptop, beside])).toEqual(kept);
  });

  test('centres a window whose display is gone', () => {
    expect(fitWindowState(state({ x: 1500, y: 0 }), [laptop])).toEqual(state({}));
  });

  test('centres a window whose title bar cannot be grasped', () => {
    expect(fitWindowState(state({ x: 1300, y: 0 }), [laptop])).toEqual(state({}));
    expect(fitWindowState(state({ x: 10, y: -20 }), [laptop])).toEqual(state({}));
    expect(fitWindowState(state({ x: 10, y: 700 }), [laptop])).toEqual(state({}));
  });

  test('makes a window no larger than its display and no smaller than usable', () => {
    expect(fitWindowState(state({ x: 0, y: 0, width: 3000, height: 2000 }), [laptop])).toMatchObject({
      width: 1366,
      height: 728,
    });
    expect(fitWindowState(state({ width: 10, height: 10 }), [laptop])).toMatchObject({
      width: 900,
      height: 600,
    });
  });

  test('on a display smaller than usable, takes all of it', () => {
    expect(fitWindowState(state({}), [{ x: 0, y: 0, width: 800, height: 480 }])).toMatchObject({
      width: 800,
      height: 480,
    });
  });

  test('without any display, keeps the size', () => {
    expect(fitWindowState(state({ x: 5, y: 5 }), [])).toEqual(state({}));
  });
});

describe('the kept state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-window-'));
  const file = join(folder, 'deep', 'window.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('comes back as it was, and leaves no draft behind', () => {
    const kept = state({ x: 3, y: 4, maximized: true, zoom: 1.5 });
    keepWindowState(file, kept);
    expect(readWindowState(file)).toEqual(kept);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['window.json']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(kept);
  });

  test.each(['', '{', '[]', '{"width":-5,"height":1,"maximized":false}', '{"width":"wide"}'])(
    'is the usual one when the file holds %j',
    (text) => {
      writeFileSync(file, text);
      expect(readWindowState(file)).toEqual({ width: 1280, height: 860, maximized: false });
    },
  );

  test('is the usual one when there is no file', () => {
    expect(readWindowState(join(folder, 'none.json'))).toMatchObject({ width: 1280 });
  });
});

test.each([
  ['1366 × 768 at 125 %', { width: 1092, height: 566 }, { minWidth: 900, minHeight: 566 }],
  ['1366 × 768 at 150 %', { width: 910, height: 464 }, { minWidth: 900, minHeight: 464 }],
  ['1920 × 1080', { width: 1920, height: 1040 }, { minWidth: 900, minHeight: 600 }],
])('on %s the window may be as small as the screen asks', (_name, size, least) => {
  expect(
    leastSize([
      { x: 0, y: 0, width: 2560, height: 1400 },
      { x: 0, y: 0, ...size },
    ]),
  ).toEqual(least);
});
