import type { MarkedDays, ProblemCode } from '../../../db/import/problem.ts';
import type { MarkedDate, QuestionId } from '../../../db/import/table-question.ts';
import { formatNumber, plural, spelledDate } from './format.ts';
import type { ProblemTexts } from './problem-texts.ts';

const number = (value: number) => formatNumber(value, 'fr');
const date = (iso: string) => spelledDate(iso, 'fr');
const quoted = (values: readonly string[]) => {
  const shown = values.map((value) => `«\u00a0${value}\u00a0»`);
  return values.length > 8 ? `${shown.slice(0, 8).join(', ')}… (${number(values.length)})` : shown.join(', ');
};
const columns = (names: readonly string[]) =>
  names.length === 1 ? `La colonne ${quoted(names)}` : `Les colonnes ${quoted(names)}`;

const guestKinds = {
  M: 'maternelle',
  E: 'élémentaire',
  'M/E': 'maternelle et élémentaire',
  C: 'collège',
  L: 'accueil de loisirs',
  A: 'adultes',
};

const rows = (count: number) => `${number(count)}\u00a0${plural(count, 'fr', 'ligne', 'lignes')}`;

/** The question in one sentence, and what explains it. */
interface QuestionText {
  readonly question: string;
  readonly why: string;
}

const questions: Readonly<
  Record<QuestionId, (names: readonly string[], days: readonly MarkedDate[]) => QuestionText>
> = {
  site: () => ({
    question: 'Quelle cantine\u202f?',
    why: 'Aucune colonne du fichier ne nomme la cantine de ces repas.',
  }),
  'site-column': (names) => ({
    question: 'Quelle colonne nomme la cantine\u202f?',
    why: `Plusieurs s’y prêtent\u00a0: ${quoted(names)}.`,
  }),
  'count-column': (names) => ({
    question: 'Quelle colonne donne les repas servis\u202f?',
    why: `Plusieurs s’y prêtent\u00a0: ${quoted(names)}.`,
  }),
  lines: ([column = '']) => ({
    question: 'Additionner les lignes d’un même jour\u202f?',
    why:
      column === ''
        ? 'Plusieurs lignes donnent le même jour et la même cantine.'
        : `Le tableau a plusieurs lignes par jour, une par «\u00a0${column}\u00a0».`,
  }),
  sheets: (names) => ({
    question: 'Additionner ces feuilles\u202f?',
    why: `Chacune peut compter une partie des convives d’une seule cantine\u00a0: ${quoted(names)}.`,
  }),
  twins: (names) => ({
    question: 'Additionner les colonnes de même nom\u202f?',
    why: `Plusieurs colonnes portent le même nom\u00a0: ${quoted(names)}.`,
  }),
  adults: (names) => ({ question: 'Avec les adultes\u202f?', why: `${columns(names)} peut les compter.` }),
  year: () => ({
    question: 'De quelle année scolaire sont ces dates\u202f?',
    why: 'Elles sont écrites sans année.',
  }),
  marks: (_, days) => ({
    question: `${sumOfMarks(days)}. Les noter\u202f?`,
    why: 'Notés, ces jours n’entrent pas dans les habitudes.',
  }),
  'dish-list': ([cell = '']) => ({
    question: `«\u00a0${cell}\u00a0»\u00a0: plusieurs plats\u202f?`,
    why: 'Ce peut être le menu du jour dans une cellule, ou un seul plat.',
  }),
  'new-sites': () => ({
    question: 'Créer les sites que ce fichier nomme\u202f?',
    why: 'Aucun site n’est connu.',
  }),
};

const remedies: Readonly<Record<QuestionId, string>> = {
  site: 'Indiquez le nom de la cantine\u202f; rien n’est importé avant.',
  'site-column': 'Choisissez la colonne\u202f; rien n’est importé avant.',
  'count-column': 'Choisissez la colonne\u202f; rien n’est importé avant.',
  lines: 'Répondez oui pour la somme\u202f; rien n’est importé avant.',
  sheets: 'Répondez oui si c’est une seule cantine\u202f; rien n’est importé avant.',
  twins: 'Répondez oui pour la somme, non pour ne lire que la première\u202f; rien n’est importé avant.',
  adults: 'Répondez à la question\u202f; les comptes sont importés comme ils sont écrits.',
  year: 'Indiquez l’année scolaire, par exemple 2025-2026\u202f; rien n’est importé avant.',
  marks: 'Répondez à la question\u202f; sans réponse, ces jours restent sans compte.',
  'dish-list': 'Répondez oui si chaque cellule liste les plats du jour\u202f; rien n’est importé avant.',
  'new-sites':
    'Répondez oui pour les créer\u202f; sinon ces lignes attendent de savoir de quels sites il s’agit.',
};

