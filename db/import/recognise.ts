import { fold } from '../fold.ts';
import { classFields, courseFields, type TableField } from './field.ts';
import type { ImportKind } from './problem.ts';

/** Field → index of its column. */
export type Columns = ReadonlyMap<TableField, number>;

interface Format {
  readonly kind: ImportKind;
  readonly needs: readonly TableField[];
  readonly takes: readonly TableField[];
  /** Headings that mean another thing in this kind than usually. */
  readonly reads?: Readonly<Partial<Record<TableField, RegExp>>>;
}

/** Headings, folded to letters and digits: French and English, and the known programs' own. */
const headings: Readonly<Record<TableField, RegExp>> = {
  date: /^(DATE|JOUR|DAY|DATPLGPRESAT|DATPLGPRE|MENUDATE|DATEDUREPAS|DATEREPAS|DATEDESERVICE|SERVICEDATE)$/,
  site: /^(SITENOM|NOMSITE|NOMDUSITE|SITE|NOMSAT|CANTINE|CANTINENOM|NOMCANTINE|RESTAURANT|RESTAURANTSCOLAIRE|ETABLISSEMENT|ECOLE|SCHOOL|SCHOOLNAME|CANTEEN|SITENAME|LOCATION|MENURESTAURANTNOM|SATELLITE)$/,
  siteKind:
    /^(SITETYPE|TYPESITE|TYPE|KIND|SITEKIND|LIBCON|CONVIVE|CONVIVES|TYPEDECONVIVE|CATEGORIE|NIVEAU|GUESTS?)$/,
  served:
    /^(REEL|REELS|SERVI|SERVIS|REPASSERVIS|REPASDISTRIBUES|DISTRIBUES?|EFFECTIFREEL|EFFECTIFSREELS|PRESENTS?|FREQUENTATION|FREQUENTATIONREELLE|REPAS|NOMBREDEREPAS|NBREPAS|TOTEFFREE|SERVED|SERVEDMEALS|MEALSSERVED|MEALS|ACTUAL|COUNT)$/,
  staff:
    /^(PREVISION|PREVISIONS|PREVU|PREVUS|EFFECTIFPREVU|EFFECTIFSPREVUS|REPASPREVUS|COMMANDES?|REPASCOMMANDES|FREQUENTATIONPREVUE|TOTEFFPREV|PLANNED|PLANNEDMEALS|FORECAST|ORDERED|EXPECTED)$/,
  service: /^(LIBPRE|PRESTATION|SERVICE|MENUREPASTYPE|MENUTYPEREPAS|MEALTYPE)$/,
  dish: /^(MENU|PLAT|PLATS|DISH|ITEM|RECETTE|LIBCLIFIT|MENUPLATNOM|MENUNOMPLAT|NOMDUPLAT|INTITULE|MENUITEM)$/,
  rank: /^(RANG|RANK|ORDRE|ORDER|POSITION|ORDRELIBCATFIT)$/,
  course: /^(COURSE|SERVICEPLAT|MENUPLATTYPE|MENUTYPEPLAT|COMPOSANTE|TYPEPLAT|TYPEDEPLAT)$/,
  starter: /^(ENTREE|ENTREES|HORSDOEUVRE|STARTER|STARTERS)$/,
  main: /^(PLAT|PLATS|PLATPRINCIPAL|VIANDE|VIANDEPOISSON|PLATPROTIDIQUE|MAIN|MAINCOURSE|MAINDISH)$/,
  side: /^(LEGUME|LEGUMES|LEGUMESFECULENTS?|LEGUMESETFECULENTS|FECULENTS?|GARNITURE|GARNITURES|ACCOMPAGNEMENT|ACCOMPAGNEMENTS|SIDE|SIDES|VEGETABLES?)$/,
  dairy:
    /^(LAITAGE|LAITAGES|FROMAGE|FROMAGES|FROMAGES?(OU)?LAITAGES?|FROMAGES?(OU)?YAOURTS?|PRODUITLAITIER|PRODUITSLAITIERS|DAIRY|CHEESE)$/,
  dessert: /^(DESSERT|DESSERTS|FRUITS?|DESSERTS?(OU)?FRUITS?)$/,
  bread: /^(PAIN|BREAD)$/,
  prepared: /^(PREPARES?|REPASPREPARES|PORTIONSPREPAREES|PREPARED|OFFERED)$/,
  left: /^(RESTES?|RESTANT|RESTANTS|NONSERVIS|LEFT|LEFTOVER|LEFTOVERS)$/,
  discarded: /^(JETES?|REPASJETES|PORTIONSJETEES|DISCARDED|WASTED)$/,
  school: /^(ECOLE|ECOLES|ECOLENOM|NOMECOLE|SCHOOL|SCHOOLNAME|ETABLISSEMENT)$/,
  schoolYear: /^(ANNEESCOLAIRE|ANNEE|SCHOOLYEAR|YEAR|RENTREE)$/,
  children:
    /^(EFFECTIF|EFFECTIFS|INSCRITS|ELEVES|NOMBREDELEVES|NBELEVES|CHILDREN|ENROLMENT|ENROLLMENT|ENROLLED|PUPILS)$/,
  canteen: /^(CANTINENOM|CANTINE|NOMCANTINE|CANTEEN|CANTEENNAME)$/,
  canteenKind: /^(CANTINETYPE|TYPECANTINE|CANTEENTYPE|CANTEENKIND)$/,
  sector: /^(SECTEURS?|QUARTIERS?|SECTOR|AREA|CUISINE|CIRCUIT|TOURNEE)$/,
  capacity: /^(CAPACITE|PLACES|CAPACITY|SEATS|CAPACITEDACCUEIL)$/,
  firstDay: /^(DATEDEBUT|DATEDEDEBUT|DEBUT|STARTDATE|START|FIRSTDAY|FROM)$/,
  lastDay: /^(DATEFIN|DATEDEFIN|FIN|ENDDATE|END|LASTDAY|TO)$/,
  zone: /^(ZONE|ZONES)$/,
  holiday: /^(VACANCESNOM|DESCRIPTION|NOM|LIBELLE|NAME|HOLIDAY|VACANCES)$/,
  population: /^(POPULATION)$/,
  location: /^(LOCATION|ACADEMIE|ACADEMIES)$/,
  event: /^(EVENEMENT|EVENEMENTS|MOTIF|RAISON|EVENT|REASON|TYPE|CLOSURE|FERMETURE)$/,
  strike: /^(GREVES?|GREVESMANQUANTES|JOURDEGREVE|STRIKES?)$/,
  absent: /^(ABSENTS?|ENFANTSABSENTS|ABSENT|AWAY|CHILDRENAWAY)$/,
  announced: /^(ANNONCE|ANNONCEE|ANNONCELE|DATEANNONCE|ANNOUNCED|KNOWNON|CONNULE)$/,
  food: /^(ALIMENTS?|DENREES?|ALIMENTOUPLAT|PLATOUALIMENT|FOODS?|FOODORDISH|DISHORFOOD)$/,
  unit: /^(UNITE|UNITES|UNIT|UNITS)$/,
  // A column of a class says portions only beside foods: elsewhere it counts guests.
  maternelle: /^(PORTIONMATERNELLE|PORTIONNURSERY)$/,
  elementaire: /^(PORTIONELEMENTAIRE|PORTIONPRIMARY)$/,
  college: /^(PORTIONCOLLEGE|PORTIONSECONDARY)$/,
  adult: /^(PORTIONADULTES?|PORTIONADULTS?)$/,
  total: /^(TOTAL(DES)?ENFANTS|ALLCHILDREN|CHILDRENINTOTAL)$/,
  covers: /^(TOTAL(DES)?COUVERTS|ALLCOVERS|COVERSINTOTAL)$/,
  loss: /^(PERTE|PERTES|PERTEALACUISSON|PERTECUISSON|COOKINGLOSS|LOSS)$/,
  factor: /^(FACTEUR|FACTEURDACHAT|COEFFICIENT|COEFFICIENTDACHAT|PURCHASEFACTOR|FACTOR)$/,
  nature: /^(NATURE|TYPE)$/,
  origin: /^(ORIGINE|ORIGIN)$/,
  supplier: /^(FOURNISSEURS?|SUPPLIERS?|VENDOR)$/,
  size: /^(CONDITIONNEMENTS?|CONTENANTS?|COLIS|TAILLES?|EMBALLAGES?|PACKS?|PACKSIZES?|SIZES?|CONTAINERS?)$/,
  content:
    /^(CONTENUS?|CONTENANCES?|CONTENUDUCOLIS|QUANTITEPARCOLIS|POIDSDUCOLIS|CONTENTS?|HOLDS|PACKCONTENT)$/,
  minimum: /^(MINIMUM|MINIMUMPARCOMMANDE|MINIMUMDECOMMANDE|MINIMUMORDER|ORDERMINIMUM)$/,
  price: /^(PRIX|PRIXUNITAIRE|PRIXDUCOLIS|PRIXEUR|PRIXEUROS|PRIXTTC|PRICE|PRICEEUR|UNITPRICE|PACKPRICE)$/,
  keeps: /^(SEGARDE|SECONSERVE|SURPLUSGARDE|KEEPS|CANBEKEPT)$/,
};

