import { tidy } from '../../fold.ts';
import { likeness } from '../../likeness.ts';
import { monthOfName } from '../date-words.ts';
import type { TableQuestion } from '../table-question.ts';
import { isFullDate } from './cells.ts';
import type { Counts } from './counts-of.ts';
import type { Knowledge } from './knowledge.ts';
import { parsePartialDate, parsePeriod, weekdayOfWord } from './periods.ts';
import type { SiteNames, Surroundings } from './table-parts.ts';
import { isSumTitle, readCountTitle, wordsOf } from './words.ts';

/** The site of a table that has no column of sites: said, or asked for with the likeliest name. */
export function siteOfTable(
  { siteNames, answers, knowledge }: Surroundings,
  counts: Counts | null,
): { name: string | null; questions: readonly TableQuestion[] } {
  if (siteNames.inBanners) {
    return { name: null, questions: [] };
  }
  const said = answers.site === undefined ? siteNames.certain : tidy(answers.site);
  if (said !== null && said !== '') {
    return { name: said, questions: [] };
  }
  const [onlyName] = counts?.groups.flatMap(({ name }) => name ?? []) ?? [];
  const likelyNames = siteNames.likely === null ? [] : [siteNames.likely];
  const only = knowledge.sites.length === 1 ? (knowledge.sites[0] ?? null) : null;
  const proposal = nearest(siteNames.likely, knowledge) ?? onlyName ?? only ?? siteNames.likely;
  return {
    name: null,
    questions: [{ id: 'site', names: likelyNames, proposal, choices: [...knowledge.sites], blocking: true }],
  };
}

/** A likely name in the spelling of the site on record that it is most like. */
function nearest(name: string | null, { sites }: Knowledge): string | null {
  const alike =
    name === null
      ? []
      : sites.map((site) => ({ site, likely: likeness(name, site) })).filter(({ likely }) => likely > 0.8);
  return alike.toSorted((a, b) => b.likely - a.likely)[0]?.site ?? null;
}

