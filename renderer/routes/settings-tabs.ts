/** In the order of the page; the palette leads to each. */
export const SETTINGS_TABS = [
  'general',
  'portions',
  'packs',
  'suppliers',
  'kitchens',
  'guests',
  'models',
  'data',
] as const;

export type SettingsTab = (typeof SETTINGS_TABS)[number];

export const isSettingsTab = (name: string | undefined): name is SettingsTab =>
  SETTINGS_TABS.some((tab) => tab === name);
