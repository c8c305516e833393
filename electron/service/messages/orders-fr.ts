/** Why an order cannot be changed so, and what to do, French. */
export const orders = {
  dateTooFar: (date: string, from: string, to: string) => ({
    message: `Le ${date} est hors des dates qui se commandent (du ${from} au ${to}). Rien n’a été changé.`,
    remedy: 'Vérifiez l’année.',
  }),
  past: (date: string) => ({
    message: `Le ${date} est passé\u00a0: ce qui a été commandé ne change plus. Rien n’a été changé.`,
    remedy: 'L’appel et les repas servis d’un jour passé se saisissent toujours.',
  }),
  frozen: (site: string, date: string, version: number, byClock: boolean) => ({
    message: `${site}, ${date}\u00a0: la commande n°\u00a0${version} est ${byClock ? 'arrêtée à la limite' : 'validée'}. Rien n’a été changé.`,
    remedy: 'Corrigez-la\u00a0: la correction la remplace, et elle reste lisible.',
  }),
  notFrozen: (site: string, date: string) => ({
    message: `${site}, ${date}\u00a0: la commande n’est pas validée, il n’y a rien à corriger.`,
    remedy: 'Changez la quantité directement, ou validez-la d’abord.',
  }),
  sameQuantity: (quantity: number, version: number) => ({
    message: `La commande n°\u00a0${version} est déjà de ${quantity.toLocaleString('fr-FR')}. Rien n’a été changé.`,
    remedy: 'Donnez une autre quantité.',
  }),
  sentInFuture: (date: string, time: string) => ({
    message: `Le ${date} à ${time} n’est pas encore passé\u00a0: rien n’a été noté.`,
    remedy: 'Donnez le moment où la commande a été envoyée.',
  }),
  rollCallTooEarly: (date: string) => ({
    message: `L’appel du ${date} ne peut pas encore être fait. Rien n’a été changé.`,
    remedy: 'Saisissez-le le matin même. Pour changer la commande, corrigez-la dans la semaine.',
  }),
  rollCallCounts: 'donnez le nombre de présents, ou bien ensemble ou bien par tranche d’âge.',
};
