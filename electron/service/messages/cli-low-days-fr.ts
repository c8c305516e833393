import { formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');

/** The command about days far below the usual, French. */
export const lowDaysCommands = {
  'low-days': {
    summary: 'Lister les jours très en dessous de l’habitude, et noter ce qui s’est passé.',
    line: '[--site SITE] [--date DATE] [--outing | --strike | --usual]',
    options: {
      '--site SITE': 'ceux de ce site',
      '--date DATE': 'ceux de ce jour (AAAA-MM-JJ)',
      '--outing': 'noter une sortie',
      '--strike': 'noter une grève',
      '--usual': 'rien à noter : ne plus les lister',
    } as Record<string, string>,
  },
};

/** What it says, French. */
export const lowDaysWords = {
  columns: { site: 'Site', date: 'Jour', served: 'Repas', usual: 'D’habitude' },
  none: 'Aucun jour très en dessous de l’habitude.',
  manySites: (sites: number) => `${number(sites)} sites le même jour`,
  howTo:
    'Ces jours comptent tels quels. Pour noter ce qui s’est passé : bonne-mesure low-days --site SITE --date AAAA-MM-JJ avec --outing (sortie), --strike (grève) ou --usual (rien à noter).',
  listed: (days: number) =>
    `Jours très en dessous de l’habitude : ${number(days)}. Ils comptent tels quels. Les voir et noter ce qui s’est passé : bonne-mesure low-days`,
  oneReason: 'Donnez une seule réponse : --outing, --strike ou --usual. Rien n’a été changé.',
  notListed: 'Aucun jour très bas n’est listé pour ce site et ce jour. Rien n’a été changé.',
  done: (days: number, left: number) =>
    `${plural(days, 'fr', 'Jour noté', 'Jours notés')} : ${number(days)}. Encore à regarder : ${number(left)}.`,
};
