import { balanceWords } from '../../../electron/api/balance-words.ts';

/** The law on menus: the criteria of annexe I, the register, what counts of a dish. */
export const balance = {
  balance: {
    ...balanceWords.fr,
    title: 'Annexe I : 15 critères sur {{n}} repas servis',
    lead: 'Arrêté du 30 septembre 2011. Ce que contient un plat est deviné d’après son nom ; la page du plat le corrige une fois pour toutes.',
    rule: 'Un repas compte quand chaque choix répond au critère. « 8 à 11 » ajoute les repas où un seul des choix y répond, ou un plat inconnu.',
    number: 'N°',
    show: 'Voir',
    mealsOf: 'Voir les repas : {{criterion}}',
    bounds: { least: 'au moins {{n}}', most: 'au plus {{n}}', exactly: '{{n}}' },
    upTo: '{{n}} à {{m}}',
    maybe: 'peut-être',
    incomplete_one: '{{n}} repas incomplet',
    incomplete_other: '{{n}} repas incomplets',
    incompleteHint: 'Un repas compte plat, garniture, produit laitier, et entrée ou dessert.',
    complete: 'Chaque repas a ses composantes.',
    missing: '{{day}} : il manque {{parts}}',
    unknown: 'Plats inconnus, qui peuvent compter partout :',
    print: 'Imprimer le registre',
    save: 'Registre en XLSX',
    saved: 'Registre enregistré : {{name}}',
    registerHint: 'Le registre contient les menus servis des trois derniers mois.',
    ofDish: 'Pour l’annexe I',
    ofDishLead: 'Deviné d’après le nom ; une case changée reste comme vous la laissez.',
    guessed: 'deviné',
    stated: 'corrigé',
    unknownDish: 'inconnu',
    set: {
      yes: '{{dish}} : {{attribute}}, oui.',
      no: '{{dish}} : {{attribute}}, non.',
      auto: '{{dish}} : {{attribute}}, comme deviné.',
    },
    back: 'Comme deviné',
    backOf: 'Comme deviné : {{attribute}}',
  },
};
