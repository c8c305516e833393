import type Electron from 'electron';

/** Dialogs wait for nobody here: a test puts its answer in their place. */
const unanswered = (name: string) => async (): Promise<never> => {
  throw new Error(`${name}: no test answers this dialog`);
};

export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox(title: string, content: string) {
    console.error(`error box: ${title}: ${content}`);
  },
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>;

export const shell = {
  openPath: async () => '',
} satisfies Pick<Electron.Shell, 'openPath'>;

const bounds = { x: 0, y: 0, width: 1920, height: 1080 };

const displays = (): Electron.Display[] =>
  (process.env.STANDIN_DISPLAYS ? JSON.parse(process.env.STANDIN_DISPLAYS) : [bounds]).map(
    (workArea: Electron.Rectangle, id: number) => ({ id, workArea }) as Electron.Display,
  );

export const screen = {
  getAllDisplays: displays,
  getPrimaryDisplay: () => displays()[0] as Electron.Display,
} satisfies Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;

const themeListeners = new Set<(theme: Electron.NativeTheme['themeSource']) => void>();
let themeSource: Electron.NativeTheme['themeSource'] = 'system';

export const nativeTheme = {
  get themeSource() {
    return themeSource;
  },
  set themeSource(theme) {
    themeSource = theme;
    for (const listener of themeListeners) {
      listener(theme);
    }
  },
  get shouldUseDarkColors() {
    return themeSource === 'dark';
  },
} satisfies Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

/** Windows follow the native theme, as Electron's do. */
export function onTheme(listener: (theme: Electron.NativeTheme['themeSource']) => void): void {
  themeListeners.add(listener);
  listener(themeSource);
}

type Item = Electron.MenuItemConstructorOptions;

class StandInMenu {
  readonly items: readonly Item[];

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  getMenuItemById(id: string): Item | null {
    const flat = (items: readonly Item[]): Item[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
    return flat(this.items).find((item) => item.id === id) ?? null;
  }
}

let applicationMenu: StandInMenu | null = null;

export const Menu = {
  buildFromTemplate: (template: Item[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu | null) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};
