import type { ClosureKind, SiteKind } from '../../../forecasting/domain/records.ts';
import { fold } from '../../fold.ts';
import { knownCount } from '../recognise.ts';
import { parseSiteKind } from '../site-kind.ts';
import { type TitleClass, titleClass } from './age-class.ts';

/** Words as they are compared here: capitals without accents, everything else a blank. */
export function wordsOf(text: string): string {
  return fold(text)
    .replaceAll('Œ', 'OE')
    .replace(/[^A-Z0-9€%/]+/g, ' ')
    .trim();
}

/** What stands in a count's cell on a day without service. */
export type Mark = ClosureKind | 'holiday' | 'absent';

/** What a mark says of its day. */
export const closureOfMark: Readonly<Record<Exclude<Mark, 'absent'>, ClosureKind>> = {
  strike: 'strike',
  holiday: 'closure',
  closure: 'closure',
  outing: 'outing',
};

const marks: readonly (readonly [RegExp, Mark])[] = [
  [/^(JOUR DE )?(GREVES?|STRIKES?)\b/, 'strike'],
  [
    /^(JOURS? )?(FERIES?|VACANCES|VAC|CONGES?|PONT( D(E|U)\b.*)?$|PUBLIC HOLIDAY|BANK HOLIDAY|HOLIDAYS?)\b|^(TOUSSAINT|ARMISTICE|ASCENSION|ASSOMPTION|NOEL|JOUR DE L AN|LUNDI DE (PAQUES|PENTECOTE)|FETE (DU TRAVAIL|NATIONALE)|VICTOIRE( DE)? 1945|11 NOVEMBRE|1 ?(ER)? MAI|8 MAI|14 JUILLET|25 DECEMBRE|1 ?(ER)? NOVEMBRE|1 ?(ER)? JANVIER)$/,
    'holiday',
  ],
  [
    /^(SORTIES?|PIQUE ?NIQUES?|VOYAGES?|CLASSE (VERTE|DE (NEIGE|MER|DECOUVERTE))|EXCURSION|OUTING|TRIP)\b/,
    'outing',
  ],
  [
    /^(CANTINE |ECOLE |SITE )?(FERMES?|FERMEES?|FERMETURES?|FERM|CLOSED|CLOSURE|NEIGE|INTEMPERIES?|CANICULE|(JOURNEE|DEMI JOURNEE) PEDAGOGIQUE|PAS (DE |D )?(ECOLE|CANTINE|CLASSE|SERVICE|REPAS))\b/,
    'closure',
  ],
  [/^(ABS|ABSENTS?|ABSENTES?|NEANT|RAS|SANS|NO SERVICE)$/, 'absent'],
];

export function parseMark(cell: string): Mark | null {
  const words = wordsOf(cell);
  return words.length > 40 ? null : (marks.find(([pattern]) => pattern.test(words))?.[1] ?? null);
}

const sums =
  /^(S ?\/ ?TOTAL|S ?\/ ?T|SS TOTAL|SOUS TOTA(L|UX)|(NB |NOMBRE |MONTANT )?TOTAL|TOTAUX|T O T A L|GRAND TOTAL|TTL|(A )?REPORT(ER)?|CUMULS?|MOYENNES?|MOY|SOMMES?|SUM|SUBTOTAL|AVERAGE|MEAN|MEDIANE?|MAXIMUM|MINIMUM|ECART|RECAP\w*)\b/;
const wholes =
  /^(ENSEMBLE( (DES|DE LA|DU) .*)?|TOUS( (LES )?(SITES?|RESTAURANTS?))?|TOUTES( (LES )?(ECOLES|CANTINES))?|GENERAL|GLOBAL|ALL( (SITES?|SCHOOLS?))?|OVERALL)$/;

/** "=SOMME(A1:A9)", with or without the apostrophe of an export: a text that was not computed, and no title. */
const formulaCall = /^\s*'*=\s*[\p{L}.]+\(/u;

/** A line's or column's title that says it adds up, or averages, others. */
export function isSumTitle(title: string): boolean {
  if (formulaCall.test(title)) {
    return false;
  }
  const words = wordsOf(title);
  return sums.test(words) || wholes.test(words);
}

