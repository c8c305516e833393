import type { PublicHolidayName } from '../../../forecasting/calendar/public-holidays.ts';
import { fileKindNames } from '../../api/file-kinds.ts';
import { attention } from './attention-fr.ts';
import { backups } from './backups-fr.ts';
import { balance } from './balance-fr.ts';
import { calendar } from './calendar-fr.ts';
import { cli } from './cli-fr.ts';
import { dishBacktest } from './dish-backtest-fr.ts';
import { dishPlan } from './dish-plan-fr.ts';
import { errors } from './errors-fr.ts';
import { evaluation } from './evaluation-fr.ts';
import { exports } from './exports-fr.ts';
import { fieldNames } from './fields-fr.ts';
import { folders } from './folders-fr.ts';
import { foods } from './foods-fr.ts';
import { formatNumber } from './format.ts';
import { impact } from './impact-fr.ts';
import { inputFields } from './input-fields-fr.ts';
import { leaks } from './leaks-fr.ts';
import { library } from './library-fr.ts';
import { mealRecords } from './meal-records-fr.ts';
import { orderRules } from './order-rules-fr.ts';
import { orders } from './orders-fr.ts';
import { planWarnings } from './plan-warnings-fr.ts';
import { problems } from './problems-fr.ts';
import { profiles } from './profiles-fr.ts';
import { provision } from './provision-fr.ts';
import { questions } from './questions-fr.ts';
import { returnSheets } from './return-sheets-fr.ts';
import { staffFigures } from './staff-figures-fr.ts';
import { tableQuestions } from './table-questions-fr.ts';
import { weighings } from './weighings-fr.ts';

const list = (values: readonly string[]) => values.join(', ');

