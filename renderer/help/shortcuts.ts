export type KeyName =
  | 'ctrl'
  | 'alt'
  | 'shift'
  | 'enter'
  | 'escape'
  | 'arrows'
  | 'home'
  | 'end'
  | 'pageUp'
  | 'pageDown'
  | 'letters'
  | 'digits';

/** A key is a name that the language words, or what stands on it. */
export type Key = { readonly name: KeyName } | { readonly sign: string };

export type ShortcutName =
  | 'palette'
  | 'pages'
  | 'import'
  | 'print'
  | 'undo'
  | 'redo'
  | 'help'
  | 'shortcuts'
  | 'look'
  | 'approve'
  | 'exportOrders'
  | 'beside'
  | 'find'
  | 'type'
  | 'whatIf'
  | 'notices'
  | 'walk'
  | 'open'
  | 'close'
  | 'firstLast'
  | 'zoom';

export interface Shortcut {
  readonly name: ShortcutName;
  /** Ways to press it. */
  readonly keys: readonly (readonly Key[])[];
}

const sign = (text: string): Key => ({ sign: text });
const key = (name: KeyName): Key => ({ name });

/** The keys of a host, as its keyboard writes them. What `keys.ts` and the native menu answer to. */
export function shortcutsOf(host: 'desktop' | 'browser', mac: boolean, pages: number): readonly Shortcut[] {
  const command = mac ? sign('⌘') : key('ctrl');
  const withCommand = (text: string) => [command, sign(text)];
  const ofPage = host === 'desktop' ? command : mac ? sign('⌥') : key('alt');
  return [
    { name: 'palette', keys: [withCommand('K')] },
    { name: 'pages', keys: [[ofPage, sign(`1–${pages}`)]] },
    { name: 'import', keys: [withCommand('O')] },
    { name: 'print', keys: [withCommand('P')] },
    { name: 'undo', keys: [withCommand('Z')] },
    {
      name: 'redo',
      keys: [[command, mac ? sign('⇧') : key('shift'), sign('Z')], ...(mac ? [] : [withCommand('Y')])],
    },
    { name: 'look', keys: [[sign('F4')]] },
    { name: 'approve', keys: [[command, key('enter')]] },
    { name: 'exportOrders', keys: [withCommand('S')] },
    {
      name: 'beside',
      keys: [
        [mac ? sign('⌥') : key('alt'), key('pageUp')],
        [mac ? sign('⌥') : key('alt'), key('pageDown')],
      ],
    },
    { name: 'notices', keys: [[sign('F8')]] },
    { name: 'help', keys: [[sign('F1')]] },
    { name: 'shortcuts', keys: [[sign('?')]] },
    { name: 'walk', keys: [[key('arrows')]] },
    {
      name: 'firstLast',
      keys: [
        [command, key('home')],
        [command, key('end')],
      ],
    },
    { name: 'find', keys: [[key('letters')]] },
    { name: 'type', keys: [[key('digits')]] },
    { name: 'whatIf', keys: [[sign('−')], [sign('+')]] },
    { name: 'open', keys: [[key('enter')]] },
    { name: 'close', keys: [[key('escape')]] },
    { name: 'zoom', keys: [withCommand('+'), withCommand('−'), withCommand('0')] },
  ];
}
