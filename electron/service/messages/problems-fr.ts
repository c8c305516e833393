import type { TableField } from '../../../db/import/field.ts';
import { fileKindNames } from '../../api/file-kinds.ts';
import { cellProblems } from './cell-problems-fr.ts';
import { fieldNames } from './fields-fr.ts';
import { formatNumber, plural, spelledDate } from './format.ts';
import { packProblems } from './pack-problems-fr.ts';
import { portionProblems } from './portion-problems-fr.ts';
import type { ProblemTexts } from './problem-texts.ts';
import { tableProblems } from './table-questions-fr.ts';

const date = (iso: string) => spelledDate(iso, 'fr');
const number = (value: number) => formatNumber(value, 'fr');
const rows = (count: number) => `${number(count)} ${plural(count, 'fr', 'ligne', 'lignes')}`;

/** The system's codes that a person can do something about. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'Ce fichier n’existe pas ou n’existe plus',
  EACCES: 'Vous n’avez pas le droit de lire ce fichier',
  EPERM: 'Vous n’avez pas le droit de lire ce fichier',
  EISDIR: 'C’est un dossier, pas un fichier',
  EOPENDATA: 'Ce sont les données ouvertes dans l’application',
  EBUSY: 'Un autre programme tient ce fichier ouvert',
  UNKNOWN: 'Un autre programme tient ce fichier ouvert',
  EIO: 'Le disque ou le réseau n’a pas rendu ce fichier',
  ENOSPC: 'Le disque est plein',
};
const named = (fields: readonly TableField[]) => quoted(fields.map((field) => fieldNames[field]));
const quoted = (values: readonly string[]) => values.map((value) => `« ${value} »`).join(', ');

const kindNames = fileKindNames.fr;

const fileTypes = {
  image: 'une image',
  pdf: 'un document PDF',
  archive: 'une archive',
  database: 'une base de données',
  program: 'un programme',
  unknown: 'un fichier qui n’est pas du texte',
};

const asXlsx =
  'Ouvrez-le dans un tableur et enregistrez-le au format .xlsx ou CSV, puis importez ce fichier.';

/** What an import reports, French. */
export const problems: ProblemTexts = {
  ...portionProblems,
  ...packProblems,
  ...cellProblems,
  ...tableProblems,
  'empty-file': {
    reason: 'Le fichier est vide.',
    remedy: 'Exportez-le de nouveau et vérifiez sa taille avant de l’importer.',
  },
  'not-text': ({ type }) => ({
    reason: `Ce n’est pas un tableau : c’est ${fileTypes[type]}.`,
    remedy:
      type === 'pdf'
        ? 'Demandez le tableau au format .xlsx ou CSV, ou recopiez-le dans un tableur.'
        : 'Importez un fichier CSV ou un classeur .xlsx exporté du logiciel ou du tableur.',
  }),
  spreadsheet: {
    reason: 'Ce document n’est ni un fichier CSV ni un classeur .xlsx ou .ods.',
    remedy: asXlsx,
  },
  'old-workbook': { reason: 'C’est un classeur Excel de l’ancien format (.xls).', remedy: asXlsx },
  'encrypted-workbook': {
    reason: 'Ce classeur Excel est protégé par un mot de passe.',
    remedy: 'Ouvrez-le, enregistrez-le sans mot de passe, puis importez-le de nouveau.',
  },
  'workbook-too-large': ({ cells }) => ({
    reason: `Ce classeur a plus de ${number(cells)} cellules : il ne tiendrait pas en mémoire.`,
    remedy: 'Enregistrez chaque feuille au format CSV, puis importez ces fichiers : leur taille est libre.',
  }),
  'damaged-archive': {
    reason: 'Le fichier est abîmé ou incomplet : son contenu ne peut pas être lu.',
    remedy: 'Copiez ou exportez-le de nouveau, puis vérifiez qu’il s’ouvre avant de l’importer.',
  },
  'archive-too-large': ({ megabytes }) => ({
    reason: `Décompressé, ce fichier dépasserait ${number(megabytes)}\u00a0Mo : rien n’en a été lu.`,
    remedy: 'Vérifiez d’où il vient, puis importez-le en plusieurs fichiers plus petits.',
  }),
  'too-many-files': ({ limit }) => ({
    reason: `Il y a là plus de ${number(limit)} fichiers : aucun n’a été lu.`,
    remedy: 'Ne gardez que les fichiers à importer, ou importez-les en plusieurs fois.',
  }),
  'unsafe-archive-name': {
    reason: 'Cette archive contient un nom de fichier qui sort de son dossier : rien n’en a été lu.',
    remedy: 'Une archive ordinaire n’en contient pas. Vérifiez d’où elle vient, ou recréez-la.',
  },
  'encrypted-archive': {
    reason: 'Cette archive est protégée par un mot de passe.',
    remedy: 'Extrayez-en les fichiers, puis importez-les.',
  },
  'archive-in-archive': {
    reason: 'C’est une archive dans une autre archive.',
    remedy: 'Extrayez-en les fichiers, puis importez-les.',
  },
  'unreadable-file': ({ reason }) => ({
    reason: `${unreadable[reason] ?? 'Le fichier ne peut pas être lu'}.`,
    remedy: 'Vérifiez son nom, qu’il n’est pas ouvert ailleurs et que vous y avez accès.',
  }),
  'unknown-header': ({ columns }) => ({
    reason: columns.length
      ? `Aucune ligne d’en-têtes connue. Première ligne lue : ${quoted(columns)}.`
      : 'Aucune ligne d’en-têtes connue.',
    remedy:
      'Vérifiez que la première ligne donne les noms des colonnes, ou choisissez ce que contient le fichier.',
  }),
  'missing-columns': ({ kind, fields }) => ({
    reason: `Il manque des colonnes pour un fichier «\u00a0${kindNames[kind]} » : ${named(fields)}.`,
    remedy: 'Choisissez les colonnes qui les donnent, ou un autre contenu pour ce fichier.',
  }),
  'no-header-line': ({ headerLine }) => ({
    reason: `Le fichier n’a pas de ligne ${number(headerLine)} : les en-têtes ne peuvent pas y être.`,
    remedy: 'Choisissez une autre ligne d’en-têtes.',
  }),
  'field-not-of-kind': ({ kind, field }) => ({
    reason: `Un fichier «\u00a0${kindNames[kind]} » n’a pas de colonne « ${fieldNames[field]} ».`,
    remedy: 'Choisissez un autre sens pour cette colonne, ou un autre contenu pour ce fichier.',
  }),
  'no-such-column': ({ field, number: column, columns }) => ({
    reason: `« ${fieldNames[field]} » serait la colonne ${number(column)} : le fichier en a ${number(columns)}.`,
    remedy: 'Choisissez une colonne du fichier ; vérifiez aussi le séparateur et la ligne d’en-têtes.',
  }),
  'column-twice': ({ heading, fields }) => ({
    reason: `La colonne « ${heading} » est prise deux fois : ${named(fields)}.`,
    remedy: 'Donnez un seul sens à chaque colonne.',
  }),
  'record-too-long': ({ limit }) => ({
    reason: `Une ligne dépasse ${number(limit)} caractères : un guillemet n’est sans doute jamais fermé.`,
    remedy: 'Ouvrez le fichier à cette ligne, corrigez le guillemet, puis importez de nouveau.',
  }),
  'same-file-twice': ({ other }) => ({
    reason: `Ce fichier est le même que « ${other} » : il n’a été lu qu’une fois.`,
    remedy: 'Rien à faire.',
  }),
  'missing-value': {
    reason: 'La valeur manque.',
    remedy: 'Complétez la case et importez de nouveau ; les autres lignes sont gardées.',
  },
  'torn-row': ({ cells, expected }) => ({
    reason: `La ligne a ${number(cells)} ${plural(cells, 'fr', 'case', 'cases')} au lieu de ${number(expected)}.`,
    remedy: 'Vérifiez les séparateurs et les guillemets de cette ligne.',
    ofMany: { reason: 'Des lignes n’ont pas autant de cases que la ligne d’en-têtes.' },
  }),
  'invalid-date': {
    reason: 'Cette date n’existe pas au calendrier.',
    remedy: 'Corrigez la date et importez de nouveau ; les autres lignes sont gardées.',
  },
  'date-out-of-range': ({ first, last }) => ({
    reason: `La date sort de la période acceptée (du ${date(first)} au ${date(last)}).`,
    remedy: 'Vérifiez l’année de cette ligne.',
  }),
  'invalid-count': {
    reason: 'Ce n’est pas un nombre.',
    remedy: 'Écrivez un nombre entier en chiffres, ou laissez la case vide si la valeur est inconnue.',
  },
  'negative-count': {
    reason: 'Le nombre est négatif.',
    remedy: 'Un nombre de repas est 0 ou plus : corrigez la case et importez de nouveau.',
  },
  'count-not-whole': {
    reason: 'Le nombre n’est pas entier.',
    remedy: 'Un nombre de repas est entier : corrigez la case et importez de nouveau.',
  },
  'count-too-large': ({ limit }) => ({
    reason: `Le nombre dépasse ${number(limit)}.`,
    remedy: 'Vérifiez qu’il ne s’agit pas d’un total ou d’un numéro.',
  }),
  'conflicting-rows': ({ otherLine, otherValue }) => ({
    reason: `La ligne ${number(otherLine)} donne une autre valeur : « ${otherValue} ».`,
    remedy: 'Gardez une seule des deux lignes dans le fichier et importez-le de nouveau.',
    ofMany: { reason: 'D’autres lignes du fichier donnent d’autres valeurs.' },
  }),
  'unknown-site-kind': {
    reason: 'Ce type de site n’est pas connu.',
    remedy: 'Écrivez M, E, M/E, C, L ou A.',
  },
  'unknown-school-year': {
    reason: 'Cette année scolaire n’est pas lisible.',
    remedy: 'Écrivez-la 2016-2017.',
  },
  'too-many-away': ({ enrolled }) => ({
    reason: `Il y a plus d’enfants absents que d’inscrits (${number(enrolled)}).`,
    remedy: 'Corrigez le nombre d’absents, ou importez d’abord l’effectif de cette année scolaire.',
    ofMany: { reason: 'Il y a plus d’enfants absents que d’inscrits.' },
  }),
  'unknown-closure': {
    reason: 'Cet événement n’est pas connu.',
    remedy: 'Écrivez grève, fermeture ou sortie.',
  },
  'not-lunch': {
    reason: 'Ce n’est pas un déjeuner.',
    remedy: 'Rien à faire : seuls les déjeuners sont prévus.',
  },
  'end-before-start': ({ start }) => ({
    reason: `La fin précède le début (${date(start)}).`,
    remedy: 'Corrigez l’une des deux dates et importez de nouveau.',
    ofMany: { reason: 'La fin précède le début.' },
  }),
  'holiday-too-long': ({ start, days }) => ({
    reason: `Ces vacances dureraient ${number(days)} jours (début : ${date(start)}).`,
    remedy: 'Corrigez l’une des deux dates et importez de nouveau.',
    ofMany: { reason: 'Ces vacances seraient trop longues.' },
  }),
  'site-unknown': ({ name }) => ({
    reason: `Aucun site ne s’appelle « ${name} » : la ligne est en attente.`,
    remedy: 'Répondez à la question sur ce nom : la ligne sera ajoutée au bon site.',
    ofMany: {
      reason: `Aucun site ne s’appelle « ${name} » : ces lignes sont en attente.`,
      remedy: 'Répondez à la question sur ce nom : elles seront ajoutées au bon site.',
    },
  }),
  'school-unknown': ({ name }) => ({
    reason: `Aucun site n’est connu pour l’école « ${name} » : la ligne est en attente.`,
    remedy: 'Répondez à la question sur ce nom, ou importez la liste des écoles et de leurs sites.',
    ofMany: {
      reason: `Aucun site n’est connu pour l’école « ${name} » : ces lignes sont en attente.`,
    },
  }),
  'count-unlikely': ({ name, date: on, served, low, high }) => ({
    reason: `${name}, ${date(on)} : ${number(served)} repas, alors que d’habitude il y en a de ${number(low)} à ${number(high)}. Ce nombre est en attente.`,
    remedy:
      'Acceptez-le ou écartez-le dans Données, Noms à identifier : aucune commande n’en dépend d’ici là.',
    ofMany: {
      reason: `Des nombres de repas très au-dessus de l’habitude sont en attente.`,
      remedy: 'Acceptez-les ou écartez-les dans Données, Noms à identifier.',
    },
  }),
  'no-rows': {
    reason: 'Le fichier n’a que sa ligne d’en-têtes.',
    remedy: 'Vérifiez la période choisie lors de l’export.',
  },
  'sheet-left-out': {
    reason: 'Cette feuille n’est pas un tableau connu : elle n’a pas été lue.',
    remedy: 'Rien à faire, si ce sont des notes ou une légende.',
  },
  'already-imported': ({ batch, at }) => ({
    reason: `Ce fichier a déjà été importé le ${date(at)} à ${at.slice(11)} (import ${batch}) : rien n’a changé.`,
    remedy: 'Rien à faire.',
  }),
  'profile-used': ({ file, at }) => ({
    reason: `Lu comme vous l’avez indiqué le ${date(at)} pour « ${file} », qui a les mêmes en-têtes.`,
    remedy: 'Rien à faire. Pour le lire autrement, changez les colonnes ci-dessus.',
  }),
  'total-left-out': {
    reason: 'Ligne de total ou de pied de page : elle n’est pas comptée.',
    remedy: 'Rien à faire.',
    ofMany: { reason: 'Lignes de total ou de pied de page : elles ne sont pas comptées.' },
  },
  'sites-in-columns': ({ names }) => ({
    reason: `Ce tableau a une colonne par site : ${quoted(names)}.`,
    remedy: 'Vérifiez que ces en-têtes sont bien des noms de sites.',
  }),
  'dishes-in-columns': ({ names }) => ({
    reason: `Ce tableau a une colonne par plat : ${quoted(names)}. Les nombres ont été lus comme des portions servies.`,
    remedy: 'Vérifiez que ces en-têtes sont bien des noms de plats.',
  }),
  'meals-left-out': ({ lunch, others }) => ({
    reason: `Seule la colonne « ${lunch} » a été lue comme repas servis : les commandes sont celles du déjeuner. Non importé : ${quoted(others)}.`,
    remedy: 'Rien à faire, si cette colonne est bien celle du déjeuner.',
  }),
  'day-month-unsure': ({ first }) => ({
    reason: `Toutes les dates de la colonne se lisent dans les deux sens : le ${first === 'day' ? 'jour' : 'mois'} a été lu en premier.`,
    remedy:
      'Vérifiez la première et la dernière date du compte rendu ; si elles sont fausses, annulez l’import.',
  }),
  'dates-on-weekend': ({ rows: count, of }) => ({
    reason: `${rows(count)} sur ${number(of)} ${plural(count, 'fr', 'tombe', 'tombent')} un week-end : le jour et le mois sont peut-être inversés.`,
    remedy: 'Vérifiez l’ordre du jour et du mois dans le fichier.',
  }),
  'dates-in-holidays': ({ rows: count, of }) => ({
    reason: `${rows(count)} sur ${number(of)} ${plural(count, 'fr', 'tombe', 'tombent')} pendant des vacances scolaires.`,
    remedy: 'Vérifiez ces dates, ou le calendrier des vacances.',
  }),
  'holiday-with-service': ({ name, firstDay, lastDay, days }) => ({
    reason: `« ${name} » (du ${date(firstDay)} au ${date(lastDay)}) : des repas ont été servis ${number(days)} ${plural(days, 'fr', 'jour', 'jours')} de cette période.`,
    remedy: 'Vérifiez les dates de ces vacances, ou la fréquentation de ces jours.',
  }),
  'other-population-left-out': ({ rows: count }) => ({
    reason: `${rows(count)} du calendrier ne ${plural(count, 'fr', 'concerne', 'concernent')} pas les élèves du premier degré : ${plural(count, 'fr', 'non gardée', 'non gardées')}.`,
    remedy: 'Rien à faire.',
  }),
  'menus-typed': ({ days, first }) => ({
    reason: `${number(days)} ${plural(days, 'fr', 'jour', 'jours')} de ce fichier, à partir du ${date(first)} : le menu a été saisi à la main, il reste tel quel.`,
    remedy:
      'Pour prendre le menu du fichier, ouvrez ce jour dans Menus et choisissez «\u00a0Utiliser le menu du fichier\u00a0».',
  }),
  'counts-typed': ({ days, first }) => ({
    reason: `${number(days)} ${plural(days, 'fr', 'jour', 'jours')} de ce fichier, à partir du ${date(first)} : les repas servis ont été saisis à la main, ils restent tels quels.`,
    remedy:
      'Pour prendre les nombres du fichier, videz ces jours dans Données, Jours relevés, puis réimportez-le.',
  }),
  'more-problems': ({ listed, total }) => ({
    reason: `${number(total)} lignes sont à regarder ; les ${number(listed)} premières sont listées.`,
    remedy: 'Corrigez-les et importez de nouveau pour voir les suivantes.',
  }),
};