export const fr = {
  backups,
  balance,
  calendar,
  cli,
  dishBacktest,
  dishPlan,
  errors,
  evaluation,
  exports,
  fieldNames,
  folders,
  foods,
  inputFields,
  library,
  mealRecords,
  staffFigures,
  orderRules,
  impact,
  leaks,
  orders,
  attention,
  planWarnings,
  problems,
  kindNames: fileKindNames.fr,
  profiles,
  provision,
  questions,
  returnSheets,
  tableQuestions,
  weighings,
  /** What is wrong with one field of a request. */
  input: {
    nth: (place: number) => `n°\u00a0${place}`,
    year: 'la date est hors de 1990–2069\u00a0: vérifiez l’année.',
    date: 'une date du calendrier est attendue, écrite AAAA-MM-JJ.',
    moment: 'une date et une heure sont attendues, écrites AAAA-MM-JJTHH:MM.',
    text: 'un autre format est attendu.',
    expected: {
      string: 'un texte est attendu.',
      number: 'un nombre est attendu.',
      int: 'un nombre entier est attendu.',
      boolean: 'oui ou non est attendu.',
      object: 'un objet est attendu.',
      array: 'une liste est attendue.',
    },
    oneOf: (values: readonly string[]) => `une de ces valeurs est attendue : ${list(values)}.`,
    empty: 'il ne peut pas être vide.',
    tooLong: (maximum: number) => `au plus ${maximum} éléments ou caractères.`,
    atLeast: (minimum: number) => `au moins ${minimum.toLocaleString('fr-FR')}.`,
    atMost: (maximum: number) => `au plus ${maximum.toLocaleString('fr-FR')}.`,
    atMostDays: (maximum: number) => `au plus ${maximum} jours à la fois.`,
    beforeFrom: 'la fin précède le début.',
    levelTwice: 'donnez un niveau de service ou des coûts, pas les deux.',
    unknown: 'ce champ n’existe pas.',
    other: 'valeur inattendue.',
  },
  /** Why a site or a day has no forecast. */
  closed: {
    weekend: 'C’est un week-end.',
    'school-holiday': 'Ce sont les vacances scolaires.',
    'public-holiday': 'C’est un jour férié.',
    closure: 'Le site est fermé.',
    'no-service': 'Ce jour de la semaine n’est pas servi.',
    'out-of-use':
      'Aucun repas compté depuis plus de 300 jours\u00a0: pas de commande. Importez des relevés récents pour reprendre.',
    'not-open': 'Le site n’est pas en service ce jour-là, d’après ses dates d’ouverture et de fermeture.',
  },
  publicHolidays: {
    'new-year': 'Jour de l’an',
    'good-friday': 'Vendredi saint',
    'easter-monday': 'Lundi de Pâques',
    'labour-day': 'Fête du travail',
    'victory-1945': 'Victoire de 1945',
    'abolition-of-slavery': 'Abolition de l’esclavage',
    ascension: 'Ascension',
    'whit-monday': 'Lundi de Pentecôte',
    'national-day': 'Fête nationale',
    assumption: 'Assomption',
    'all-saints': 'Toussaint',
    'armistice-1918': 'Armistice de 1918',
    christmas: 'Noël',
    'st-stephen': 'Saint-Étienne',
  } satisfies Record<PublicHolidayName, string>,
  /** What the browser host answers to those it does not let in. */
  browser: {
    stranger:
      'Cette adresse n’ouvre pas Bonne Mesure : une adresse sert une fois. Entrée dans le terminal, ou un nouveau démarrage, en donne une nouvelle.',
    foreign: 'Cette demande ne vient pas de la page de Bonne Mesure : elle est refusée.',
  },
  /** What a check of the data finds. */
  findings: {
    damaged: (detail: string) => `Le fichier est abîmé : ${detail}`,
    brokenReference: (table: string, count: number) =>
      `Table « ${table} », lignes qui renvoient à une ligne absente : ${count}`,
    unreadableSettings: (keys: readonly string[]) =>
      `Réglages illisibles : ${list(keys.map((key) => inputFields[key] ?? key))}. Ils valent comme non réglés et peuvent être retirés.`,
    schema: {
      missing: (part: string) => `Partie manquante du fichier : ${part}`,
      foreign: (part: string) => `Partie étrangère dans le fichier : ${part}`,
      changed: (part: string) => `Partie du fichier différente de ce que fait Bonne Mesure : ${part}`,
    },
    countsDiffer: (batch: number, file: string) =>
      `Import ${batch}, ${file} : les comptes ne font pas le nombre de lignes lues.`,
    unlikelyCount: (site: string, date: string, served: number, low: number, high: number) =>
      `${site}, ${date} : ${formatNumber(served, 'fr')} repas, d’habitude ${formatNumber(low, 'fr')}–${formatNumber(high, 'fr')}`,
    impossibleDays: (what: string, count: number, date: string) =>
      `${what}, jours hors de 1990–2069\u00a0: ${count} (dont ${date}). Aucune page ne les montre\u202f; ils peuvent être retirés.`,
    impossibleAmounts: (what: string, count: number, largest: string) =>
      `${what}, nombres hors de toute mesure\u00a0: ${count} (au plus ${largest}). Ils peuvent être retirés.`,
    oddFactors: 'Facteurs d’achat à vérifier dans les portions\u00a0:',
    oddFactor: (name: string, factor: string) => `${name}\u00a0: ${factor}`,
    tables: {
      closure: 'Fermetures, grèves et sorties',
      menu_item: 'Menus importés',
      typed_menu: 'Menus saisis',
      attendance: 'Fréquentation',
      serving: 'Plats servis',
      school_holiday: 'Vacances',
      order_override: 'Commandes modifiées',
      order_version: 'Commandes validées',
      roll_call: 'Appels',
      diner_count: 'Classes et adultes des fichiers',
      meal_value: 'Relevés après le repas',
      weighing_campaign: 'Campagnes de pesée',
      supplier_order: 'Bons de commande',
      supplier_confirmation: 'Confirmations des fournisseurs',
      enrolment: 'Effectifs',
      site_guests: 'Convives des sites',
      portion_rule: 'Portions',
      pack_size: 'Conditionnements',
      pack_rule: 'Commande minimale en conditionnements',
      stock: 'Stock',
    } as Readonly<Record<string, string>>,
  },
  refusals: {
    noHistory:
      'Ni fréquentation, ni effectif, ni nombre de places connus avant ce jour : aucune prévision possible.',
    portionsAlone:
      'Portions comptées sans les convives : pas de commande de repas. Chaque plat a ses portions, sur la feuille du jour.',
  },
};
