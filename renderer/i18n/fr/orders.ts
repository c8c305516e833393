/** Deciding what is ordered, freezing and correcting it, and taking things back. */
export const orders = {
  undo: {
    undo: 'Annulé : {{words}}',
    redo: 'Rétabli : {{words}}',
    again: 'Rétablir',
  },
} as const;