const className =
  /^((CLASSE|NIVEAU|GROUPE|TABLE|YEAR|GRADE|CLASS) )?(T?PS|MS|GS|CP|CE ?[12]?|CM ?[12]?|ULIS|UPE2A|TPS|[3-6] ?(E|EM|EME|IEME)|RECEPTION|YEAR \d+|GRADE \d+|PETITE SECTION|MOYENNE SECTION|GRANDE SECTION)( ?[A-F]| ?[12])?$/;

/** The class of a school, as CP, "CE1-CE2" or "Grande section"; "Mme Petit" is called by her name. */
export function isClass(cell: string): boolean {
  const words = wordsOf(cell);
  return (
    className.test(words) ||
    className.test(/^(.+?) (?:M|MME|MR|MLLE|MRS|MS|MISS) [A-Z]/.exec(words)?.[1] ?? '') ||
    /^(CLASSE (DE |DU )?)?(M|MME|MR|MONSIEUR|MADAME|MLLE|MRS|MS|MISS) [A-Z]/.test(words) ||
    (/[ /]/.test(words) && words.split(/[ /]+/).every((word) => className.test(word)))
  );
}

const lunches =
  /\b(CANTINE|DEJEUNERS?|RESTAURATION|RESTAURANT|REPAS|MIDI|MERIDIENNE|LUNCH(ES)?|SELF|DEMI PENSION(NAIRES?)?)\b/;
const otherServices =
  /\b(GARDERIES?|PERISCOLAIRES?|ETUDES?|GOUTERS?|PETITS? DEJ\w*|COLLATIONS?|DINERS?|SOUPERS?|ACCUEIL|MATIN(EE)?|SOIR(EE)?|ALSH|CLSH|NAP|TAP|APC|AIDE AUX DEVOIRS|TRANSPORTS?|BUS|CAR|LOISIRS?|ATELIERS?|PISCINE|APS|MERCREDIS?|PORTAGES?|BREAKFASTS?|SNACKS?|DINNERS?|SUPPERS?|WRAPAROUND|AFTER SCHOOL|CLUB)\b/;

/** What a portal sells: a lunch, something else, or `null`: the words do not say. */
export function serviceOf(cell: string): 'lunch' | 'other' | null {
  const words = wordsOf(cell);
  // "Repas du soir" is none; "Petit déjeuner" holds a lunch's word.
  if (/\b(SOIR|PETITS? DEJ\w*|GOUTERS?|MATIN)\b/.test(words)) {
    return /\b(MIDI|CANTINE)\b/.test(words) && !/\b(GOUTERS?|GARDERIE)\b/.test(words) ? 'lunch' : 'other';
  }
  return lunches.test(words) ? 'lunch' : otherServices.test(words) ? 'other' : null;
}

export type Measure = 'served' | 'staff' | 'enrolled' | 'absent' | 'other';

const measures: readonly (readonly [RegExp, Measure])[] = [
  [
    /€|%|\b(PRIX|MONTANTS?|TARIFS?|COUTS?|EUROS?|PRICE|AMOUNT|COST|TAUX|POURCENTAGE|RATIO|KG|POIDS|GASPILLAGE|DECHETS?|TEMPERATURE|ECARTS?|VARIATION|DELTA)\b/,
    'other',
  ],
  [
    /\b(ABSENTE?S?|ABSENCES?|ABSENTEISME|AWAY|NE MANGE(NT)? PAS|NON MANGEURS?|NON (CONSOMMEE?S?|PRISE?S?|VENUE?S?|SERVIE?S?)|JETEE?S?|RESTES?|RESTANTE?S?|DESISTEMENTS?|ANNULATIONS?|ANNULEE?S?)\b/,
    'absent',
  ],
  [
    /\b(PREVUE?S?|PREV|PREVISION\w*|PREVISIBLES?|COMMANDE\w*|CDEE?S?|CMDE?S?|RESAS?|RESERVEE?S?|RESERVATIONS?|ATTENDU\w*|PLANNED|FORECAST|ORDERED|EXPECTED|BOOKED|BOOKINGS?|ESTIME\w*|THEORIQUES?)\b/,
    'staff',
  ],
  [
    /\b(REEL(LE)?S?|REALISEE?S?|SERVI(E?S)?|SERVIE$|DISTRIBUEE?S?|PRESENTE?S?|PRESENCES?|POINTEE?S?|POINTAGES?|CONSOS?|CONSOMMEE?S?|CONSOMMATIONS?|FREQUENTATIONS?|FACTUREE?S?|PRIS|MANGE(NT|URS?)?|RATIONNAIRES?|CONSTATEE?S?|LIVREE?S?|SERVED|EATEN|ATTENDED|ATTENDANCE|ACTUAL|PRESENT|TAKEN)\b/,
    'served',
  ],
  [/\b(INSCRITE?S?|INSCRIPTIONS?|ENROLLED|ENROLMENT|CAPACITES?|PLACES)\b/, 'enrolled'],
];

