import type { Course } from '../../api/records.ts';

const days = (count: number) => (count === 1 ? '1 jour' : `${count} jours`);

/** Les plats d'une période rejouée, français. */
export const dishBacktest = {
  option: 'mesurer les portions de chaque plat servi, au lieu des repas',
  notWithRules: 'L’essai par plat va avec --lead, pas avec --rules. Rien n’a été fait.',
  nothing: (from: string, to: string) => ({
    message: `Aucun plat à comparer entre le ${from} et le ${to} : il n’y a pas de portions servies, ou rien avant elles.`,
    remedy: 'Importez les plats servis, puis choisissez une période qui en contient.',
  }),
  heading: (from: string, to: string, lead: number, count: string) =>
    `Portions par plat, du ${from} au ${to}, ${days(lead)} avant : ${count} lignes.`,
  forecasts: {
    model: 'Modèle (moyenne)',
    median: 'Modèle (médiane)',
    sameWeekday1: 'Dernier même jour',
    sameWeekday4: 'Moyenne de 4 semaines',
    sameWeekday8: 'Moyenne de 8 semaines',
  },
  coverage: (inside: string, below: string, above: string) =>
    `Portions dans la fourchette de 80 % : ${inside} % (au-dessous ${below} %, au-dessus ${above} %).`,
  soldOut: (count: string) => `Laissés de côté, parce qu’il n’en restait plus : ${count}.`,
  guestsUnknown: (sites: string) =>
    `Sites dont personne n’a compté les convives : ${sites}. Leur nombre n’y est pas connu ; chaque plat y est prévu d’après ses propres portions.`,
  course: 'Composante',
  courses: {
    starter: 'entrée',
    main: 'plat',
    side: 'garniture',
    dairy: 'produit laitier',
    dessert: 'dessert',
    bread: 'pain',
    other: 'autre',
  } satisfies Record<Course, string>,
  range: 'Dans la fourchette %',
};
