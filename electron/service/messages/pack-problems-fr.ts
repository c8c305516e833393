import type { ProblemCode } from '../../../db/import/problem.ts';
import { formatNumber, plural } from './format.ts';
import type { ProblemTexts } from './problem-texts.ts';
import { provision } from './provision-fr.ts';

const number = (value: number) => formatNumber(value, 'fr');
const quoted = (values: readonly string[]) => values.map((value) => `« ${value} »`).join(', ');

/** What an import of packs reports, French. */
export const packProblems = {
  'unknown-nature': {
    reason: 'La nature de la ligne n’est pas connue.',
    remedy: 'Écrivez aliment ou plat, ou laissez la case vide.',
  },
  'empty-pack': {
    reason: 'Un conditionnement contient plus que 0.',
    remedy: 'Donnez sa contenance avec l’unité, ou des portions par tranche d’âge pour un bac.',
  },
  'part-portions': {
    reason: 'Un bac contient un nombre entier de portions.',
    remedy: 'Arrondissez à l’entier inférieur, puis importez de nouveau.',
  },
  'invalid-price': {
    reason: 'Ce n’est pas un prix.',
    remedy: 'Écrivez un nombre, par exemple 4,50, ou laissez la case vide si le prix est inconnu.',
  },
  'negative-price': {
    reason: 'Le prix est négatif.',
    remedy: 'Corrigez la case et importez de nouveau ; une remise se déduit du prix du conditionnement.',
  },
  'invalid-minimum': ({ most }) => ({
    reason: `Le minimum de commande est un nombre entier de conditionnements, de 0 à ${number(most)}.`,
    remedy: 'Corrigez la case, ou laissez-la vide s’il n’y a pas de minimum.',
  }),
  'unknown-yes-no': {
    reason: 'Ce n’est ni oui ni non.',
    remedy: 'Écrivez oui si ce qui reste se garde pour un autre jour, non sinon.',
  },
  'mixed-contents': ({ otherLine }) => ({
    reason: `La ligne ${number(otherLine)} compte le même produit dans une autre unité : les tailles d’un produit se combinent dans une commande.`,
    remedy:
      'Donnez la même unité à toutes ses lignes : toutes en poids, en volume, en pièces ou en portions.',
  }),
  'other-packs': ({ names }) => ({
    reason: `Ce produit a déjà des conditionnements comptés dans une autre unité : ${quoted(names)}.`,
    remedy: 'Retirez-les dans Réglages, Conditionnements, ou donnez-les dans le fichier avec la même unité.',
  }),
  'other-unit': ({ portion, pack }) => ({
    reason: `La portion de ce produit se compte en ${provision.units[portion]}, ce conditionnement en ${provision.units[pack]}.`,
    remedy: 'Donnez-leur la même unité, ou comptez ce conditionnement en portions.',
  }),
  'too-many-sizes': ({ most }) => ({
    reason: `Ce produit a déjà ${number(most)} conditionnements : une commande n’en combine pas plus.`,
    remedy: 'Retirez-en un dans Réglages, Conditionnements, ou dans le fichier.',
  }),
  'suppliers-made': ({ names, count }) => ({
    reason: `${number(count)} ${plural(count, 'fr', 'fournisseur ajouté', 'fournisseurs ajoutés')} : ${quoted(names)}. ${plural(count, 'fr', 'Sa limite est', 'Leur limite est')} celle de chaque site.`,
    remedy: 'Vérifiez l’orthographe, puis donnez la limite de commande dans Réglages, Fournisseurs.',
  }),
  'packs-kept': ({ names, count }) => ({
    reason: `${number(count)} ${plural(count, 'fr', 'conditionnement n’est pas', 'conditionnements ne sont pas')} dans ce fichier : ${quoted(names)}. ${plural(count, 'fr', 'Il reste', 'Ils restent')} en place.`,
    remedy: 'Rien à faire, ou retirez-les dans Réglages, Conditionnements.',
  }),
} satisfies Partial<{ readonly [Code in ProblemCode]: ProblemTexts[Code] }>;
