import type { profiles as fr } from './profiles-fr.ts';

export const profiles: typeof fr = {
  columns: { number: 'No.', kind: 'Kind', titles: 'Titles', file: 'Learned from', at: 'On' },
  none: 'No reading is remembered.',
  notJson: (path) => `“${path}” is not readable JSON. Nothing was done.`,
  oneAtATime: 'Give only one of --remove, --import and --export. Nothing was done.',
  mappingOrKind: 'Give --kind or --mapping, not both. Nothing was done.',
};
