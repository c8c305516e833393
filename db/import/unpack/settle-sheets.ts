import type { FileReport } from '../file-report.ts';

/**
 * A sheet that is no known table is nothing wrong when its workbook has one; and no sheet has an encoding or a
 * separator, but those that it was unpacked with.
 */
export function settleSheets(
  sources: readonly { readonly workbook?: string }[],
  reports: readonly FileReport[],
): void {
  const understood = new Set(
    sources.filter((_, index) => reports[index]?.kind !== null).map(({ workbook }) => workbook),
  );
  for (const [index, { workbook }] of sources.entries()) {
    const report = reports[index];
    if (report !== undefined && workbook !== undefined) {
      report.encoding = null;
      report.separator = null;
      if (report.kind === null && understood.has(workbook)) {
        report.leaveOutSheet();
      }
    }
  }
}
