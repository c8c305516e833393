import type { profiles as fr } from './profiles-fr.ts';

export const profiles: typeof fr = {
  columns: { number: 'No.', kind: 'Content', titles: 'Headers', file: 'From file', at: 'On' },
  none: 'No import profile.',
  notJson: (path) => `“${path}” is not readable JSON. Nothing was done.`,
  oneAtATime: 'Give only one of --remove, --import and --export. Nothing was done.',
  mappingOrKind: 'Give --kind or --mapping, not both. Nothing was done.',
};