/** Titles of a table of portions, or of packs. */
const foodTitles: Format['reads'] = {
  food: /^(ALIMENTS?|DENREES?|PRODUITS?|ALIMENTOUPLAT|PLATOUALIMENT|PLATS?|FOODS?|FOODORDISH|DISHORFOOD|DISH|DISHES)$/,
  maternelle: /^(PORTION)?(MATERNELLES?|MAT|NURSERY|M)(G|ML|GRAMMES?)?$/,
  elementaire: /^(PORTION)?(ELEMENTAIRES?|ELEM|PRIMAIRE|ELEMENTARY|PRIMARY|E)(G|ML|GRAMMES?)?$/,
  college: /^(PORTION)?(COLLEGES?|COLLEGIENS?|SECONDARY|LOWERSECONDARY|C)(G|ML|GRAMMES?)?$/,
  adult: /^(PORTION)?(ADULTES?|ADULTS?|A)(G|ML|GRAMMES?)?$/,
};

/** Titles of diners beside the children in one. */
const dinerTitles: Format['reads'] = {
  maternelle: /^(MATERNELLES?|MAT|NURSERY)$/,
  elementaire: /^(ELEMENTAIRES?|ELEM|PRIMARY)$/,
  college: /^(COLLEGES?|SECONDARY)$/,
  adult: /^(ADULTES?|ADULTS?)$/,
};

