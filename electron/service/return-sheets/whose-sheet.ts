import { fold } from '../../../db/fold.ts';
import { siteIdsOfName } from '../../../db/site-names.ts';
import { listSites } from '../../../db/sites.ts';
import type { IsoDate, Site } from '../../../forecasting/domain/records.ts';
import type { ReturnSheetQuestion } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import type { Marker } from './layout.ts';
import type { ReadSheet } from './read-sheet.ts';

/** Of which site and day a sheet is; `question`: its words contradict each other, or no site has that name. */
export interface Whose {
  readonly site: Site | null;
  readonly date: IsoDate | null;
  readonly question: ReturnSheetQuestion | null;
}

type Answers = Readonly<Record<string, string>>;

export function whoseSheet(
  context: Context,
  sheet: ReadSheet & { readonly marker: Marker },
  file: string,
  answers: Answers,
): Whose {
  const site = siteOfSheet(context, sheet, `${file} site`, answers);
  const day = dayOfSheet(context, sheet, `${file} day`, answers);
  return {
    site: 'choices' in site ? null : site,
    date: typeof day === 'string' ? day : null,
    question: 'choices' in site ? site : typeof day === 'string' ? null : day,
  };
}

/** Sites of a name: one that is called so, else one that was, or that files know by it. */
function sitesNamed({ db }: Pick<Context, 'db'>, sites: readonly Site[], name: string, kind?: string) {
  const named = sites.filter((site) => fold(site.name) === fold(name));
  const known = siteIdsOfName(db, name);
  const found = named.length > 0 ? named : sites.filter(({ id }) => known.includes(id));
  const exact = found.filter((site) => site.kind === kind);
  return exact.length > 0 ? exact : found;
}

function siteOfSheet(
  context: Context,
  { marker, site: written }: ReadSheet & { readonly marker: Marker },
  id: string,
  answers: Answers,
): Site | ReturnSheetQuestion {
  const words = context.texts.returnSheets.question;
  const sites = listSites(context.db);
  const said = answers[id];
  const answered = said === undefined ? undefined : sites.find((site) => String(site.id) === said);
  if (answered) return answered;
  const marked = sitesNamed(context, sites, marker.site, marker.kind);
  const changed = written !== null && fold(written.text) !== fold(marker.site);
  const [only, second] = marked;
  if (only && !second) {
    // The name on it may be the one that the site has had since.
    if (!changed || fold(written.text) === fold(only.name)) return only;
  }
  const likely = [...marked, ...(changed ? sitesNamed(context, sites, written.text) : [])];
  const choices = likely.length > 0 ? [...new Set(likely)] : sites;
  return {
    id,
    about: 'site',
    cell: written?.cell ?? 'B2',
    question: changed ? words.site(written.text, marker.site) : words.siteUnknown(marker.site),
    choices: choices.map((site) => ({ value: String(site.id), label: site.name })),
  };
}

function dayOfSheet(
  { texts, language }: Context,
  { marker, day: written }: ReadSheet & { readonly marker: Marker },
  id: string,
  answers: Answers,
): IsoDate | ReturnSheetQuestion {
  const date = written === null ? marker.date : isoDate(written.text);
  const choices = [marker.date, ...(date === null || date === marker.date ? [] : [date])];
  const said = choices.find((choice) => choice === answers[id]);
  if (said !== undefined) return said;
  if (written === null || date === marker.date) return marker.date;
  const spelled = (day: IsoDate) => spelledDate(day, language);
  return {
    id,
    about: 'day',
    cell: written.cell,
    question: texts.returnSheets.question.day(
      date === null ? written.text : spelled(date),
      spelled(marker.date),
    ),
    choices: choices.map((value) => ({ value, label: spelled(value) })),
  };
}

/** A calendar date as spreadsheets and people here write it; `null`: it is none. */
function isoDate(text: string): IsoDate | null {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const [, day = d, month = m, year = y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const known = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(iso) ? iso : null;
}
