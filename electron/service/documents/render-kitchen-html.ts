import type { Language, SentOrder, SheetKind } from '../../api/records.ts';
import { formatSigned } from '../messages/format.ts';
import { deliveryPage } from './delivery-page.ts';
import { headCountList, headCountPage } from './head-count-page.ts';
import type { KitchenSheet, OrderStamp, SheetTable } from './kitchen-sheet-data.ts';
import { kitchenRules } from './kitchen-style.ts';
import { kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { paperDocument } from './paper-document.ts';
import { productionPage } from './production-page.ts';
import { clockTime, longDate, madeWhen, shortDate, whole } from './sheet-format.ts';
import { marginBox, paperRules } from './sheet-style.ts';
import { sheetTexts } from './sheet-texts.ts';

export interface KitchenDocument {
  readonly kind: SheetKind;
  readonly sheet: KitchenSheet;
  /** Whose sheet it is; `null`: of all kitchens. */
  readonly name: string | null;
  /** A page before all others: the list of the day's orders. */
  readonly front: Markup | null;
}

/** One self-contained A4 document: no script, nothing loaded. The same on screen, on paper and as PDF. */
export function renderKitchenHtml(document: KitchenDocument, language: Language): string {
  const texts = kitchenTexts(language);
  const titles = { production: texts.production, delivery: texts.delivery, 'roll-call': texts.headCount };
  const title = [
    titles[document.kind],
    document.name ?? texts.allPlaces,
    longDate(document.sheet.date, language),
  ];
  return paperDocument({
    language,
    title: title.join(' – '),
    style: style(document, language),
    body: html`
${document.front}${pages(document, language)}
`,
  });
}

/** The tables of all places, with the place of each. */
const tablesOf = ({ places }: KitchenSheet) =>
  places.flatMap((place) => place.tables.map((table) => ({ place, table })));

function pages({ kind, sheet, name }: KitchenDocument, language: Language): readonly Markup[] {
  if (kind === 'production') {
    return sheet.places.map((place, i) => productionPage(place, i, sheet, language));
  }
  const tables = tablesOf(sheet);
  if (kind === 'delivery') {
    return tables.map(({ place, table }, i) => deliveryPage(table, place, i, sheet, language));
  }
  const [only, second] = tables;
  return only && !second
    ? [headCountPage(only.table, only.place, 0, sheet, language)]
    : [headCountList(sheet, name ?? kitchenTexts(language).allPlaces, language)];
}

function style({ kind, sheet, name }: KitchenDocument, language: Language): string {
  const { page } = sheetTexts(language);
  const day = shortDate(sheet.date, language);
  const made = `${madeWhen(sheet, language)} · ${page} `;
  const foot = (who: string, tables: readonly SheetTable[]) =>
    marginBox('bottom-left', '58%', `${who} · ${day} – ${orderLine(tables, language)}`);
  const all = tablesOf(sheet).map(({ table }) => table);
  const own =
    kind === 'production'
      ? sheet.places.map(({ place, tables }, i) => `@page place-${i} { ${foot(place.name, tables)} }`)
      : all.map((table, i) => `@page site-${i} { ${foot(table.site, [table])} }`);
  return `@page { size: A4 portrait; margin: 11mm 12mm 15mm;
  ${foot(name ?? kitchenTexts(language).allPlaces, all)}
  ${marginBox('bottom-right', '42%', made, 'counter(page) "/" counter(pages)')}
}
${own.join('\n')}
${paperRules}
${kitchenRules}`;
}

/** Which version of the order is cooked, who froze it and when; and which sheet of it this is. */
export function orderLine(tables: readonly SheetTable[], language: Language): string {
  const texts = kitchenTexts(language);
  const ordered = tables.filter(({ meals }) => meals.children !== null);
  if (ordered.length < tables.length)
    return ordered.length === 0 ? texts.portionsOnly : orderLine(ordered, language);
  const [only, second] = tables;
  const stamps = tables.flatMap(({ stamp }) => stamp ?? []);
  if (second !== undefined && stamps.length > 0) return texts.someApproved(stamps.length, tables.length);
  const open = tables.some(({ unrecorded }) => unrecorded) ? texts.notRecorded : texts.notApproved;
  const line = only?.stamp ? stampLine(only.stamp, language) : open;
  const version = only !== undefined && second === undefined ? only.version : 1;
  return version > 1 ? line + texts.version(version) : line;
}

function stampLine(stamp: OrderStamp, language: Language): string {
  const texts = kitchenTexts(language);
  const [day = '', time = ''] = stamp.at.split('T');
  const on = shortDate(day, language);
  const at = clockTime(time, language);
  const { approvedQuantity, correction, sending, version } = stamp;
  if (sending) return sentLine(version, sending, language);
  const line = stamp.automatic ? texts.automatic(version, on, at) : texts.order(version, on, at, stamp.by);
  if (approvedQuantity === null) return line;
  return line + texts.corrected(whole(approvedQuantity, language), formatSigned(correction, language));
}

/** Whom it was sent to says more than who approved it. */
function sentLine(version: number, { recipient, sentAt, difference }: SentOrder, language: Language): string {
  const texts = kitchenTexts(language);
  const [day = '', time = ''] = sentAt.split('T');
  const sent = texts.sent(version, recipient, shortDate(day, language), clockTime(time, language));
  return difference === 0 ? sent : sent + texts.toSend(formatSigned(difference, language));
}