/** Only with a column of one class at least. */
const portionFormats: readonly Format[] = classFields.map((needed) => ({
  kind: 'portions',
  needs: ['food', 'unit', needed],
  takes: [...classFields.filter((field) => field !== needed), 'loss', 'factor', 'nature', 'origin'],
  reads: foodTitles,
}));

/** A pack has a name, or is called by what it holds where the supplier is named. */
const packFormats: readonly Format[] = [
  { needs: ['food', 'size', 'unit'] as const, takes: ['content', 'supplier'] as const },
  { needs: ['food', 'content', 'unit', 'supplier'] as const, takes: ['size'] as const },
].map(({ needs, takes }) => ({
  kind: 'packs',
  needs,
  takes: [...takes, ...classFields, 'minimum', 'price', 'keeps', 'nature'],
  reads: foodTitles,
}));

const otherCourses = ['dessert', 'starter', 'side', 'dairy'] as const;

/** A column per course: one beside the main dish tells it from a list of dishes, which has "Plat" alone. */
const menuFormats: readonly Format[] = otherCourses.map((needed) => ({
  kind: 'menus',
  needs: ['date', 'main', needed],
  takes: [
    'site',
    ...otherCourses.filter((course) => course !== needed),
    'bread',
    'sector',
    'siteKind',
    'service',
  ],
}));