const counting =
  /\b(REPAS|COUVERTS?|CONVIVES?|NB|NBR|NBRE|NOMBRES?|QUANTITES?|QTES?|QTE|EFFECTIFS?|ENFANTS?|ELEVES?|RATIONS?|PLATEAUX|DEMI PENSIONNAIRES?|DP|MEALS?|COVERS?|COUNTS?|CHILDREN|PUPILS?|DINERS?|QUANTITY|NUMBER|TOTAL|TOTAUX|CANTINE|MIDI|SERVICE)\b/;
const little = /\b(DES?|DU|D|LES?|LA|L|A|AU|AUX|PAR|JOUR|EN|ET|POUR|OF|THE|BY|DAY|DONT|JOURNALIERE?S?)\b/g;
const adults =
  /\b(ADULTES?|PERSONNELS?|ENSEIGNANTS?|PROFESSEURS?|PROFS?|ATSEMS?|AGENTS?|ANIMATEURS?|ENCADRANTS?|ENCADREMENT|ACCOMPAGNATEURS?|SURVEILLANTS?|INTERVENANTS?|STAGIAIRES?|AESH|AVS|INVITEE?S?|COMMENSAUX|COMMENSAL|STAFF|TEACHERS?|ADULTS?|VISITORS?)\b/;

/** "Prévert adultes": the name beside what adults are called. */
export const withoutAdults = (title: string): string =>
  title
    .split(/[\s\-–(),]+/)
    .filter((word) => !adults.test(wordsOf(word)) && parseSiteKind(word) !== 'A')
    .join(' ');
const standardDiet =
  /^(STANDARDS?|NORMA(L|UX|LE|LES)|CLASSIQUES?|ORDINAIRES?|AVEC VIANDE|TRADITIONNELS?|REGULAR|NORMAL)$/;
const diet =
  /^(?:(?:SANS (PORC|VIANDE|POISSON|GLUTEN|LACTOSE|SEL|OEUFS?)|SP|SV|SSP|SSV|VG|VEGE|VEGETARIEN(NE)?S?|VEGAN|VEGETALIEN\w*|PAI|ALLERG\w*|HALAL|CASHER|KOSHER|REGIMES?( SPECIAUX| SPECIFIQUES)?|PANIERS?( REPAS)?|NO PORK|PORK FREE|NO MEAT|GLUTEN FREE|VEGETARIANS?|SUBSTITUTIONS?)(?: |$))+$/;
/** Some of the children of one canteen: no site is called so. */
const someOf =
  /^(PETITE?S?|MOYEN(NE)?S?|GRANDE?S?|GARCONS?|FILLES?|BOYS|GIRLS|(HORS )?COMMUNE|EXTERIEURE?S?|(NON )?RESIDENTS?|REGULIERE?S?|OCCASIONNEL(LE)?S?|PERMANENTE?S?|(TRANCHE|QF|QUOTIENT|T|GROUPE|GR|CLASSE|SALLE|TABLE) ?\d{1,2}|(TRANCHE|QF|GROUPE|GR|CLASSE|SALLE|TABLE) [A-H])$/;
