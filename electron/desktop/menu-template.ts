import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { type CommandName, pageNames } from '../api/commands.ts';
import type { Language, Settings, Theme } from '../api/records.ts';
import type { Texts } from './texts.ts';
import type { ZoomChange } from './zoom.ts';

export interface MenuActions {
  importFiles(): void;
  openRecent(path: string): void;
  clearRecent(): void;
  openDataFolder(): void;
  choose(change: Partial<Pick<Settings, 'language' | 'theme'>>): void;
  zoom(change: ZoomChange): void;
  /** Asks it of the page. */
  command(name: CommandName): void;
}

export interface MenuState {
  readonly texts: Texts;
  readonly settings: Pick<Settings, 'language' | 'theme'>;
  readonly recent: readonly string[];
  /** A Mac has the program's own menu first, and expects there what others have under File and Help. */
  readonly mac: boolean;
  /** Whether the tools of developers are offered. */
  readonly forDevelopers: boolean;
}

type Items = MenuItemConstructorOptions[];

const separator = { type: 'separator' } as const;

/** The app's menu. Every label is ours: those of Electron's roles speak the system's language, or English. */
export function menuTemplate(state: MenuState, actions: MenuActions): Items {
  const { texts, mac } = state;
  return [
    ...(mac ? [{ label: 'Bonne Mesure', submenu: appMenu(texts, actions) }] : []),
    { label: texts.file, submenu: fileMenu(state, actions) },
    { label: texts.edit, submenu: editMenu(texts, actions) },
    { label: texts.view, submenu: viewMenu(state, actions) },
    windowMenu(state),
    { label: texts.help, role: 'help', submenu: helpMenu(state, actions) },
  ];
}

function appMenu(texts: Texts, actions: MenuActions): Items {
  return [
    asked('about', texts.about, actions),
    separator,
    { ...asked('page-settings', texts.settings, actions, 'Cmd+,'), id: 'settings' },
    separator,
    { label: texts.services, role: 'services' },
    separator,
    { label: texts.hide, role: 'hide' },
    { label: texts.hideOthers, role: 'hideOthers' },
    { label: texts.showAll, role: 'unhide' },
    separator,
    { label: texts.quit, role: 'quit' },
  ];
}

/** An item that the page carries out. */
function asked(
  name: CommandName,
  label: string,
  { command }: MenuActions,
  accelerator?: string,
): MenuItemConstructorOptions {
  return { id: name, label, click: () => command(name), ...(accelerator ? { accelerator } : {}) };
}

function fileMenu({ texts, recent, mac }: MenuState, actions: MenuActions): Items {
  return [
    {
      id: 'import',
      label: texts.importFiles,
      accelerator: 'CmdOrCtrl+O',
      click: () => actions.importFiles(),
    },
    {
      id: 'recent',
      label: texts.openRecent,
      enabled: recent.length > 0,
      submenu: recentMenu(texts, recent, actions),
    },
    separator,
    asked('print', texts.print, actions, 'CmdOrCtrl+P'),
    separator,
    asked('save-copy', texts.saveCopy, actions),
    asked('restore', texts.restore, actions),
    { id: 'data-folder', label: texts.openDataFolder, click: () => actions.openDataFolder() },
    ...(mac ? [] : [separator, { label: texts.quit, role: 'quit' } as const]),
  ];
}

/** Files of one name are told apart by their folder. */
function recentMenu(texts: Texts, recent: readonly string[], actions: MenuActions): Items {
  const names = recent.map((path) => basename(path));
  const files = recent.map((path, i): MenuItemConstructorOptions => {
    const name = names[i] ?? path;
    const twin = names.indexOf(name) !== names.lastIndexOf(name);
    // An ampersand in a label underlines the next letter; two are one.
    const label = (twin ? `${name} – ${dirname(path)}` : name).replaceAll('&', '&&');
    return { id: `recent-${i + 1}`, label, click: () => actions.openRecent(path) };
  });
  const clear = { id: 'clear-recent', label: texts.clearRecent, click: () => actions.clearRecent() };
  return [...files, separator, clear];
}

