import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { Input } from '../../api/contract.ts';
import type { ReturnSheetReport } from '../../api/records.ts';
import { atomically } from '../context/atomic.ts';
import type { Context } from '../context/use-case.ts';
import { saveHeadCountsOfDay } from '../orders/head-count.ts';
import { saveRecords } from '../records/save-records.ts';
import { type MergedSheets, mergedSheets, type SheetOfCall } from './merged-sheets.ts';
import { isReturnSheet, readSheet } from './read-sheet.ts';
import { whoseSheet } from './whose-sheet.ts';

type Asked = Input<'returns.read'>;

/** What the sheets say and what would be kept of them. */
export async function readReturnSheets(
  context: Context,
  input: Asked,
): Promise<readonly ReturnSheetReport[]> {
  return (await sheetsOf(context, input)).reports;
}

/** Keeps what the sheets say, all of it or nothing. */
export async function mergeReturnSheets(
  context: Context,
  input: Asked,
): Promise<readonly ReturnSheetReport[]> {
  const { reports, entries, headCounts } = await sheetsOf(context, input);
  if (entries.length + headCounts.length > 0) {
    atomically(context, () => {
      if (entries.length > 0) saveRecords(context, { entries });
      if (headCounts.length > 0) saveHeadCountsOfDay(context, headCounts);
    });
  }
  return reports;
}

async function sheetsOf(context: Context, { answers = {} }: Asked): Promise<MergedSheets> {
  return withUnpacked(context.files, context.cancelled, (sources) => {
    const sheets = sources.filter(isReturnSheet).map((source): SheetOfCall => {
      const { marker, ...rest } = readSheet(source);
      const sheet = { ...rest, marker };
      const whose =
        marker === null ? nobodys : whoseSheet(context, { ...rest, marker }, source.name, answers);
      return { file: source.name, sheet, ...whose };
    });
    return mergedSheets(context, sheets, answers);
  });
}

const nobodys = { site: null, date: null, question: null };
