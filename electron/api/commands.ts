export type PageName = 'week' | 'day' | 'menus' | 'data' | 'accuracy' | 'settings';

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