/** Undo goes to the page, which knows whether a field of text or the last decision is meant. */
function editMenu(texts: Texts, actions: MenuActions): Items {
  return [
    asked('undo', texts.undo, actions, 'CmdOrCtrl+Z'),
    asked('redo', texts.redo, actions, 'CmdOrCtrl+Shift+Z'),
    { ...asked('redo', texts.redo, actions, 'CmdOrCtrl+Y'), id: 'redo-y', visible: false },
    separator,
    { label: texts.cut, role: 'cut' },
    { label: texts.copy, role: 'copy' },
    { label: texts.paste, role: 'paste' },
    { label: texts.selectAll, role: 'selectAll' },
  ];
}

function viewMenu(state: MenuState, actions: MenuActions): Items {
  const { texts } = state;
  return [
    asked('palette', texts.palette, actions, 'CmdOrCtrl+K'),
    separator,
    ...pageItems(texts, actions),
    separator,
    ...zoomItems(texts, actions),
    { label: texts.fullScreen, role: 'togglefullscreen' },
    separator,
    { label: texts.theme, submenu: themeChoices(state, actions) },
    { label: texts.language, submenu: languageChoices(state, actions) },
    ...(state.forDevelopers ? [{ label: texts.developerTools, role: 'toggleDevTools' } as const] : []),
  ];
}

function pageItems(texts: Texts, actions: MenuActions): Items {
  return pageNames.map((page, i) => asked(`page-${page}`, texts.pages[page], actions, `CmdOrCtrl+${i + 1}`));
}

/**
 * Each with the other keys that hands try: the plus without Shift, and those of the number pad. The minus is heard by
 * the window, whichever key it lies on: see `isMinus`.
 */
function zoomItems(texts: Texts, { zoom }: MenuActions): Items {
  const item = (change: ZoomChange, label: string, keys: readonly string[]): Items =>
    keys.map((key, i) => ({
      ...(i === 0 ? { id: `zoom-${change}` } : { visible: false }),
      label,
      accelerator: `CmdOrCtrl+${key}`,
      click: () => zoom(change),
    }));
  return [
    ...item('in', texts.zoomIn, ['Plus', '=', 'numadd']),
    ...item('out', texts.zoomOut, ['-']),
    ...item('reset', texts.zoomReset, ['0', 'num0']),
  ];
}

function themeChoices({ texts, settings }: MenuState, { choose }: MenuActions): Items {
  const names: Record<Theme, string> = {
    system: texts.themeSystem,
    light: texts.themeLight,
    dark: texts.themeDark,
  };
  return (['system', 'light', 'dark'] as const).map((theme) => ({
    id: `theme-${theme}`,
    label: names[theme],
    type: 'radio' as const,
    checked: theme === settings.theme,
    click: () => choose({ theme }),
  }));
}

/** Each language is named in itself, so that it is found by those who read no other. */
function languageChoices({ texts, settings }: MenuState, { choose }: MenuActions): Items {
  const choices: readonly (readonly [Language | null, string])[] = [
    [null, texts.languageSystem],
    ['fr', 'Français'],
    ['en', 'English'],
  ];
  return choices.map(([language, label]) => ({
    id: `language-${language ?? 'system'}`,
    label,
    type: 'radio' as const,
    checked: language === settings.language,
    click: () => choose({ language }),
  }));
}

function windowMenu({ texts, mac }: MenuState): MenuItemConstructorOptions {
  const minimize = { label: texts.minimize, role: 'minimize' } as const;
  const close = { label: texts.closeWindow, role: 'close' } as const;
  if (!mac) {
    return { label: texts.window, submenu: [minimize, close] };
  }
  const front = { label: texts.allToFront, role: 'front' } as const;
  const zoom = { label: texts.zoomWindow, role: 'zoom' } as const;
  return { label: texts.window, role: 'window', submenu: [close, minimize, zoom, separator, front] };
}

function helpMenu({ texts, mac }: MenuState, actions: MenuActions): Items {
  return [
    asked('glossary', texts.glossary, actions, 'F1'),
    asked('shortcuts', texts.shortcuts, actions),
    asked('tour', texts.tour, actions),
    ...(mac ? [] : [separator, asked('about', texts.about, actions)]),
  ];
}
