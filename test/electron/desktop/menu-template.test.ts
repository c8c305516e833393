import type { MenuItemConstructorOptions } from 'electron';
import { pageNames } from '../../../electron/api/commands.ts';
import { type MenuActions, type MenuState, menuTemplate } from '../../../electron/desktop/menu-template.ts';
import { texts } from '../../../electron/desktop/texts.ts';
import { isMinus } from '../../../electron/desktop/zoom.ts';

type Item = MenuItemConstructorOptions;

const asked: string[] = [];
const note = (name: string) => () => void asked.push(name);
const actions: MenuActions = {
  importFiles: note('import'),
  openRecent: note('recent'),
  clearRecent: note('clear'),
  openDataFolder: note('folder'),
  choose: note('choose'),
  zoom: note('zoom'),
  command: (name) => void asked.push(name),
};

const templateOf = (language: 'fr' | 'en', mac: boolean): readonly Item[] => {
  const settings = { language, theme: 'system' } as const;
  const state: MenuState = { texts: texts[language], settings, recent: [], mac, forDevelopers: false };
  return menuTemplate(state, actions);
};

function all(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
}

describe.each([
  ['fr', true],
  ['fr', false],
  ['en', true],
  ['en', false],
] as const)('the menu in %s, on a Mac: %s', (language, mac) => {
  const items = all(templateOf(language, mac));

  test('every item bears our words, in the language of the app', () => {
    const silent = items.filter(({ type, label }) => type !== 'separator' && !label);
    expect(silent).toEqual([]);
  });

  test('quitting and closing the window are there once', () => {
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1);
    expect(items.filter(({ role }) => role === 'close')).toHaveLength(1);
    expect(items.filter(({ id }) => id === 'about')).toHaveLength(1);
  });

  test('no two items answer to the same keys', () => {
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(pageNames.map((_page, i) => `CmdOrCtrl+${i + 1}`)));
  });
});

test('a Mac has settings and quitting in the program’s own menu, and a window menu that closes', () => {
  const [own, ...others] = templateOf('fr', true);
  expect(all([own as Item]).map(({ role, id }) => role ?? id)).toEqual(
    expect.arrayContaining(['about', 'settings', 'services', 'hide', 'hideOthers', 'unhide', 'quit']),
  );
  const settings = all([own as Item]).find(({ id }) => id === 'settings');
  expect(settings?.accelerator).toBe('Cmd+,');
  (settings as { readonly click?: () => void }).click?.();
  expect(asked).toEqual(['page-settings']);
  const windowMenu = others.find(({ role }) => role === 'window');
  expect(all([windowMenu as Item]).map(({ role }) => role)).toEqual(
    expect.arrayContaining(['close', 'minimize', 'zoom', 'front']),
  );
});

test('the minus is heard by what it types: on a French keyboard it lies on the key of the 6', () => {
  const pressed = { type: 'keyDown', control: true, meta: false, alt: false, shift: false };
  const french = { ...pressed, key: '-', code: 'Digit6' };
  const american = { ...pressed, key: '6', code: 'Digit6' };
  expect([french, american].map((input) => isMinus(input as Electron.Input))).toEqual([true, false]);
  expect(isMinus({ ...french, type: 'keyUp' } as Electron.Input)).toBe(false);
  expect(isMinus({ ...french, control: false } as Electron.Input)).toBe(false);
});