/** Beside counts: what happened that day. */
const eventTitle = /^(EVENEMENTS?|OBSERVATIONS?|REMARQUES?|COMMENTAIRES?|MOTIFS?|EVENTS?|COMMENTS?|REASON)$/;

/** The most particular first: what has a dish and counts is no plain attendance. */
const formats: readonly Format[] = [
  ...packFormats,
  ...portionFormats,
  {
    kind: 'holidays',
    needs: ['firstDay', 'lastDay', 'zone'],
    takes: ['holiday', 'population', 'location', 'schoolYear'],
  },
  { kind: 'enrolment', needs: ['school', 'schoolYear', 'children'], takes: [] },
  {
    kind: 'site-names',
    needs: ['site', 'siteKind', 'canteen', 'canteenKind'],
    takes: [],
    reads: { site: /^(SITENOM|SITE|NOMSITE|NOMSAT|SITENAME|ALIAS|NOM|NAME)$/ },
  },
  { kind: 'school-names', needs: ['school', 'canteen', 'canteenKind'], takes: [] },
  {
    kind: 'servings',
    needs: ['date', 'site', 'dish', 'served'],
    takes: ['siteKind', 'prepared', 'left', 'discarded', 'staff'],
  },
  ...menuFormats,
  {
    kind: 'attendance',
    needs: ['date', 'site', 'served'],
    takes: ['staff', 'siteKind', 'service', 'event', ...classFields, 'total', 'covers'],
    reads: { event: eventTitle, ...dinerTitles },
  },
  // Only what is planned: the meals served come later.
  {
    kind: 'attendance',
    needs: ['date', 'site', 'staff'],
    takes: ['siteKind', 'service', 'event'],
    reads: { event: eventTitle },
  },
  {
    kind: 'menus',
    needs: ['date', 'dish'],
    takes: ['site', 'rank', 'course', 'service', 'sector', 'siteKind'],
  },
  // "Repas" heads counts, or dishes: what stands below it decides.
  {
    kind: 'menus',
    needs: ['date', 'dish'],
    takes: ['site', 'sector', 'siteKind'],
    reads: { dish: /^(REPAS|DEJEUNER|MENUDUJOUR|REPASDUJOUR|COMPOSITION|COMPOSITIONDUREPAS)$/ },
  },
  { kind: 'closures', needs: ['date', 'event'], takes: ['site', 'siteKind', 'absent', 'announced'] },
  // Days that are open or not: "Ouvert O/N", "Cantine ouverte", "Statut".
  {
    kind: 'closures',
    needs: ['date', 'event'],
    takes: ['site', 'siteKind', 'absent', 'announced'],
    reads: {
      event:
        /^(CANTINE|RESTAURANT|SITE|ECOLE|SERVICE)?(OUVERTE?S?|OUVERTURES?|OPEN|FERMEE?S?|CLOSED|STATUT|ETAT|STATUS)(ON|OUINON|YN|YESNO|10|01)?$/,
    },
  },
  { kind: 'closures', needs: ['date', 'strike'], takes: ['site', 'announced'] },
  {
    kind: 'sites',
    needs: ['canteen', 'canteenKind'],
    takes: ['sector', 'capacity'],
    reads: {
      canteen: /^(CANTINENOM|CANTINE|NOMCANTINE|CANTEEN|CANTEENNAME|SITE|SITENOM|SITENAME|NOM|NAME)$/,
      canteenKind: /^(CANTINETYPE|TYPECANTINE|CANTEENTYPE|CANTEENKIND|TYPE|KIND|SITETYPE|SITEKIND)$/,
    },
  },
];