const turn =
  /^((1|2|3) ?(ER|E|EME|IEME|ND)?|PREMIER|DEUXIEME|SECOND|FIRST) (SERVICE|TOUR|SITTING)$|^(SERVICE|TOUR|SITTING) ?[123]$/;

/** What a heading says of the counts below it. */
export interface CountTitle {
  readonly measure: Measure | null;
  /** Who eats. `part`: some of the children, to be added to the other parts. */
  readonly who: 'adults' | 'part' | null;
  readonly siteKind: SiteKind | null;
  /** Children of an age. */
  readonly titleClass: TitleClass | null;
  readonly diet: 'standard' | 'special' | null;
  readonly service: 'lunch' | 'other' | null;
  readonly sum: boolean;
  /** Words that count something, as "Repas" or "Nombre d'enfants". */
  readonly counts: boolean;
  /** What is left when all known words are taken away: a name, if anything. */
  readonly rest: string;
}

export function readCountTitle(title: string): CountTitle {
  const words = wordsOf(title);
  const known = knownCount(title);
  const measure = known ?? measures.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const without =
    known !== null
      ? ''
      : measures
          .reduce((text, [pattern]) => text.replace(new RegExp(pattern, 'g'), ' '), words)
          .replace(new RegExp(counting, 'g'), ' ');
  const rest = without
    .replace(little, ' ')
    .replace(/[^A-Z0-9]+/g, ' ')
    // "Repas 2024-2025": a year is no name.
    .replace(/^ *(20\d\d( |$))+$/, '')
    .trim();
  const kind = parseSiteKind(rest) ?? parseSiteKind(rest.replace(/ ECOLES?| /g, ''));
  const isAdults = adults.test(rest) || kind === 'A';
  const isPart =
    !isAdults && rest !== '' && (kind !== null || isClass(rest) || turn.test(words) || someOf.test(rest));
  const special = diet.test(rest) ? 'special' : null;
  const service = isPart || rest === '' ? null : serviceOf(rest);
  const isKnown =
    isAdults || isPart || special !== null || standardDiet.test(rest) || turn.test(words) || service !== null;
  const sum = isSumTitle(title);
  return {
    measure,
    who: isAdults ? 'adults' : isPart ? 'part' : null,
    siteKind: kind,
    titleClass: isPart ? titleClass(rest, kind) : null,
    diet: standardDiet.test(rest) ? 'standard' : special,
    service: service ?? (measure === null ? serviceOf(words) : null),
    sum,
    counts: counting.test(words),
    rest: isKnown || sum ? '' : rest,
  };
}

