import type { Mapping } from '../../forecasting/domain/records.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { Inspection } from './source.ts';

/** Tells what had to be chosen or mended to read a file's text, unless a person chose. */
export function tellEncoding(
  { binary, encoding, other, strayBytes }: Inspection,
  said: Mapping | undefined,
  report: FileReportBuilder,
): void {
  if (binary !== null || said?.encoding !== undefined) {
    return;
  }
  const place = { level: 'warning' } as const;
  if (other !== null) {
    report.problem(place, 'encoding-unsure', { encoding, other });
  }
  if (encoding === 'UTF-8-twice') {
    report.problem(place, 'encoded-twice', {});
  }
  if (encoding === 'UTF-8-entities') {
    report.problem(place, 'entities-decoded', {});
  }
  if (strayBytes > 0) {
    report.problem(place, 'stray-bytes', { bytes: strayBytes });
  }
}
