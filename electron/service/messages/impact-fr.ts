/** What orders brought, French. */
export const impactCommands = {
  impact: {
    summary: 'Ce que les commandes d’une période ont apporté, avec les fourchettes.',
    line: '--from DATE --to DATE [--replayed [--lead N] [--service-level Q | --costs M/G]] [--food-cost EUROS]',
    options: {
      '--from DATE': 'premier jour, AAAA-MM-JJ',
      '--to DATE': 'dernier jour, AAAA-MM-JJ',
      '--replayed': 'compter les commandes d’un essai sur le passé, jamais passées',
      '--lead N': 'jours entre le dernier relevé connu et le jour servi (par défaut 7)',
      '--service-level Q': 'part des jours sans repas manquant, de 0,50 à 0,95',
      '--costs M/G': 'ou coût d’un repas manquant / d’un repas gaspillé, par exemple 5,80/1,45',
      '--food-cost EUROS': 'denrées d’un repas, en euros (par défaut d’après le poids)',
    } as Record<string, string>,
  },
};

export const impact = {
  nothing: (from: string, to: string) =>
    `Rien à mesurer du ${from} au ${to} : aucune commande enregistrée n’a de relevé en face.`,
  heading: (from: string, to: string, orders: string, other: string) =>
    `Du ${from} au ${to}, ${orders}, face à ${other}.`,
  orders: { recorded: 'commandes enregistrées', replayed: 'essai sur le passé' },
  counterfactuals: {
    measured: 'ce que l’équipe avait prévu (mesuré)',
    estimated: 'la marge de l’équipe de l’année précédente (estimé)',
    'equal-shortage': 'la moyenne de 4 semaines, à manque égal (estimé)',
  },
  days: (siteDays: string, days: string, weeks: string) =>
    `Relevés : ${siteDays} (jours : ${days}, semaines : ${weeks}).`,
  range: (value: string, low: string, high: string) => `${value} (${low} à ${high})`,
  avoided: (range: string, ours: string, other: string) =>
    `Surplus évité : ${range} repas ; ${ours} au lieu de ${other}.`,
  shortage: (range: string) => `Manque en plus : ${range} repas.`,
  shown: 'démontré',
  notYetShown: 'pas encore démontré',
  shownLong: 'Démontré : 8 échantillons de semaines sur 10 vont dans le même sens.',
  notYetShownLong: 'Pas encore démontré : il faut 20 jours, 5 semaines et une fourchette qui exclut 0.',
  equalShortage: (range: string) => `Surplus évité à manque égal : ${range} repas.`,
  kilograms: (range: string, factor: string) => `Poids : ${range} kg ; ${factor}.`,
  euros: (range: string, factor: string) => `Denrées : ${range} € ; ${factor}.`,
  carbon: (range: string, factor: string) => `Climat : ${range} kg CO₂e ; ${factor}.`,
  factor: (value: string, per: string, source: string, year: string) =>
    `estimé, ${value} ${per}, ${source}${year && ` ${year}`}`,
  per: { meal: 'par repas', kilogram: 'par kg' },
  sources: { ADEME: 'ADEME', own: 'votre coût', weighed: 'mesuré chez vous' },
  third: 'Commander juste ne touche qu’un tiers environ du gaspillage : le reste vient des assiettes.',
  columns: {
    site: 'Site',
    days: 'Jours',
    avoided: 'Surplus évité',
    shortage: 'Manque en plus',
    shown: 'Résultat',
  },
};
