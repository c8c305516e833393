import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Theme } from '../api/records.ts';
import type { Texts } from './texts.ts';

export interface MenuActions {
  importFiles(): void;
  print(): void;
  openDataFolder(): void;
  chooseTheme(theme: Theme): void;
}

/** Sets the app's menu; to be called again when language or theme change. */
export function setMenu(texts: Texts, theme: Theme, actions: MenuActions): void {
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: texts.file, submenu: fileMenu(texts, actions) },
    { label: texts.edit, submenu: editMenu(texts) },
    { label: texts.view, submenu: viewMenu(texts, theme, actions) },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { label: texts.help, role: 'help', submenu: [{ label: texts.about, click: () => app.showAboutPanel() }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function fileMenu(texts: Texts, actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    {
      id: 'import',
      label: texts.importFiles,
      accelerator: 'CmdOrCtrl+O',
      click: () => actions.importFiles(),
    },
    { id: 'print', label: texts.print, accelerator: 'CmdOrCtrl+P', click: () => actions.print() },
    { id: 'data-folder', label: texts.openDataFolder, click: () => actions.openDataFolder() },
    { type: 'separator' },
    { label: texts.quit, role: 'quit' },
  ];
}

function editMenu(texts: Texts): MenuItemConstructorOptions[] {
  return [
    { label: texts.undo, role: 'undo' },
    { label: texts.redo, role: 'redo' },
    { type: 'separator' },
    { label: texts.cut, role: 'cut' },
    { label: texts.copy, role: 'copy' },
    { label: texts.paste, role: 'paste' },
    { label: texts.selectAll, role: 'selectAll' },
  ];
}

function viewMenu(texts: Texts, theme: Theme, actions: MenuActions): MenuItemConstructorOptions[] {
  const themes = { system: texts.themeSystem, light: texts.themeLight, dark: texts.themeDark } as const;
  const choices = (['system', 'light', 'dark'] as const).map(
    (name): MenuItemConstructorOptions => ({
      id: `theme-${name}`,
      label: themes[name],
      type: 'radio',
      checked: name === theme,
      click: () => actions.chooseTheme(name),
    }),
  );
  return [
    { label: texts.zoomIn, role: 'zoomIn' },
    { label: texts.zoomOut, role: 'zoomOut' },
    { label: texts.zoomReset, role: 'resetZoom' },
    { label: texts.fullScreen, role: 'togglefullscreen' },
    { type: 'separator' },
    { label: texts.theme, submenu: choices },
    ...(app.isPackaged ? [] : [{ label: texts.developerTools, role: 'toggleDevTools' } as const]),
  ];
}
