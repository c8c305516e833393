import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import type { ReturnSheetReport } from '../../../../electron/api/records.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import type { WorkbookSheet } from '../../../support/xlsx.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { servicesUnder, value } from '../support/asking.ts';
import { type Rows, sheetsOf, workbook } from './workbooks.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
export const monday = '2026-01-05';
export const tuesday = '2026-01-06';
export const dishes = ['Carottes râpées', '=Hachis (1/2)', 'Compote'];
const menus = [
  'Date;Rang;Plat',
  ...[monday, tuesday].flatMap((date) => dishes.map((dish, i) => `${date};${i + 1};${dish}`)),
].join('\n');

/** A service on a folder of that name, with the attendance of two schools and the menus of two days. */
export async function opened(name: string) {
  const service = serviceOn(name);
  const files = [
    writeUnder(folder, `${name}-a.csv`, attendanceCsv('2025-09-01', '2025-12-12')),
    writeUnder(folder, `${name}-m.csv`, menus),
  ];
  const registered = await Promise.all(files.map((path) => service.registerFile(path, path)));
  await value(service, 'imports.run', { tickets: registered.map(({ ticket }) => ticket) });
  const site = (await value(service, 'sites.list', {})).find(({ name: of }) => of === 'LES TILLEULS');
  return { service, siteId: site?.id ?? 0 };
}
type At = Awaited<ReturnType<typeof opened>>;

let files = 0;
export async function ticketOf(
  { service }: At,
  bytes: Buffer | string,
  name = 'piece-jointe (3).xlsx',
): Promise<string> {
  const path = writeUnder(folder, `in/${++files}`, bytes);
  return (await service.registerFile(path, name)).ticket;
}

export const made = async ({ service, siteId }: At, from = monday, to = from) =>
  sheetsOf((await value(service, 'returns.make', { siteId, from, to })).body);

export async function merged(at: At, sheets: readonly WorkbookSheet[], answers: Record<string, string> = {}) {
  const tickets = [await ticketOf(at, workbook(sheets))];
  return value(at.service, 'returns.merge', { tickets, answers });
}

export const first = (reports: readonly ReturnSheetReport[]) => reports[0] as ReturnSheetReport;
export const rowOf = async ({ service, siteId }: At, date = monday) =>
  (await value(service, 'records.day', { date })).find((row) => row.siteId === siteId);
export const said = ({ findings }: ReturnSheetReport) =>
  findings.map(({ cell, value: text, severity, message }) => [cell, text, severity, message]);
export const rowsOf = (sheets: readonly { rows: Rows }[]) => sheets[0]?.rows ?? [];

/** All that is kept in a data folder, but for the journal of edits and what only grows. */
export const contents = (name: string) => {
  const db = openDatabase(databaseFile(join(folder, name)), { readonly: true });
  const rows = dump(db).filter((row) => !/^(edit_row|order_site|site_name|sheet_revision) /.test(row));
  db.close();
  return rows;
};
