import type { Catalogue } from '../fr.ts';

/** Deciding what is ordered, freezing and correcting it, and taking things back. */
export const orders: Pick<Catalogue, 'undo'> = {
  undo: {
    undo: 'Undone: {{words}}',
    redo: 'Done again: {{words}}',
    again: 'Redo',
  },
};
