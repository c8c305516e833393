import type { TextCatalogue } from '../fr/catalogue.ts';

export const record: Pick<TextCatalogue, 'record'> = {
  record: {
    choice: 'What is recorded',
    segments: {
      'head-count': 'Morning head count',
    },
    also: {
      'head-count': 'head count roll call present morning children enter',
    },
  },
};
