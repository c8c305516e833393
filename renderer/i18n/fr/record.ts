/** The page *Relevé*: what is typed of a day. */
export const record = {
  record: {
    choice: 'Ce qui est relevé',
    segments: {
      'head-count': 'Appel du matin',
    },
    also: {
      'head-count': 'appel comptage présents matin enfants saisir',
    },
  },
} as const;
