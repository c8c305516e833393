import type { PlanRow } from '../../../electron/api/records.ts';
import { escapeText, landscapeSheet, type SheetHead } from '../../format/paper-sheet.ts';
import { differenceOf, isApproved, isOverridden } from './decisions.ts';
import { hasOrders, orderedOn, ordersOf, type Week, type WeekDay, type WeekSite } from './week-model.ts';

/** The words and formats that the sheet needs; the page gives them in its language. */
export interface WeekSheetWords extends SheetHead {
  readonly made: string;
  readonly total: string;
  readonly city: string;
  readonly dayNames: readonly string[];
  readonly closed: readonly (string | null)[];
  /** When and by whom the orders of each day were validated, where they all are. */
  readonly approved: readonly (string | null)[];
  /** Under the name of the last row: what its figures are. */
  readonly sums: string;
  /** For what stands as « – » on days that are past. */
  readonly noOrder: string;
  readonly changed: string;
  readonly validated: string;
  kind(site: WeekSite): string;
  count(n: number): string;
  /** « – » where no order is on record. */
  countOrDash(n: number | null): string;
  signed(n: number): string;
  served(meals: number): string;
  revision(difference: number): string;
}

/** The week's orders as a sheet to pin up: A4 across, black on white, large figures. */
export function weekSheetHtml(week: Week, words: WeekSheetWords): string {
  const head = week.days.map((_, i) => dayHead(i, words)).join('');
  const rows = week.sites.map((site) => siteRow(site, week, words)).join('\n');
  const totals = week.days.map((day, i) => totalCell(day, orderedOn(week, i), words)).join('');
  const content = `<table>
<thead><tr><th></th>${head}<th scope="col">${escapeText(words.total)}</th></tr></thead>
<tbody>
${rows}
</tbody>
<tfoot><tr><th scope="row">${escapeText(words.city)}<br><small>${escapeText(words.sums)}</small></th>${totals}<td><b>${words.countOrDash(week.total)}</b></td></tr></tfoot>
</table>
<footer>${escapeText(words.made)}${key(week, words)}</footer>`;
  return landscapeSheet(words, content);
}

/** A closed day says so once, in its head. */
function dayHead(day: number, words: WeekSheetWords): string {
  const closed = words.closed[day];
  const approved = words.approved[day];
  const reason = closed ? `<br><small>${escapeText(closed)}</small>` : '';
  const decided = approved ? `<br><small>${LOCK} ${escapeText(approved)}</small>` : '';
  return `<th scope="col">${escapeText(words.dayNames[day] ?? '')}${reason}${decided}</th>`;
}

function siteRow(site: WeekSite, week: Week, words: WeekSheetWords): string {
  const cells = week.days.map((_, i) => {
    const row = site.cells[i];
    if (!row) return `<td class="none">${words.closed[i] ? '' : '–'}</td>`;
    if (week.days[i]?.past) return pastCell(row, words);
    const range = `${words.count(row.low)}–${words.count(row.high)}`;
    return `<td>${mark(row, words.approved[i] !== null, words)}<b>${words.count(row.order)}</b> <small>${range}</small></td>`;
  });
  const name = `${escapeText(site.name)} <small>${escapeText(words.kind(site))}</small>`;
  return `<tr><th scope="row">${name}</th>${cells.join('')}<td>${words.countOrDash(site.total)}</td></tr>`;
}

/** What was ordered, what was served and the difference; « – » where no order is on record. */
function pastCell(row: PlanRow, words: WeekSheetWords): string {
  const { order, served } = row;
  const apart = differenceOf(row);
  const ordered = row.decision.recorded ? `<b>${words.count(order)}</b>` : '–';
  if (served === null) return `<td>${ordered}</td>`;
  const difference = apart === null ? '' : ` ${words.signed(apart)}`;
  return `<td>${ordered} <small>${escapeText(words.served(served))}${difference}</small></td>`;
}

/** The sum of the orders; of days to come the likely total too, which is not the sum of the ranges. */
function totalCell({ total, past }: WeekDay, ordered: number | null, words: WeekSheetWords): string {
  if (!total) return '<td></td>';
  if (past) return `<td>${ordered === null ? '–' : `<b>${words.count(ordered)}</b>`}</td>`;
  const range = `${words.count(total.low)}–${words.count(total.high)}`;
  return `<td><b>${words.count(total.order)}</b> <small>${range}</small></td>`;
}

/** Pencil, padlock (unless the head of the day has it), what was corrected since, and what is to be corrected. */
function mark(row: PlanRow, inHead: boolean, words: WeekSheetWords): string {
  const { approved, revision } = row.decision;
  const correction = approved?.sending?.difference ?? approved?.correction ?? 0;
  const lock = isApproved(row) && !inHead ? LOCK : '';
  const fix = correction === 0 ? '' : `<small>${words.signed(correction)}</small> `;
  const due = revision ? `<small>${escapeText(words.revision(revision.difference))}</small> ` : '';
  return `${isOverridden(row) ? PENCIL : ''}${lock} ${fix}${due}`;
}

/** Lucide's pencil and padlock, as on the page. */
const drawn = (path: string) =>
  `<svg width="9" height="9" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2.25" aria-hidden="true">${path}</svg>`;
const PENCIL = drawn(
  '<path d="M21.2 6.8a1 1 0 0 0-4-4L3.8 16.2a2 2 0 0 0-.5.8l-1.3 4.4a.5.5 0 0 0 .6.6l4.4-1.3a2 2 0 0 0 .8-.5z"/>',
);
const LOCK = drawn('<rect width="18" height="11" x="3" y="11" rx="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>');

/** The marks that the sheet shows, said once under it. */
function key(week: Week, words: WeekSheetWords): string {
  const rows = ordersOf(week);
  const parts = [
    rows.some(isOverridden) ? `${PENCIL} ${escapeText(words.changed)}` : '',
    rows.some((row) => !hasOrders(row, dayOf(week, row))) ? `– ${escapeText(words.noOrder)}` : '',
    rows.some(isApproved) ? `${LOCK} ${escapeText(words.validated)}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` &nbsp; ${parts.join(' &nbsp; ')}`;
}

const dayOf = (week: Week, row: PlanRow) => week.days.find(({ date }) => date === row.date);
