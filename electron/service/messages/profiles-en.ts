import type { Messages } from './messages.ts';

export const profiles: Messages['profiles'] = {
  columns: { number: 'No.', kind: 'Kind', titles: 'Titles', file: 'Learned from', at: 'On' },
  none: 'No reading is remembered.',
  notJson: (path) => `“${path}” is not readable JSON. Nothing was done.`,
  oneAtATime: 'Give only one of --remove, --import and --export. Nothing was done.',
  mappingOrKind: 'Give --kind or --mapping, not both. Nothing was done.',
};
