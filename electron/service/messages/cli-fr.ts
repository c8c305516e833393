import { domainWords } from '../../api/domain-words.ts';
import { backupCommands, backups, record } from './cli-backups-fr.ts';
import { calendarCommands, calendarWords, days as serviceDays } from './cli-calendar-fr.ts';
import { libraryCommands, libraryWords } from './cli-library-fr.ts';
import { lowDaysCommands, lowDaysWords } from './cli-low-days-fr.ts';
import { orderCommands, orders } from './cli-orders-fr.ts';
import { serve } from './cli-serve-fr.ts';
import { dishBacktest } from './dish-backtest-fr.ts';
import { formatNumber, plural } from './format.ts';
import { impactCommands } from './impact-fr.ts';
import { weighCommands } from './weighings-fr.ts';

const number = (value: number) => formatNumber(value, 'fr');
const rows = (count: number) => `${number(count)} ${plural(count, 'fr', 'ligne', 'lignes')}`;
const days = (count: number) => `${number(count)} ${plural(count, 'fr', 'jour relevé', 'jours relevés')}`;

const period = {
  '--from DATE': 'premier jour, AAAA-MM-JJ',
  '--to DATE': 'dernier jour, AAAA-MM-JJ',
};
const serviceLevel = {
  '--service-level Q': 'part des jours sans repas manquant, de 0,50 à 0,95',
  '--costs M/G': 'ou coût d’un repas manquant / d’un repas gaspillé, par exemple 5,80/1,45',
};