/** "Les Tilleuls - Servis", "Repas prévus Prévert": the name in a heading that says what is counted too. */
export function nameWithin(title: string): string {
  const plain = title.trim();
  const words = plain.split(/\s+/);
  const isSaid = (text: string) => {
    const { measure, counts, rest } = readCountTitle(text);
    return rest === '' && (measure !== null || counts || wordsOf(text) === '');
  };
  let [from, to] = [0, words.length];
  while (to - from > 1 && isSaid(words.slice(to - 1, to).join(' '))) {
    to--;
  }
  while (to - from > 1 && isSaid(words.slice(from, from + 1).join(' '))) {
    from++;
  }
  const name = words
    .slice(from, to)
    .join(' ')
    .replace(/^[-–:(\s]+|[-–:(\s]+$/g, '');
  const isMeasured = readCountTitle(plain).measure !== null;
  return name === '' || !isMeasured ? plain : name;
}

const siteTitles =
  /^((NOM |LIBELLE |CODE |INTITULE )?(DU |DE LA |DE L |DES )?(SITES?|LIEUX?( DE (CONSOMMATION|REPAS|RESTAURATION))?|OFFICES?|CANTINES?|RESTAURANTS?( SCOLAIRES?)?|ETABLISSEMENTS?( SCOLAIRES?)?|ECOLES?|SATELLITES?|POINTS? DE (LIVRAISON|RESTAURATION|CONSOMMATION)|GROUPES? SCOLAIRES?|STRUCTURES?|UNITES?|REFECTOIRES?|SELFS?|CLIENTS?|DESTINATAIRES?|SCHOOLS?|CANTEENS?|LOCATIONS?|PLACES?|VENUES?)( NOM| NAME)?|SITE NAME|SCHOOL NAME|NOM(ECOLE|SITE|CANTINE))$/;
export const isSiteTitle = (title: string) => siteTitles.test(wordsOf(title));

const titles = {
  service:
    /^(PRESTATIONS?|SERVICES?|ACTIVITES?|TYPE (DE )?(PRESTATION|SERVICE|REPAS|ACTIVITE)|LIBPRE|MENU REPAS TYPE|MENU TYPE REPAS|MEAL TYPE|SESSION)$/,
  class: /^(CLASSES?|NIVEAUX?|DIVISIONS?|SECTIONS?|GROUPES?|CLASS|GRADE|YEAR GROUP|TABLES?)$/,
  child:
    /^(NOM|PRENOM|NOM (ET )?PRENOM|ENFANTS?|ELEVES?|NOM (DE L )?(ENFANT|ELEVE)|CHILD|PUPIL|NAME|FAMILLE)$/,
  sector: /^(SECTEURS?|QUARTIERS?|ZONES?|CIRCUITS?|TOURNEES?|SECTOR|AREA|DISTRICT|VILLE|COMMUNE|CUISINE)$/,
  order:
    /^(N|NO|NUM|NUMERO|ID|CODE|INDEX|LIGNE|SEMAINES?|SEM|WEEK|MOIS|MONTH|ANNEES?|YEAR|TRIMESTRE|PERIODE|S)$/,
  date: /^(DATES?|JOURS?|DAY|DATE (DE |DU |D )?(CONSOMMATION|REPAS|SERVICE|PRESENCE|PRESTATION|FREQUENTATION|DEJEUNER|POINTAGE|LIVRAISON)|DATE JOUR|JOUR (DE )?(CONSOMMATION|SERVICE|REPAS)|SERVICE DATE|MEAL DATE|QUAND|LE)$/,
  event:
    /^(EVENEMENTS?|OBSERVATIONS?|REMARQUES?|COMMENTAIRES?|NOTES?|MOTIFS?|INFOS?|EVENTS?|COMMENTS?|REASON)$/,
  strike: /^(JOURS? (DE )?)?(GREVES?|STRIKES?)( MANQUANTES?)?$/,
  flag: /^(FERIES?|JOURS? FERIES?|VACANCES( SCOLAIRES)?|PONTS?|BIO|VIANDE|POISSON|LAITAGE|VEGE\w*|RAMADAN|HOLIDAY|WEEKEND)$/,
} as const;

export type ColumnTitle = keyof typeof titles;

const codeTitle =
  /^(RANG|RANK|ORDRE|ORDER|POSITION|LIGNE|TELEPHONE|TEL|PHONE|FAX|PORTABLE|MOBILE|POSTCODE|ZIP|SIRET|SIREN|UAI|RNE|INSEE|CODE|ID|IDENTIFIANT|MATRICULE|REF|REFERENCE|NUM|NUMERO)\b|^(N|NO) (BL|BONS?|FACTURES?|COMMANDES?|CLIENTS?|DOSSIERS?|FAMILLES?|BADGES?|ALLOCATAIRES?|TICKETS?|TABLES?|DEBUT|FIN)\b/;
/** What only names or numbers a line: no date, no count. */
export const isCodeTitle = (title: string) => codeTitle.test(wordsOf(title));

/** "Nom", "ID enfant", "Matricule élève": the lines are of one child each. */
export const isPersonTitle = (title: string) =>
  isTitleOf('child', title) ||
  /^(ID|IDENTIFIANT|MATRICULE|CODE|N|NO|NUM|NUMERO|BADGE) (DE L |DU |D )?(ENFANT|ELEVE|CHILD|PUPIL)$/.test(
    wordsOf(title),
  );

export function isTitleOf(role: ColumnTitle, title: string): boolean {
  return titles[role].test(wordsOf(title));
}