const choices: Readonly<Record<string, string>> = {
  sum: 'Oui, additionner',
  first: 'Non, seulement la première',
  sites: 'Non, une cantine chacune',
  with: 'Avec les adultes',
  without: 'Sans les adultes',
  yes: 'Oui',
  no: 'Non',
};

const marked = ({ days, strike, holiday, closure, outing }: MarkedDays): string => {
  const parts = [
    [strike, 'grève'],
    [holiday, 'férié'],
    [closure, 'fermé'],
    [outing, 'sortie'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${word}\u00a0${number(count)}`);
  return `${number(days)}\u00a0${plural(days, 'fr', 'jour', 'jours')}\u00a0: ${told.join(', ')}`;
};

/** The same of the days themselves; a day with two marks counts once, and under both. */
const sumOfMarks = (days: readonly MarkedDate[]): string => {
  const of = (wanted: MarkedDate['mark']) => days.filter(({ mark }) => mark === wanted).length;
  return marked({
    days: new Set(days.map(({ date }) => date)).size,
    strike: of('strike'),
    holiday: of('holiday'),
    closure: of('closure'),
    outing: of('outing'),
  });
};

/** What is asked about a table as a whole, French. */
export const tableQuestions = {
  /** Each question in one sentence. */
  ask: questions,
  /** An answer in words; a name stays as it is. */
  choice: (value: string): string => choices[value] ?? value,
};

/** What a table was taken for, and what is asked about it as a whole, French. */
export const tableProblems = {
  'table-question': ({ id, names, days = [] }) => {
    const { question, why } = questions[id](names, days);
    return { reason: `${question} ${why}`, remedy: remedies[id] };
  },
  'profile-left': ({ file }) => ({
    reason: `Les colonnes indiquées pour «\u00a0${file}\u00a0», qui a les mêmes en-têtes, ne contiennent pas ici les mêmes choses\u00a0: ce fichier a été lu sans elles.`,
    remedy: 'Vérifiez les colonnes ci-dessus.',
  }),
  'titles-again': {
    reason: 'Ligne d’en-têtes répétée\u00a0: elle n’est pas comptée.',
    remedy: 'Rien à faire.',
    ofMany: { reason: 'Lignes d’en-têtes répétées\u00a0: elles ne sont pas comptées.' },
  },
  'guests-left-out': ({ kinds }) => ({
    reason: `Le fichier a un menu par type de convives\u00a0: ${kinds.map((kind) => guestKinds[kind]).join(', ')} n’a pas été lu.`,
    remedy: 'Rien à faire\u00a0: un jour n’a qu’un menu par site.',
  }),
  'page-footer': {
    reason: 'Pied de page\u00a0: il n’est pas compté.',
    remedy: 'Rien à faire.',
    ofMany: { reason: 'Pieds de page\u00a0: ils ne sont pas comptés.' },
  },
  'note-left-out': {
    reason: 'Ligne sans date ni nombre\u00a0: elle n’est pas comptée.',
    remedy: 'Rien à faire, si c’est une note ou une signature.',
    ofMany: { reason: 'Lignes sans date ni nombre\u00a0: elles ne sont pas comptées.' },
  },
  'counts-empty': ({ rows, first }) => ({
    reason: `${number(rows)}\u00a0${plural(rows, 'fr', 'ligne a', 'lignes ont')} une date et aucun compte, depuis le ${date(first)}\u00a0: ces jours restent sans compte.`,
    remedy: 'Si des repas ont été servis ces jours-là, complétez le fichier et importez-le de nouveau.',
  }),
  'site-sum-differs': ({ site, sum, read }) => ({
    reason: `«\u00a0${site}\u00a0»\u00a0: le fichier donne ${number(sum)} en tout, ses jours font ${number(read)}.`,
    remedy: 'Vérifiez qu’il ne manque pas de jours dans le fichier et qu’ils sont tous de ce site.',
  }),
  'sheet-copied': ({ sheet, other }) => ({
    reason: `La feuille «\u00a0${sheet}\u00a0» contient exactement la même chose que «\u00a0${other}\u00a0».`,
    remedy: 'Vérifiez qu’elle n’en est pas une copie restée à remplir.',
  }),
  'sum-sheet-left-out': {
    reason: 'Cette feuille récapitule les autres\u00a0: elle n’a pas été lue.',
    remedy: 'Rien à faire.',
  },
  'marks-found': (params) => ({
    reason: `${marked(params)}. Les noter\u202f?`,
    remedy: 'Répondez oui pour les noter comme fermetures\u202f; sinon ces jours restent sans compte.',
  }),
  'marks-noted': (params) => ({
    reason: `${marked(params)}\u00a0: notés comme fermetures.`,
    remedy: 'Rien à faire.',
  }),
  'counts-partly-empty': ({ lines }) => ({
    reason: `Sur ${number(lines)}\u00a0${plural(lines, 'fr', 'ligne', 'lignes')}, une partie des comptes à additionner manque.`,
    remedy: 'Vérifiez ces lignes\u00a0: la somme des comptes présents a été lue.',
  }),
  'dates-in-columns': ({ names }) => ({
    reason: `Ce tableau a une colonne par jour\u00a0: ${quoted(names)}.`,
    remedy: 'Rien à faire, si ces en-têtes sont bien les jours des repas.',
  }),
  'columns-added': ({ names }) => ({
    reason: `${columns(names)} sont additionnées\u00a0: seule leur somme est gardée.`,
    remedy: 'Vérifiez que ce sont bien des parties des enfants.',
  }),
  'diners-kept': ({ classes, classRows, adultRows }) => ({
    reason: [
      ...(classRows === 0
        ? []
        : [
            `Par tranche d’âge (${classes.map((one) => guestKinds[one]).join(', ')})\u00a0: ${rows(classRows)}, à côté du total des enfants`,
          ]),
      ...(adultRows === 0 ? [] : [`Adultes\u00a0: ${rows(adultRows)}, jamais comptés avec les enfants`]),
    ]
      .join('. ')
      .concat('.'),
    remedy: 'Rien à faire\u00a0: ces nombres sont dans Relevé et dans Données › Jours relevés.',
  }),
  'classes-left-out': ({ rows: count }) => ({
    reason: `Sur ${rows(count)}, les tranches d’âge ne donnent pas le total des enfants\u00a0: seul ce total est enregistré.`,
    remedy: 'Vérifiez ces lignes\u00a0: l’une d’elles y manque peut-être.',
  }),
  'total-differs': ({ total, parts }) => ({
    reason: `Le total est ${number(total)}, et la somme de ses parties ${number(parts)}\u00a0: ce sont les parties qui comptent.`,
    remedy: 'Vérifiez cette ligne, corrigez-la dans le fichier et importez-le de nouveau.',
  }),
  'adults-left-out': ({ names }) => ({
    reason: `${columns(names)}\u00a0: ces adultes ne sont pas comptés avec les enfants, et leur nombre n’est pas enregistré\u00a0: seuls les adultes servis le sont.`,
    remedy: 'Rien à faire\u00a0: le nombre habituel d’adultes se règle pour chaque site.',
  }),
  'sums-left-out': ({ names }) => ({
    reason: `${columns(names)}\u00a0: c’est la somme des autres, qui n’est pas comptée en plus.`,
    remedy: 'Rien à faire.',
  }),
  'filled-down': ({ names }) => ({
    reason: `${columns(names)}\u00a0: une valeur écrite une seule fois vaut pour les lignes vides au-dessous.`,
    remedy: 'Rien à faire, si c’est bien le cas.',
  }),
  'site-of-file': ({ name }) => ({
    reason: `Toutes les lignes sont du site «\u00a0${name}\u00a0».`,
    remedy: 'Rien à faire, si c’est bien lui.',
  }),
  'too-many-names': ({ limit }) => ({
    reason: `Quelle colonne nomme la cantine\u202f? Celle qui a été lue a plus de ${number(limit)}\u00a0noms.`,
    remedy: 'Choisissez la colonne des cantines\u202f; rien de ce fichier n’a été importé.',
  }),
} satisfies Partial<ProblemTexts> & Partial<Record<ProblemCode, unknown>>;
