import { createHash } from 'node:crypto';
import { fold } from '../fold.ts';
import type { Candidate } from './candidate.ts';
import { FileReportBuilder, workbookOf as workbookOfFile } from './file-report.ts';
import type { ImportSource } from './import-source.ts';

/**
 * A workbook is one file: its sheets that are of one kind, with the same titles, are read as one table with one report.
 * What is open about one of them keeps all of them out.
 */
export function groupSheets(
  sources: readonly ImportSource[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const groups = new Map<string, Candidate[]>();
  const keys = candidates.map((candidate, at) => keyOf(sources[at], candidate) ?? `${at}`);
  for (const [at, key] of keys.entries()) {
    groups.set(key, [...(groups.get(key) ?? []), candidates[at] as Candidate]);
  }
  const several = [...groups.values()].filter(({ length }) => length > 1);
  return [...groups.values()].map((group) =>
    group.length > 1 ? joined(group, several) : (group[0] as Candidate),
  );
}

function keyOf(source: ImportSource | undefined, { report, said }: Candidate): string | null {
  const { kind, header } = report;
  const isSheet = source?.workbook !== undefined && kind !== null && header !== null;
  return isSheet ? JSON.stringify([source.workbook, kind, header.map(fold), said ?? null]) : null;
}

function joined(group: readonly Candidate[], all: readonly (readonly Candidate[])[]): Candidate {
  const [first] = group as readonly [Candidate, ...Candidate[]];
  const workbook = workbookOf(first);
  const isOnly = all.filter(([other]) => other !== undefined && workbookOf(other) === workbook).length === 1;
  const report = new FileReportBuilder(isOnly ? workbook : `${first.report.file.slice(0, -1)} …]`);
  for (const { report: own } of group) {
    report.absorb(own);
  }
  const tables = group.flatMap(({ table }) => table ?? []);
  const [table, ...more] = tables.length === group.length ? tables : [];
  const hash = createHash('sha256');
  for (const { sha256 } of group) {
    hash.update(sha256);
  }
  return {
    ...first,
    report,
    table: table === undefined ? null : { ...table, more },
    sha256: hash.digest('hex'),
  };
}

const workbookOf = ({ report }: Candidate) => workbookOfFile(report.file);
