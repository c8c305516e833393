import { checkDatabase, type IntegrityFinding } from '../../../db/check.ts';
import { removeImpossibleDays } from '../../../db/impossible-days.ts';
import type { CheckReport } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import type { Messages } from '../messages/messages.ts';

function wording(finding: IntegrityFinding, { findings }: Messages): string {
  switch (finding.code) {
    case 'damaged':
      return findings.damaged(finding.detail);
    case 'broken-reference':
      return findings.brokenReference(finding.table, finding.rows);
    case 'counts-differ':
      return findings.countsDiffer(finding.batch, finding.file);
    case 'impossible-days':
      return findings.impossibleDays(
        findings.tables[finding.table] ?? finding.table,
        finding.rows,
        finding.date,
      );
  }
}

export function checkData({ db, texts, progress }: Context): CheckReport {
  progress('check', 0);
  const { schemaVersion, findings } = checkDatabase(db);
  const lines = findings.map((finding) => wording(finding, texts));
  progress('check', 1);
  const impossibleDays = findings.reduce(
    (sum, finding) => (finding.code === 'impossible-days' ? sum + finding.rows : sum),
    0,
  );
  return { ok: lines.length === 0, schemaVersion, findings: lines, impossibleDays };
}

/** Takes away records of a day that cannot be meant, which no page can show. */
export const removeImpossible = ({ db }: Context): { readonly removed: number } => ({
  removed: removeImpossibleDays(db),
});
