/** @jest-environment jsdom */
import { commandOfKey, isWritten, type KeyPlace, type KeyPress } from '../../../renderer/shell/keys.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
});

const browser: KeyPlace = { host: 'browser', mac: false, writing: false };
const ctrl = { ctrlKey: true };

test.each([
  ['Ctrl+K', press('k', ctrl), 'palette'],
  ['Ctrl+K with caps lock', press('K', ctrl), 'palette'],
  ['Ctrl+Shift+K', press('K', { ...ctrl, shiftKey: true }), null],
  ['Ctrl+Alt+K, which writes a sign on some keyboards', press('k', { ...ctrl, altKey: true }), null],
  ['K', press('k'), null],
  ['Ctrl+O', press('o', ctrl), 'import'],
  ['Ctrl+P', press('p', ctrl), 'print'],
  ['Ctrl+Z', press('z', ctrl), 'undo'],
  ['Ctrl+Shift+Z', press('Z', { ...ctrl, shiftKey: true }), 'redo'],
  ['Ctrl+Y', press('y', ctrl), 'redo'],
  ['Alt+1 on a French keyboard', press('&', { altKey: true, code: 'Digit1' }), 'page-week'],
  ['Alt+2 of the number pad', press('2', { altKey: true, code: 'Numpad2' }), 'page-day'],
  ['Alt+9', press('9', { altKey: true, code: 'Digit9' }), null],
  ['Ctrl+1, the browser’s own', press('1', { ...ctrl, code: 'Digit1' }), null],
  ['?', press('?', { shiftKey: true }), 'shortcuts'],
  ['F1', press('F1'), 'glossary'],
] as const)('in the browser, %s', (_name, key, command) => {
  expect(commandOfKey(key, browser)).toBe(command);
});

const work = [
  ['F4', press('F4'), 'look'],
  ['Alt+F4, which closes the window', press('F4', { altKey: true }), null],
  ['Ctrl+Enter', press('Enter', ctrl), 'validate'],
  ['Enter', press('Enter'), null],
  ['Ctrl+S', press('s', ctrl), 'export-orders'],
  ['Ctrl+Shift+S', press('S', { ...ctrl, shiftKey: true }), null],
  ['Alt+Page Down', press('PageDown', { altKey: true }), 'next'],
  ['Alt+Page Up', press('PageUp', { altKey: true }), 'previous'],
  ['Page Down, which the grid walks with', press('PageDown'), null],
] as const;

test.each(work)('a week’s work has its keys in every host: %s', (_name, key, command) => {
  expect(commandOfKey(key, browser)).toBe(command);
  expect(commandOfKey(key, { ...browser, host: 'desktop' })).toBe(command);
});

test('a field keeps its Enter', () => {
  expect(commandOfKey(press('Enter', ctrl), { ...browser, writing: true })).toBeNull();
});

test('while one writes, letters stay letters', () => {
  const writing = { ...browser, writing: true };
  expect(commandOfKey(press('?'), writing)).toBeNull();
  expect(commandOfKey(press('z', ctrl), writing)).toBeNull();
  expect(commandOfKey(press('y', ctrl), writing)).toBeNull();
  expect(commandOfKey(press('&', { altKey: true, code: 'Digit1' }), writing)).toBeNull();
  expect(commandOfKey(press('k', ctrl), writing)).toBe('palette');
});

test('on a Mac it is the command key', () => {
  const mac = { ...browser, mac: true };
  expect(commandOfKey(press('k', { metaKey: true }), mac)).toBe('palette');
  expect(commandOfKey(press('k', ctrl), mac)).toBeNull();
});

test('in the desktop host the native menu has the keys', () => {
  const desktop: KeyPlace = { ...browser, host: 'desktop' };
  expect(commandOfKey(press('k', ctrl), desktop)).toBeNull();
  expect(commandOfKey(press('F1'), desktop)).toBeNull();
  expect(commandOfKey(press('?'), desktop)).toBe('shortcuts');
});

test.each([
  ['<input>', true],
  ['<input type="search">', true],
  ['<textarea></textarea>', true],
  ['<input type="checkbox">', false],
  ['<input type="range">', false],
  ['<button></button>', false],
])('%s is written in: %s', (html, written) => {
  const place = document.createElement('div');
  place.innerHTML = html;
  expect(isWritten(place.firstElementChild)).toBe(written);
});
