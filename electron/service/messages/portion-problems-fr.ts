import type { ProblemCode } from '../../../db/import/problem.ts';
import { formatNumber, plural, spelledDate } from './format.ts';
import type { ProblemTexts } from './problem-texts.ts';

const number = (value: number) => formatNumber(value, 'fr');
const decimal = (value: number) => formatNumber(value, 'fr', Number.isInteger(value) ? 0 : 2);
const quoted = (values: readonly string[]) => values.map((value) => `« ${value} »`).join(', ');

/** What an import of portions or servings reports, French. */
export const portionProblems = {
  'unknown-unit': {
    reason: 'L’unité n’est pas connue.',
    remedy: 'Écrivez g, kg, ml, cl, l ou pièce, puis importez de nouveau.',
  },
  'invalid-amount': {
    reason: 'Ce n’est pas une quantité.',
    remedy: 'Écrivez un seul nombre, par exemple 90 pour « 80 à 100 », ou laissez la case vide.',
  },
  'negative-amount': {
    reason: 'La quantité est négative.',
    remedy: 'Corrigez la case et importez de nouveau ; vide, elle veut dire « pas servi ».',
  },
  'amount-too-large': ({ limit }) => ({
    reason: `La quantité dépasse ${number(limit)}.`,
    remedy: 'Vérifiez l’unité et les zéros, puis importez de nouveau.',
  }),
  'invalid-loss': {
    reason: 'La perte à la cuisson va de 0 à 90 %.',
    remedy: 'Écrivez par exemple « 15 % » ou 0,15, ou laissez la case vide.',
  },
  'invalid-factor': ({ least, most }) => ({
    reason: `Le facteur d’achat est un nombre de ${decimal(least)} à ${decimal(most)}.`,
    remedy:
      'Écrivez le poids cru à acheter pour 1 de servi, par exemple 0,35 pour le riz, ou laissez la case vide.',
  }),
  'factor-of-pieces': {
    reason: 'Ce qui se compte en pièces crues n’a pas de facteur d’achat.',
    remedy: 'Videz la case, ou donnez la portion en grammes.',
  },
  'factor-against-loss': ({ byLoss }) => ({
    reason: `Le facteur d’achat et la perte à la cuisson ne disent pas la même chose : la perte donne ${decimal(byLoss)}.`,
    remedy: 'Gardez l’un des deux et videz l’autre case.',
  }),
  'factors-to-check': ({ names, count, most }) => ({
    reason: `${number(count)} ${plural(count, 'fr', 'facteur d’achat est gardé', 'facteurs d’achat sont gardés')} mais à vérifier, au-delà de ${decimal(most)} ou d’un aliment compté en pièces : ${quoted(names)}.`,
    remedy: 'Corrigez-les dans Réglages, Portions.',
  }),
  'no-amount': {
    reason: 'Aucune tranche d’âge n’a de quantité.',
    remedy: 'Donnez au moins une quantité, ou retirez la ligne.',
  },
  'unknown-food': {
    reason: 'Ce texte ne nomme ni un plat ni un aliment.',
    remedy: 'Écrivez le nom du plat ou de l’aliment avec des lettres.',
  },
  'dishes-not-on-menus': ({ names, count }) => ({
    reason: `${number(count)} ${plural(count, 'fr', 'nom n’est', 'noms ne sont')} ni un aliment connu ni un plat des menus : ${quoted(names)}. Les lignes sont gardées pour ces plats.`,
    remedy: 'Vérifiez l’orthographe, ou importez les menus de ces plats.',
  }),
  'served-above-guests': ({ rows, example: { dish, site, date, served, guests } }) => ({
    reason: `${number(rows)} ${plural(rows, 'fr', 'plat a plus de portions servies', 'plats ont plus de portions servies')} que de repas ce jour-là, par exemple « ${dish} », ${site}, ${spelledDate(date, 'fr')} : ${number(served)} pour ${number(guests)} repas. Les deux nombres sont gardés.`,
    remedy:
      'Vérifiez ces portions et la fréquentation de ces jours ; des portions resservies se comptent à part.',
  }),
  'served-above-prepared': ({ rows, of }) => ({
    reason: `${number(rows)} ${plural(rows, 'fr', 'ligne', 'lignes')} sur ${number(of)} : plus de portions servies que préparées, les restes seraient négatifs. Les nombres sont gardés.`,
    remedy: 'Vérifiez que les colonnes « servi » et « préparé » ne sont pas échangées.',
  }),
} satisfies Partial<{ readonly [Code in ProblemCode]: ProblemTexts[Code] }>;