const label =
  /^(?:nom (?:de l[’']|du |de la )?)?(?:[ée]cole|cantine|site|restaurant(?: scolaire)?|[ée]tablissement|groupe scolaire|school|canteen|structure|satellite|office)\s*[:=]\s*(\S.*)$/iu;
const schoolWord =
  /^(?:[ée]cole|cantine|restaurant scolaire|groupe scolaire|coll[eè]ge|school)\b\s+(?!scolaire|municipale?|de la commune)(\S.*)$/iu;

/** The site that a heading says it is of: "École : Val-Fleuri". */
export function labelledSite(text: string): string | null {
  const found = label.exec(tidy(text));
  return found === null ? null : stripPeriod(found[1] as string);
}

/** What a single cell above a block of lines names: "École : X", "École X", or a site on record. */
export function bannerSite(text: string, knowledge: Knowledge): string | null {
  const plain = tidy(text);
  const labelled = labelledSite(plain);
  if (labelled !== null) {
    return labelled;
  }
  return knowledge.isSite(plain) || schoolWord.test(stripPeriod(plain)) ? stripPeriod(plain) : null;
}

/** May a cell that stands alone above a block of lines be the name of their site? */
export function isBlockName(text: string): boolean {
  const { month, week, schoolYear, monday, year } = parsePeriod(text);
  const isPeriod = [month, week, schoolYear, monday, year].some((part) => part !== null);
  return /\p{L}/u.test(text) && text.length <= 60 && !isPeriod && !isFullDate(text) && !isSumTitle(text);
}

function stripPeriod(text: string): string {
  const yearless = tidy(
    text.replace(
      /\s*[-–(:,]?\s*\(?(?:ann[ée]e (?:scolaire )?)?(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)?\d\d)?\)?$/iu,
      '',
    ),
  );
  const [, before = '', last = ''] = /^(.*?)\s*[-–(:,]?\s+(\p{L}+)\.?\)?$/u.exec(yearless) ?? [];
  // "Champ de Mars 2025" is a place.
  const isMonth =
    yearless !== tidy(text) && !/\sde$/iu.test(before) && parsePartialDate(`1 ${last}`) !== null;
  return before !== '' && isMonth ? tidy(before) : yearless;
}

/** "Commune de Val-Fleuri : repas servis": a small town's only canteen is mostly called as the town is. */
function townIn(text: string): string | null {
  const town =
    /^(?:commune|mairie|ville|village)\s+(?:de\s+la\s+|de\s+l['’]\s*|de\s+|du\s+|des\s+|d['’]\s*)(.+?)(?:\s*[:,–(]|\s+-\s|$)/iu.exec(
      tidy(text),
    )?.[1];
  return town === undefined ? null : tidy(town);
}

const generic =
  /^((FEUILLE?|FEUIL|SHEET|TABLEAU|TABLE|CLASSEUR|BOOK|ONGLET|PAGE)\d*|DONNEES|DATA|EXPORT|EFFECTIFS?|FREQUENTATIONS?|CANTINES?|REPAS|PRESENCES?|POINTAGES?|COMPTAGES?|MENUS?|STATS?|STATISTIQUES?|SYNTHESE|BILAN|RECAP\w*|ANNEE|JOURS?|FICHIER|LISTE|SUIVI|IMPORT|COPIE|FINAL|VERSION|NOUVEAU|RESTAURATION|SCOLAIRES?|RESTAURANT|MAIRIE|DES?|DU|LA|LE|LES|ET|AU?|AUX|EN|PAR|MOIS|SEMAINES?|REGIMES?|PERISCOLAIRE|ATTENDANCE|FILE|TEST|TMP|\d+|[A-Z])$/;

/** Its words, with the parts of a date as words of their own. */
const wordsIn = (text: string): readonly string[] => wordsOf(text).split(/[ /.]+/);

/** A name among the words of a sheet's or file's name; `null`: they say a period, or what every table is called. */
export function nameIn(text: string): string | null {
  const plain = tidy(text.replace(/\.[a-z]{3,5}$/i, '').replace(/[_]+/g, ' '));
  const period = parsePeriod(plain);
  const words = wordsOf(plain);
  const says = wordsIn(plain).filter((word) => !generic.test(word) && parsePartialDate(`1 ${word}`) === null);
  const isPeriod =
    period.month !== null ||
    period.week !== null ||
    isFullDate(plain) ||
    says.every((word) => weekdayOfWord(word) !== null);
  return says.length === 0 || words === '' || isSumTitle(plain) || (isPeriod && says.length < 2)
    ? null
    : stripPeriod(plain);
}

/** The name that a sheet's name, or a heading, gives beside a month or week: "Tilleuls sept. 2025"; `null`: none. */
export function nameBesidePeriod(text: string): string | null {
  const { month, week, monday } = parsePeriod(text);
  if (month === null && week === null && monday === null) {
    return null;
  }
  const words = tidy(text.replace(/[_]+|[-–](?=\p{L}+\.?$)/gu, ' ').replace(/\(\d+\)/g, ' ')).split(' ');
  const isPeriod = (word: string) =>
    /^(\W*|\d+|S\d+|SEM(AINE)?|MOIS|DE|DU|AU|EN|19\d\d|20\d\d.*)$/.test(wordsOf(word)) ||
    monthOfName(wordsOf(word)) !== null;
  const from = words.findIndex((word) => !isPeriod(word));
  const to = words.findLastIndex((word) => !isPeriod(word)) + 1;
  const name = tidy(
    words
      .slice(Math.max(0, from), to)
      .join(' ')
      .replace(/^[-–:,\s]+|[-–:,(\s]+$/g, ''),
  );
  const { measure, counts } = readCountTitle(name);
  const isGeneric = wordsIn(name).every((word) => generic.test(word));
  return name === '' || isGeneric || measure !== null || counts || isSumTitle(name) ? null : name;
}

/** What the places around a table say about its site. */
export function findSiteNames(
  place: {
    readonly file: string;
    readonly sheet: string | null;
    readonly siteOfSheet: string | null;
    readonly likelySite: string | null;
  },
  banners: readonly string[],
  knowledge: Knowledge,
): Pick<SiteNames, 'certain' | 'likely'> {
  const labelled = [...banners, place.sheet ?? ''].map(labelledSite).find((name) => name !== null) ?? null;
  const ofSheet = place.sheet === null ? null : nameIn(place.sheet);
  const known =
    [...banners, place.sheet ?? '', place.file]
      .map((text) => tidy(text))
      .find((text) => knowledge.isSite(text)) ?? null;
  const ofBanner = banners.map((text) => bannerSite(text, knowledge)).find((name) => name !== null) ?? null;
  const ofTown = banners.map(townIn).find((name) => name !== null) ?? null;
  const besidePeriod = banners.map(nameBesidePeriod).find((name) => name !== null) ?? null;
  const certain = labelled ?? known ?? place.siteOfSheet;
  return {
    certain,
    likely:
      ofSheet ??
      ofBanner ??
      ofTown ??
      besidePeriod ??
      place.likelySite ??
      nameIn(place.file.replace(/^.*\//, '').replace(/ \[.*\]$/, '')),
  };
}
