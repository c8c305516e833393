import type { DocumentType } from '../../../db/import/problem.ts';
import { clockTime, formatNumber, plural } from './format.ts';
import type { ProblemTexts } from './problem-texts.ts';

const rows = (count: number) => `${formatNumber(count, 'fr')} ${plural(count, 'fr', 'ligne', 'lignes')}`;

const documents: Readonly<Record<DocumentType, string>> = {
  numbers: 'C’est un document Numbers (Apple).',
  xlsb: 'C’est un classeur Excel binaire (.xlsb).',
  word: 'C’est un document de texte ou de présentation, pas un tableau.',
  'web-page': 'C’est une page web sans tableau.',
  'web-archive': 'C’est une page web archivée (.mht).',
};

const waysOut: Readonly<Record<DocumentType, string>> = {
  numbers: 'Dans Numbers, choisissez Fichier › Exporter vers › Excel, puis importez ce fichier.',
  xlsb: 'Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis importez ce fichier.',
  word: 'Copiez le tableau dans un tableur, enregistrez-le au format .xlsx ou CSV, puis importez ce fichier.',
  'web-page': 'Exportez le tableau au format .xlsx ou CSV, puis importez ce fichier.',
  'web-archive':
    'Ouvrez-la dans un tableur, enregistrez-la au format .xlsx ou CSV, puis importez ce fichier.',
};

/** What an import reports of cells, and of what a workbook hides, French. */
export const cellProblems = {
  'other-document': ({ type }) => ({ reason: `${documents[type]}`, remedy: `${waysOut[type]}` }),
  'formula-without-result': {
    reason: 'Cette case est une formule dont le résultat n’est pas dans le fichier.',
    remedy:
      'Ouvrez le fichier dans Excel ou LibreOffice, laissez-le recalculer, enregistrez-le, puis importez-le de nouveau.',
  },
  'cell-error': {
    reason: 'Cette case contient une erreur de calcul du tableur.',
    remedy:
      'Corrigez la formule dans le tableur, enregistrez, puis importez de nouveau ; les autres lignes sont gardées.',
  },
  'not-a-date': {
    reason: 'Ce n’est pas une date.',
    remedy:
      'Écrivez la date sous la forme jj/mm/aaaa (par exemple 01/09/2025), puis importez de nouveau ; les autres lignes sont gardées.',
  },
  'date-without-year': {
    reason: 'L’année manque dans cette date.',
    remedy:
      'Ajoutez l’année dans les dates, dans un titre (Année 2025-2026) ou dans le nom du fichier, puis importez de nouveau.',
  },
  'weekday-mismatch': {
    reason: 'Le jour de la semaine n’est pas celui de cette date.',
    remedy: 'Corrigez la date ou le jour, puis importez de nouveau ; les autres lignes sont gardées.',
  },
  'day-month-mixed': {
    reason:
      'Cette date se lit dans les deux sens (jour ou mois en premier), et la colonne contient les deux.',
    remedy: 'Choisissez l’ordre du jour et du mois, ou écrivez toutes les dates sous la forme jj/mm/aaaa.',
  },
  'ambiguous-count': {
    reason: 'Ce nombre peut avoir un séparateur de milliers ou une virgule décimale.',
    remedy: 'Choisissez le signe des décimales, ou écrivez le nombre sans point ni virgule.',
  },
  'sheet-hidden': {
    reason: 'Cette feuille est masquée : elle n’a pas été lue.',
    remedy: 'Pour la lire, affichez-la dans le tableur, enregistrez, puis importez de nouveau.',
  },
  'rows-hidden': ({ rows: count }) => ({
    reason: `${rows(count)} ${plural(count, 'fr', 'est masquée', 'sont masquées')} dans le tableur : non ${plural(count, 'fr', 'lue', 'lues')}.`,
    remedy: 'Pour les lire, retirez le filtre ou affichez ces lignes, enregistrez, puis importez de nouveau.',
  }),
  'columns-hidden': ({ columns }) => ({
    reason: `Colonnes masquées dans le tableur, non lues : ${columns.join(', ')}.`,
    remedy: 'Pour les lire, affichez ces colonnes, enregistrez, puis importez de nouveau.',
  }),
  'dates-in-both-orders': {
    reason:
      'La colonne mélange deux ordres : jour puis mois, et mois puis jour. Seules les dates sans ambiguïté ont été lues.',
    remedy:
      'Choisissez l’ordre du jour et du mois si tout le fichier a le même, ou corrigez les dates dans le fichier.',
  },
  'dates-swapped': {
    reason:
      'Dans cette colonne, le tableur avait inversé le jour et le mois d’une partie des dates : elles ont été remises à l’endroit, d’après les autres.',
    remedy: 'Vérifiez la première et la dernière date ; si elles sont fausses, annulez l’import.',
  },
  'dates-in-utc': ({ minutes }) => ({
    reason: `Les dates sont écrites en heure UTC, toutes à ${clockTime(minutes)} : c’est minuit dans un autre fuseau, le jour suivant a été lu.`,
    remedy: 'Vérifiez la première et la dernière date ; si elles sont fausses, annulez l’import.',
  }),
  'years-found': ({ year, firstMonth, by }) => ({
    reason: `Dates sans année : ${firstMonth === 1 ? year : `${year}-${year + 1}`}, d’après ${by === 'title' ? 'le titre ou le nom du fichier' : 'les jours de la semaine'}.`,
    remedy:
      'Vérifiez la première et la dernière date ; si elles sont fausses, ajoutez l’année dans le fichier.',
  }),
  'thousands-sign': {
    reason: 'Le signe de ce nombre a été lu comme séparateur de milliers, d’après toute la colonne.',
    remedy: 'Si c’est une décimale, choisissez le signe des décimales et importez de nouveau.',
  },
  'count-with-words': {
    reason: 'Le nombre a été pris dans un texte.',
    remedy: 'Vérifiez ce nombre.',
    ofMany: { reason: 'Des nombres ont été pris dans des textes.', remedy: 'Vérifiez ces nombres.' },
  },
  'encoding-unsure': ({ encoding, other }) => ({
    reason: `Les accents de ce fichier se lisent aussi bien en ${encoding} qu’en ${other} : ${encoding} a été choisi.`,
    remedy: 'Vérifiez les noms ; s’ils sont faux, choisissez l’autre encodage.',
  }),
  'encoded-twice': {
    reason: 'Les accents de ce fichier étaient encodés deux fois (« Ã© » pour « é ») : ils ont été rétablis.',
    remedy: 'Vérifiez les noms.',
  },
  'letters-lost': {
    reason: 'Des lettres de ce texte ont été perdues avant l’import ; il a été lu tel quel.',
    remedy: 'Exportez de nouveau le fichier en UTF-8 ou en classeur Excel, puis importez-le.',
    ofMany: {
      reason: 'Des lettres de ces textes ont été perdues avant l’import ; ils ont été lus tels quels.',
      remedy: 'Exportez de nouveau le fichier en UTF-8 ou en classeur Excel, puis importez-le.',
    },
  },
  'entities-decoded': {
    reason: 'Les accents de ce fichier étaient écrits en codes de page web (HTML) : ils ont été rétablis.',
    remedy: 'Vérifiez les noms.',
  },
  'stray-bytes': ({ bytes }) => ({
    reason: `Encodage mélangé : ${formatNumber(bytes, 'fr')} ${plural(bytes, 'fr', 'caractère n’est', 'caractères ne sont')} pas en UTF-8 ; lu comme du Windows-1252.`,
    remedy: 'Vérifiez les noms accentués.',
  }),
} as const satisfies Partial<ProblemTexts>;
