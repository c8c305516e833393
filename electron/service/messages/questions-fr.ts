import { formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');
const rows = (count: number) => `${number(count)} ${plural(count, 'fr', 'ligne', 'lignes')}`;

/** Names that no site answers to, on the command line, French. */
export const questions = {
  columns: {
    number: 'N°',
    kind: 'Question',
    name: 'Nom',
    siteKind: 'Type',
    rows: 'Lignes',
    firstDay: 'Du',
    lastDay: 'Au',
    proposal: 'Proposition',
  },
  kinds: { site: 'site', school: 'école' },
  proposal: (siteId: number, site: string, likeness: number) =>
    `${siteId} ${site} (${number(Math.round(100 * likeness))} %)`,
  none: 'Aucun nom n’attend de réponse.',
  howToAnswer:
    'Pour répondre : bonne-mesure answer NUMÉRO avec --site SITE, --followers SITES (ils suivent ces menus), --new (c’est un nouveau site) ou --open (plus tard).',
  waiting: (count: number) =>
    `${rows(count)} ${plural(count, 'fr', 'attend', 'attendent')} de savoir de quel site il s’agit. Voir les noms et répondre : bonne-mesure questions`,
  wouldWait: (count: number) =>
    `${rows(count)} ${plural(count, 'fr', 'attendrait', 'attendraient')} de savoir de quel site il s’agit.`,
  notANumber: (word: string) => `« ${word} » n’est pas un numéro de question. Rien n’a été fait.`,
  oneAnswer: 'Donnez une seule réponse : --site SITE, --followers, --new ou --open. Rien n’a été fait.',
  unknownKind: (kind: string) =>
    `--kind : « ${kind} » n’existe pas. Choisissez site ou school. Rien n’a été fait.`,
  twoKinds: (id: number) =>
    `Un site et une école attendent sous le numéro ${id}. Ajoutez --kind site ou --kind school. Rien n’a été fait.`,
  notWaiting: (id: number) =>
    `Aucun nom n’attend sous le numéro ${id}. Pour changer une réponse déjà donnée, ajoutez --kind site ou --kind school. Rien n’a été fait.`,
  isSite: (name: string, site: string) => `${name} : c’est ${site}.`,
  isNew: (name: string) => `${name} : c’est un nouveau site.`,
  isFollowed: (name: string, sites: number) =>
    `${name}\u00a0: ${number(sites)}\u00a0${plural(sites, 'fr', 'site suit', 'sites suivent')} ces menus.`,
  isOpen: (name: string) => `${name} : sans réponse, ses lignes restent en attente.`,
  numbered: (id: number) => `N°\u00a0${id}`,
  counted: (count: number) =>
    `${rows(count)} de plus ${plural(count, 'fr', 'compte', 'comptent')} maintenant.`,
  left: (names: number, count: number) =>
    names === 0
      ? 'Plus aucun nom n’attend de réponse.'
      : `${number(names)} ${plural(names, 'fr', 'nom attend', 'noms attendent')} encore (${rows(count)}).`,
  counts: {
    columns: { site: 'Site', date: 'Jour', served: 'Repas', usual: 'D’habitude' },
    none: 'Aucun nombre de repas n’attend de réponse.',
    howToAnswer:
      'Pour répondre : bonne-mesure counts --site SITE --date AAAA-MM-JJ avec --take (accepter) ou --aside (écarter).',
    waiting: (count: number) =>
      `Nombres de repas invraisemblables en attente : ${number(count)}. Les voir et répondre : bonne-mesure counts`,
    oneAnswer: 'Donnez une seule réponse : --take ou --aside. Rien n’a été changé.',
    notWaiting: 'Aucun nombre de repas n’attend pour ce site et ce jour. Rien n’a été changé.',
    done: (count: number, left: number) =>
      `${plural(count, 'fr', 'Réponse enregistrée', 'Réponses enregistrées')} : ${number(count)}. En attente : ${number(left)}.`,
  },
  backAgain: (id: number, kind: string) =>
    `Pour revenir sur cette réponse : bonne-mesure answer ${id} --kind ${kind} --open`,
};
