import { listPortionRules } from '../../../db/catalogue/portion-rules.ts';
import { checkDatabase, type IntegrityFinding } from '../../../db/check.ts';
import { findCountSlips } from '../../../db/count-slips.ts';
import { removeUnusable } from '../../../db/impossible-days.ts';
import { listSites } from '../../../db/sites.ts';
import { toIso } from '../../../forecasting/calendar/day.ts';
import { purchaseFactorBounds } from '../../../forecasting/domain/order-records.ts';
import { countSlips } from '../../../forecasting/frame/count-slips.ts';
import type { CheckReport, Language } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { formatNumber, spelledDate } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

function wording(finding: IntegrityFinding, { findings }: Messages, language: Language): string {
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
    case 'impossible-amounts': {
      const { table, rows, largest } = finding;
      const shown = largest < 1e15 ? formatNumber(largest, language) : largest.toExponential(0);
      return findings.impossibleAmounts(findings.tables[table] ?? table, rows, shown);
    }
    case 'unreadable-settings':
      return findings.unreadableSettings(finding.keys);
    case 'schema':
      return findings.schema[finding.difference](finding.part);
  }
}

/** How many rows of a finding `data.removeImpossible` takes away. */
function removable(finding: IntegrityFinding): number {
  if (finding.code === 'unreadable-settings') return finding.keys.length;
  return finding.code === 'impossible-days' || finding.code === 'impossible-amounts' ? finding.rows : 0;
}

/** The counts on record that can hardly be and were not taken as they are, judged as those of an import are. */
function unlikelyCounts({
  db,
  texts,
  language,
}: Pick<Context, 'db' | 'texts' | 'language'>): readonly string[] {
  const sites = new Map(listSites(db).map(({ id, name }) => [id, name]));
  return findCountSlips(db, countSlips, null)
    .toSorted((a, b) => a.day - b.day)
    .map(({ siteId, name, day, count, low, high }) =>
      texts.findings.unlikelyCount(
        sites.get(siteId ?? 0) ?? name,
        spelledDate(toIso(day), language),
        count,
        Math.round(low),
        Math.round(high),
      ),
    );
}

/** Purchase factors that nobody could enter today. */
function oddFactors({ db, texts, language }: Pick<Context, 'db' | 'texts' | 'language'>): readonly string[] {
  const { least, most } = purchaseFactorBounds;
  return listPortionRules(db).flatMap(({ name, portion: { purchaseFactor } }) =>
    purchaseFactor === null || (purchaseFactor >= least && purchaseFactor <= most)
      ? []
      : [texts.findings.oddFactor(name, formatNumber(purchaseFactor, language, 2))],
  );
}

export function checkData(context: Context): CheckReport {
  const { db, texts, progress } = context;
  progress('check', 0);
  const { schemaVersion, findings } = checkDatabase(db);
  const lines = findings.map((finding) => wording(finding, texts, context.language));
  progress('check', 1);
  const impossibleDays = findings.reduce((sum, finding) => sum + removable(finding), 0);
  return {
    ok: lines.length === 0,
    schemaVersion,
    findings: lines,
    impossibleDays,
    // A damaged file may not be read through.
    unlikelyCounts: lines.length === 0 ? unlikelyCounts(context) : [],
    oddFactors: lines.length === 0 ? oddFactors(context) : [],
  };
}

/** Takes away records of a day that cannot be meant, which no page can show, and settings that cannot be read. */
export const removeImpossible = ({ db }: Context): { readonly removed: number } => ({
  removed: removeUnusable(db),
});
