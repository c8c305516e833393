/** In the order of the page; the palette leads to each. */
export const DATA_TABS = ['coverage', 'sites', 'questions', 'imports', 'calendars', 'dishes'] as const;

export type DataTab = (typeof DATA_TABS)[number];

export const isDataTab = (name: string | undefined): name is DataTab => DATA_TABS.some((tab) => tab === name);
