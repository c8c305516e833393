import type { Library } from '../../forecasting/domain/library.ts';
import type { Site } from '../../forecasting/domain/records.ts';
import { quantileAt } from '../../forecasting/evaluation/quantile-grid.ts';
import { learnLibrary } from '../../forecasting/transfer/learn.ts';
import { mergeLibraries } from '../../forecasting/transfer/merge.ts';
import { nantesHistory } from '../forecasting/support/nantes.ts';
import { historyOf, newcomersBacktest, splitSites } from '../forecasting/transfer/newcomers-backtest.ts';
import { figures, townsOf } from '../forecasting/transfer/report.ts';

/** Three parts of about one size. */
const parts = [['Nord'], ['Ouest'], ['Sud', 'Est', 'Centre']] as const;

/** The canteens that are known, by the sectors of Nantes, as three towns. */
const threeTowns = (sites: readonly Site[]): readonly Site[][] =>
  parts.map((names) => sites.filter(({ sector }) => (names as readonly (string | null)[]).includes(sector)));

/**
 * Nantes' other canteens cut into three towns whose libraries are merged, against one library learned from all of them:
 * errors of every third canteen as a town of its own.
 */
export function benchMergedLibraries(year = 2016, take = 1): void {
  console.log(`merged libraries: Nantes in three towns, canteens alone in ${year}-${year + 1 - 2000}`);
  const history = nantesHistory();
  const { known, newcomers } = splitSites(history);
  const learned = (sites: readonly Site[], name: string) =>
    learnLibrary(historyOf(history, sites), { origin: `${year}-07-31`, name, leads: [6] });
  const towns = threeTowns(known);
  console.log(`  sites: ${towns.map(({ length }) => length).join(' + ')}, of ${known.length}`);
  const all = learned(known, 'all');
  const merged = mergeLibraries(
    towns.map((sites, i) => learned(sites, `town ${i}`)),
    'merged',
  );
  const asked = { year, every: 6, weeks: [2, 4, 12], sites: 1, take };
  const window = { ...asked, from: `${year}-09-08`, to: `${year + 1}-07-05` };
  const measured = (library: Library) =>
    newcomersBacktest(history, townsOf(newcomers, asked), window, library);
  const [ofAll, ofMerged] = [measured(all), measured(merged)];
  console.log(
    '  weeks   n     WAPE: one, merged, ratio (bar 1.01)   range holds: one, merged   width: ratio',
  );
  for (const weeks of asked.weeks) {
    const [one, three] = [figures(weeks, ofAll), figures(weeks, ofMerged)];
    const width = (lines: typeof ofAll) =>
      lines
        .filter((line) => line.weeks === weeks)
        .reduce((sum, { quantiles }) => sum + quantileAt(quantiles, 0.9) - quantileAt(quantiles, 0.1), 0);
    console.log(
      `  ${String(weeks).padStart(5)} ${String(one.siteDays).padStart(5)}     ${one.wape.toFixed(3)} ${three.wape.toFixed(3)} ${(three.wape / one.wape).toFixed(4)}` +
        `                    ${one.coverage80.toFixed(1)} ${three.coverage80.toFixed(1)}                 ${(width(ofMerged) / width(ofAll)).toFixed(3)}`,
    );
  }
}
