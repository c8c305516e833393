import type { FileReportBuilder } from './file-report.ts';
import type { SheetFacts } from './sheet.ts';

/**
 * A sheet that is no known table is nothing wrong when its workbook has one; and no sheet has an encoding or a
 * separator, but those that it was unpacked with.
 */
export function settleSheets(
  sources: readonly { readonly workbook?: string; readonly sheet?: SheetFacts }[],
  reports: readonly FileReportBuilder[],
): void {
  const understood = new Set(
    sources.filter((_, index) => reports[index]?.kind !== null).map(({ workbook }) => workbook),
  );
  for (const [index, { workbook, sheet }] of sources.entries()) {
    const report = reports[index];
    if (report !== undefined && workbook !== undefined) {
      report.encoding = null;
      report.separator = null;
      if (report.kind === null && sheet?.hidden !== true && understood.has(workbook)) {
        report.leaveOutSheet();
      }
      tellHidden(sheet, report);
    }
  }
}

/** What a workbook does not show is not read: that is told. */
function tellHidden(sheet: SheetFacts | undefined, report: FileReportBuilder): void {
  if (sheet?.hidden === true) {
    report.problem({ level: 'warning' }, 'sheet-hidden', {});
  }
  if (sheet !== undefined && sheet.hiddenRows > 0) {
    report.problem({ level: 'warning' }, 'rows-hidden', { rows: sheet.hiddenRows });
  }
  if (sheet !== undefined && sheet.hiddenColumns.length > 0) {
    report.problem({ level: 'warning' }, 'columns-hidden', { columns: sheet.hiddenColumns });
  }
}