export interface Recognition {
  readonly kind: ImportKind;
  readonly columns: Columns;
}

/** The kind whose needed columns a header has; `null` when there is none. */
export function recogniseHeader(cells: readonly string[], kind: ImportKind | null): Recognition | null {
  const folded = cells.map(foldHeading);
  for (const format of formats) {
    if (kind === null || format.kind === kind) {
      const columns = columnsOf(format, folded);
      if (format.needs.every((field) => columns.has(field))) {
        return { kind: format.kind, columns };
      }
    }
  }
  return null;
}

/** The needed fields of a kind that a header lacks; of its nearest format when it has several. */
export function missingFields(cells: readonly string[], kind: ImportKind): readonly TableField[] {
  return lackingFields(guessColumns(cells, kind), kind);
}

/** What headings say about the columns of a kind, though needed ones may be missing. */
export function guessColumns(cells: readonly string[], kind: ImportKind): Columns {
  const folded = cells.map(foldHeading);
  const guesses = formatsOf(kind).map((format) => {
    const columns = columnsOf(format, folded);
    return { columns, lacks: format.needs.filter((field) => !columns.has(field)).length };
  });
  return guesses.reduce((best, next) => (next.lacks < best.lacks ? next : best)).columns;
}

/** The needed fields of a kind that have no column; of its nearest format when it has several. */
export function lackingFields(columns: Columns, kind: ImportKind): readonly TableField[] {
  return formatsOf(kind)
    .map((format) => format.needs.filter((field) => !columns.has(field)))
    .reduce((best, next) => (next.length < best.length ? next : best));
}

/** The count that a known program's heading names. */
export function knownCount(cell: string): 'served' | 'staff' | null {
  const folded = foldHeading(cell);
  const isWord = /^(REPAS|COMMANDES?|PRESENTS?)$/.test(folded);
  return isWord
    ? null
    : headings.served.test(folded)
      ? 'served'
      : headings.staff.test(folded)
        ? 'staff'
        : null;
}

/** Does a heading stand above dishes? */
export function isDishTitle(cell: string): boolean {
  const folded = foldHeading(cell);
  return (['dish', ...courseFields] as const).some((field) => headings[field].test(folded));
}

/** Every field that a table of a kind may have. */
export function fieldsOfKind(kind: ImportKind): readonly TableField[] {
  const own = formatsOf(kind);
  return [...new Set([...own.flatMap(({ needs }) => needs), ...own.flatMap(({ takes }) => takes)])];
}

function formatsOf(kind: ImportKind): readonly Format[] {
  return formats.filter((format) => format.kind === kind);
}

/** Needed fields choose first; a column serves one field. */
function columnsOf(format: Format, written: readonly string[]): Columns {
  const folded = format.kind === 'menus' ? written.map(withoutNumber) : written;
  const columns = new Map<TableField, number>();
  const taken = new Set<number>();
  for (const field of [...format.needs, ...format.takes]) {
    const pattern = format.reads?.[field] ?? headings[field];
    const index = folded.findIndex((heading, at) => !taken.has(at) && pattern.test(heading));
    if (index >= 0) {
      columns.set(field, index);
      taken.add(index);
    }
  }
  return columns;
}

/** "Entrée 1", "Entrée 2", "Plat (choix 2)": choices of one course. */
const withoutNumber = (folded: string) => folded.replace(/(NO?|CHOIX)?[1-9]$/, '');

/** The other columns of a course that has several. */
export function alternativesOf(header: readonly string[], index: number): readonly number[] {
  const folded = header.map((cell) => withoutNumber(foldHeading(cell)));
  return folded.flatMap((title, at) => (at !== index && title === folded[index] ? [at] : []));
}

function foldHeading(cell: string): string {
  return fold(cell).replace(/[^A-Z0-9]/g, '');
}
