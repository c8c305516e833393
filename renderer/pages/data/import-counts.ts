import type { ImportCounts, ImportFileReport, ImportReport } from '../../../electron/api/records.ts';
import { needsMapping } from './guard-report.ts';

const NAMES = ['read', 'imported', 'updated', 'unchanged', 'refused', 'asked'] as const;

/** The counts of all files of an import together. */
export function totalCounts(report: ImportReport): ImportCounts {
  const sum = (name: (typeof NAMES)[number]) => report.files.reduce((total, file) => total + file[name], 0);
  return {
    read: sum('read'),
    imported: sum('imported'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    asked: sum('asked'),
  };
}

/** Rows that an import writes: also those kept aside until something is answered. */
export function writtenRows(counts: ImportCounts): number {
  return counts.imported + counts.updated + counts.asked;
}

/** Rows that count once it is written; those that wait where there are no others. */
export function countingRows(counts: ImportCounts): number {
  return counts.imported + counts.updated || counts.asked;
}

/** Place of the file to be looked at first: one that lost rows or was not understood, else one that asks, else the first. */
export function fileToLookAt(files: readonly ImportFileReport[]): number {
  const wrong = files.findIndex((file) => needsMapping(file) || file.refused > 0);
  const asks = files.findIndex(({ asked }) => asked > 0);
  return Math.max(0, wrong >= 0 ? wrong : asks);
}
