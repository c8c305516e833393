const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const day = (weekday: number) => weekdays[weekday - 1] ?? String(weekday);
/** Which deadline of a weekly rule is meant; nothing where the rule has only one. */
const which = (deadline: number | null) => (deadline === null ? '' : ` (limite n° ${deadline})`);

/** Why an order rule is refused, French. */
export const orderRules = {
  weekday: day,
  'bad-lead': ({ days }: { days: number }) =>
    `un délai se donne en jours entiers, de 0 à 90, et non ${days}.`,
  'bad-weeks': ({ weeks, deadline }: { weeks: number; deadline: number }) =>
    `les semaines d’avance vont de 0 à 12, et non ${weeks}${which(deadline)}.`,
  'bad-time': ({ at, deadline }: { at: string; deadline: number | null }) =>
    `« ${at} » n’est pas une heure écrite HH:MM${which(deadline)}.`,
  'bad-weekday': ({ weekday, deadline }: { weekday: number; deadline: number }) =>
    `les jours vont de 1 (lundi) à 7 (dimanche), et non ${weekday}${which(deadline)}.`,
  'no-deadline': () => 'elle ne contient aucune limite.',
  'serves-nothing': ({ deadline }: { deadline: number }) =>
    `une limite ne commande pour aucun jour${which(deadline)}.`,
  'served-twice': ({ weekday, deadline }: { weekday: number; deadline: number }) =>
    `le ${day(weekday)} est commandé deux fois${which(deadline)}.`,
  'after-service': ({
    weekday,
    at,
    deadline,
  }: {
    weekday: number | null;
    at: string;
    deadline: number | null;
  }) =>
    weekday === null
      ? `à ${at} le jour même, les repas sont déjà servis.`
      : `la limite de ${at} tombe après le repas du ${day(weekday)}${which(deadline)}.`,
};