/** Texts of the command line, French. */
export const cli = {
  colon: ' :',
  percent: (share: number) => `${number(share * 100)} %`,
  usage: (program: string, rest: string) => `Usage : ${program} ${rest}`,
  commandWord: 'COMMANDE [options]',
  commonOptions: 'Options communes :',
  common: {
    '--data DOSSIER': 'dossier des données (par défaut celui de l’application)',
    '--json': 'la réponse en JSON sur la sortie standard, le reste sur la sortie d’erreur',
    '--lang fr|en': 'langue des textes',
    '--help': 'cette aide',
  } as Record<string, string>,
  moreHelp: 'L’aide d’une commande : bonne-mesure COMMANDE --help',
  exitCodes:
    'Code de sortie : 0 fait ; 1 fait, mais des lignes ou des sites sont refusés (listés) ; 2 rien n’est fait.',
  commands: {
    import: {
      summary: 'Importer des fichiers, dans n’importe quel ordre.',
      line: 'FICHIER… [--kind SORTE | --mapping LECTURE.json] [--site NOM] [--answer QUESTION=RÉPONSE]… [--remember] [--dry-run]',
      options: {
        '--kind SORTE':
          'attendance, menus, enrolment, servings, site-names, sites, school-names, holidays, closures, portions, packs',
        '--mapping LECTURE.json':
          'sorte, colonnes (à partir de 0), encodage, ordre des dates… de ces fichiers',
        '--answer QUESTION=RÉPONSE':
          'lines=sum|first, sheets=sum|sites, twins=sum|first, year=2025-2026, marks=yes|no, dish-list=yes|no, new-sites=yes|no, adults=with|without, site-column=EN-TÊTE, count-column=EN-TÊTE ; feuilles de retour : conflict=file|mine, day=DATE',
        '--site NOM': 'le site de ces fichiers, où aucune colonne ne le nomme',
        '--remember': 'lire de même les prochains fichiers qui ont ces en-têtes',
        '--dry-run': 'lire et rendre compte sans rien écrire',
      } as Record<string, string>,
    },
    imports: { summary: 'Lister les imports.', line: '', options: {} as Record<string, string> },
    questions: {
      summary: 'Lister les noms à identifier, dont les lignes sont en attente.',
      line: '',
      options: {} as Record<string, string>,
    },
    counts: {
      summary: 'Lister les nombres de repas invraisemblables en attente, les accepter ou les écarter.',
      line: '[--site SITE] [--date DATE] [--take | --aside]',
      options: {
        '--site SITE': 'ceux de ce site',
        '--date DATE': 'celui de ce jour (AAAA-MM-JJ)',
        '--take': 'les accepter tels quels',
        '--aside': 'les écarter pour de bon',
      } as Record<string, string>,
    },
    answer: {
      summary: 'Identifier un nom en attente.',
      line: 'NUMÉRO (--site SITE | --followers SITES | --new | --open) [--kind site|school]',
      options: {
        '--site SITE': 'c’est ce site (nom ou numéro)',
        '--followers SITES': 'ces sites, séparés par des points-virgules, suivent ces menus',
        '--new': 'c’est un nouveau site',
        '--open': 'sans réponse : ses lignes restent, ou retournent, en attente',
        '--kind site|school': 'nom de site ou d’école, quand le numéro ne suffit pas',
      } as Record<string, string>,
    },
    profiles: {
      summary: 'Lister, exporter, retirer les profils d’import.',
      line: '[--remove NUMÉRO | --export FICHIER | --import FICHIER]',
      options: {
        '--remove NUMÉRO': 'retirer celui-ci',
        '--export FICHIER': 'les écrire dans un fichier JSON',
        '--import FICHIER': 'importer ceux d’un autre poste',
      } as Record<string, string>,
    },
    undo: { summary: 'Annuler un import.', line: 'IMPORT', options: {} as Record<string, string> },
    plan: {
      summary: 'Prévoir et commander, par site et par jour.',
      line: '--from DATE --to DATE [--as-of DATE] [--dishes] [--service-level Q | --costs M/G]',
      options: {
        ...period,
        '--as-of DATE': 'dernier jour connu (par défaut aujourd’hui ou la veille du premier jour)',
        '--dishes': 'aussi les quantités par plat\u00a0: portions, poids, colis, arrondi',
        ...serviceLevel,
      } as Record<string, string>,
    },
    backtest: {
      summary: 'Essayer le modèle sur une période passée et mesurer les écarts.',
      line: '--from DATE --to DATE (--lead N | --rules) [--dishes] [--service-level Q | --costs M/G] [--out FICHIER.csv]',
      options: {
        ...period,
        '--lead N': 'jours entre le dernier jour connu et le jour servi',
        '--rules': 'la règle de commande de chaque site fixe ce qui était connu (--lead, ou 7, sans règle)',
        ...serviceLevel,
        '--dishes': dishBacktest.option,
        '--out FICHIER.csv': 'écrire une ligne par site et par jour',
      } as Record<string, string>,
    },
    ...backupCommands,
    ...libraryCommands,
    ...lowDaysCommands,
    ...calendarCommands,
    ...impactCommands,
    ...weighCommands,
    ...orderCommands,
    rules: {
      summary: 'Lister ou changer les règles de commande.',
      line: '[--site SITE] [--days N --at HH:MM | --rule JSON]',
      options: {
        '--site SITE': 'nom ou numéro du site (par défaut tous ceux qui n’ont pas leur règle)',
        '--days N --at HH:MM': 'commande N jours avant, à cette heure',
        '--rule JSON': 'règle par semaine, comme orderRules.save la reçoit ; null retire la règle',
      } as Record<string, string>,
    },
    export: {
      summary:
        'Écrire relevés, commandes, production ou livraisons en un tableau, ou des feuilles de retour.',
      line: '--kind attendance|menus|servings|enrolment|sites|site-names|school-names|closures|packs|portions --out FICHIER.(csv|xlsx), ou --kind model --out FICHIER.xlsx, ou --kind supplier|kitchen|delivery --from DATE --to DATE [--kitchen N] [--service-level Q | --costs M/G] [--sent | --corrections] --out FICHIER.(xlsx|csv|pdf|html), ou --kind return-sheet [--site SITE] --from DATE --to DATE --out FICHIER.(xlsx|zip)',
      options: {
        '--kind SORTE':
          'le contenu à écrire\u202f; model : classeur à remplir, ou supplier : bons de commande ; kitchen : production ; delivery : livraisons par site',
        ...period,
        '--kitchen N': 'numéro de la cuisine (par défaut toutes)',
        '--site SITE': 'la feuille de retour de ce site ; sans lui, une archive de tous les sites',
        ...serviceLevel,
        '--sent': 'noter les bons de commande comme envoyés',
        '--corrections': 'les corrections depuis l’envoi, notées comme envoyées',
        '--out FICHIER': 'le fichier à écrire ; sa fin choisit le format',
      } as Record<string, string>,
    },
    reconcile: {
      summary: 'Comparer les réponses des fournisseurs aux bons de commande.',
      line: 'FICHIER… [--confirm]',
      options: {
        '--confirm': 'accepter ces quantités : la feuille de production montre ce qui manquera',
      } as Record<string, string>,
    },
    portions: {
      summary: 'Lister les portions en vigueur, ou changer un facteur d’achat.',
      line: '[--food ALIMENT | --dish PLAT --factor N]',
      options: {
        '--food ALIMENT': 'un aliment de la liste',
        '--dish PLAT': 'un plat des menus',
        '--factor N': 'poids cru à acheter pour 1 de servi, de 0,3 à 4 ; vide, la valeur par défaut',
      } as Record<string, string>,
    },
    sheet: {
      summary: 'Écrire la feuille d’un jour.',
      line: '--date DATE [--kind production|delivery|roll-call] [--site SITE | --kitchen N] [--service-level Q | --costs M/G] --out FICHIER.(html|pdf|csv|xlsx)',
      options: {
        '--date DATE': 'le jour, AAAA-MM-JJ',
        '--kind SORTE':
          'production : quantités par plat ; delivery : bons de livraison ; roll-call : appel (par défaut les commandes du jour)',
        '--site SITE': 'nom ou numéro du site (par défaut tous)',
        '--kitchen N': 'numéro de la cuisine, et tous ses sites',
        ...serviceLevel,
        '--out FICHIER': 'le fichier à écrire ; sa fin choisit le format',
      } as Record<string, string>,
    },
    sample: {
      summary: 'Ouvrir les cantines d’exemple dans un dossier de données vide.',
      line: '',
      options: {} as Record<string, string>,
    },
    serve: {
      summary: 'Ouvrir Bonne Mesure dans le navigateur de cet ordinateur.',
      line: '[--port N] [--open]',
      options: {
        '--port N': 'port d’écoute (par défaut un port libre)',
        '--open': 'ouvrir le navigateur',
      } as Record<string, string>,
    },
    check: {
      summary: 'Vérifier les données.',
      line: '[--remove-impossible]',
      options: {
        '--remove-impossible':
          'retirer ce qui est noté pour un jour hors de 1990–2069, ou d’un nombre hors de toute mesure',
      } as Record<string, string>,
    },
  },
  stages: {
    read: 'Lecture des fichiers',
    write: 'Écriture',
    load: 'Lecture des données',
    fit: 'Calcul du modèle',
    forecast: 'Prévision',
    backtest: 'Essai sur le passé',
    copy: 'Copie des données',
    check: 'Contrôle des données',
  },
  unknownCommand: (name: string, known: readonly string[]) =>
    `La commande « ${name} » n’existe pas. Commandes : ${known.join(', ')}.\nRien n’a été fait. Aide : bonne-mesure --help`,
  unknownOption: (option: string) => `L’option ${option} n’existe pas. Rien n’a été fait.`,
  badOption: (option: string) => `L’option ${option} n’est pas utilisable ainsi. Rien n’a été fait.`,
  unknownLanguage: (language: string) => `Langue inconnue : ${language}. Choisissez fr ou en.`,
  missingOption: (option: string) => `Il manque l’option ${option}. Rien n’a été fait.`,
  missingWord: 'Il manque un nom ou un numéro après la commande. Rien n’a été fait.',
  extraWord: (word: string) => `« ${word} » est de trop. Rien n’a été fait.`,
  notANumber: (option: string, value: string) =>
    `${option} : « ${value} » n’est pas un nombre. Rien n’a été fait.`,
  badCosts: (value: string) =>
    `--costs : « ${value} » n’est pas deux coûts, par exemple 5,80/1,45. Rien n’a été fait.`,
  notAnImport: (word: string) => `« ${word} » n’est pas un numéro d’import. Rien n’a été fait.`,
  seeHelp: (name: string) => `Aide : bonne-mesure ${name} --help`,
  written: (file: string) => `Écrit : ${file}`,
  counts: {
    read: 'Lues',
    imported: 'Nouvelles',
    updated: 'Mises à jour',
    unchanged: 'Inchangées',
    refused: 'Refusées',
    asked: 'En attente',
  },
  import: {
    answerWith: 'Réponse\u00a0:',
    number: 'N°',
    at: 'Date',
    file: 'Fichier',
    files: 'Fichiers',
    kind: 'Contenu',
    notRecognised: 'non reconnu',
    lines: (count: number) => plural(count, 'fr', 'ligne', 'lignes'),
    ofRows: (count: number, reason: string) => `${rows(count)} : ${reason}`,
    value: (value: string) => `« ${value} »`,
    more: (count: number) => `et ${number(count)} de plus, --json donne tout`,
    dryRun: 'Essai : rien n’a été écrit.',
    withoutMeals: (empty: number, marked: number) =>
      `Parmi les nouvelles, sans repas\u00a0: ${number(empty)} vides, ${number(marked)} avec une mention (grève, fermé…).`,
    nothingNew: 'Rien n’a changé dans les données.',
    done: (batch: number) => `Import ${batch} enregistré. Pour l’annuler : bonne-mesure undo ${batch}`,
    none: 'Aucun import.',
  },
  undone: ({ batch, restored, kept }: { batch: number; restored: number; kept: number }) =>
    `Import ${batch} annulé : ${rows(restored)} ${plural(restored, 'fr', 'rétablie', 'rétablies')}${kept > 0 ? `\u202f; ${rows(kept)} ${plural(kept, 'fr', 'conservée', 'conservées')}, parce qu’un import plus récent ${plural(kept, 'fr', 'l’a changée', 'les a changées')}` : ''}.`,
  keptSites: (sites: readonly string[]) =>
    `${plural(sites.length, 'fr', 'Ce site reste', 'Ces sites restent')}, à cause de ce qui y a été saisi\u00a0: ${sites.join(', ')}.`,
  keptOrders: (sites: readonly string[]) =>
    `Les commandes sont conservées et reviendront si un site reprend ce nom\u00a0: ${sites.join(', ')}.`,
  plan: {
    site: 'Site',
    kind: 'Type',
    order: 'Commande',
    expected: 'Attendu',
    range: 'Fourchette',
    flags: 'À savoir',
    total: 'Total',
    deadline: 'À commander avant',
    noRows: 'Aucun site à prévoir.',
    noSites: 'Aucun site n’est connu. Importez vos fichiers, ou ouvrez les exemples : bonne-mesure sample',
    refused: 'Sites sans prévision :',
    heading: (asOf: string, level: number) =>
      `Prévu avec ce qui était connu le ${asOf}, niveau de service ${number(level * 100)} %.`,
  },
  flags: domainWords.fr.flags,
  backtest: {
    forecast: 'Prévision',
    forecasts: {
      model: 'Modèle (moyenne)',
      median: 'Modèle (médiane)',
      order: 'Modèle (commande)',
      staff: 'Équipe',
      sameWeekday1: 'Dernier même jour',
      sameWeekday4: 'Moyenne de 4 semaines',
    },
    measures: {
      mae: 'Écart',
      wape: 'Écart %',
      over: 'Surplus %',
      under: 'Manque %',
      shortDays: 'Jours avec manque %',
      bias: 'Biais %',
    },
    heading: (from: string, to: string, lead: number, origins: number) =>
      `Du ${from} au ${to}, ${number(lead)} ${plural(lead, 'fr', 'jour', 'jours')} avant, ${number(origins)} ${plural(origins, 'fr', 'calcul', 'calculs')}.`,
    byRules: (from: string, to: string, lead: number, origins: number) =>
      `Du ${from} au ${to}, selon les règles de commande (sans règle, ${number(lead)} ${plural(lead, 'fr', 'jour', 'jours')} avant), ${number(origins)} ${plural(origins, 'fr', 'calcul', 'calculs')}.`,
    range: (promised: number, inside: string) => `${promised} % : ${inside} %`,
    coverage: (ranges: string) => `Repas servis dans les fourchettes de ${ranges}.`,
    leftOut: (left: { strike: number; closure: number; noStaff: number }) =>
      `Laissés de côté : grèves ${days(left.strike)}, fermetures ${days(left.closure)}, sans chiffre de l’équipe ${days(left.noStaff)}.`,
  },
  orders,
  backups,
  library: libraryWords,
  lowDays: lowDaysWords,
  calendar: calendarWords,
  days: serviceDays,
  record,
  rules: {
    none: 'Aucune règle de commande.',
    between: ' ; ',
    allSites: 'Tous les autres sites',
    lead: (days: number, at: string) =>
      days === 0
        ? `le jour même avant ${at}`
        : `${number(days)} ${plural(days, 'fr', 'jour', 'jours')} avant, ${at}`,
    weekly: (weekday: string, at: string, serves: string, weeks: number) =>
      `${weekday} ${at} pour ${serves}${weeks > 0 ? ` (${number(weeks)} ${plural(weeks, 'fr', 'semaine', 'semaines')} avant)` : ''}`,
    notJson: 'La règle n’est pas du JSON lisible. Rien n’a été fait.',
    oneWay: 'Donnez --days avec --at, ou --rule seul. Rien n’a été fait.',
  },
  sheet: {
    unknownFormat: (file: string, formats: readonly string[]) =>
      `${file} : le format est inconnu. Terminez le nom par .${formats.join(', .')}.`,
    severalSites: (asked: string, found: readonly string[]) =>
      `Plusieurs sites correspondent à « ${asked} » : ${found.join(', ')}. Donnez le numéro.`,
  },
  sampleLoaded: (folder: string) => `Les cantines d’exemple sont prêtes dans ${folder}`,
  check: {
    ok: (folder: string, version: number) => `Les données de ${folder} sont en bon état (schéma ${version}).`,
    unlikely: 'Nombres de repas invraisemblables (rien n’a été changé) :',
    findings: 'À regarder :',
    removed: (count: number) =>
      count === 0
        ? 'Rien à retirer.'
        : `${formatNumber(count, 'fr')} ${plural(count, 'fr', 'ligne retirée', 'lignes retirées')}.`,
  },
  serve,
};
