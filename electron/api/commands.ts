/** In the order of the navigation and of the native menu; their keys are Ctrl+1, Ctrl+2… */
export const pageNames = ['week', 'day', 'menus', 'data', 'accuracy', 'settings'] as const;

export type PageName = (typeof pageNames)[number];

/** What a menu, a key or the palette may ask of the page, by name. A page that cannot do it now does nothing. */
export type CommandName =
  | `page-${PageName}`
  | 'palette'
  | 'import'
  | 'print'
  | 'validate'
  | 'undo'
  | 'redo'
  | 'tour'
  | 'shortcuts'
  | 'glossary'
  | 'backup'
  | 'save-copy'
  | 'restore'
  | 'check-data';
