import { existsSync } from 'node:fs';
import { toDay, weekday } from '../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../forecasting/calendar/school-year.ts';
import type { BacktestLine } from '../../forecasting/domain/types.ts';
import { backtest } from '../../forecasting/evaluation/backtest.ts';
import { intervalCoverage, pinball } from '../../forecasting/evaluation/calibration.ts';
import { measure } from '../../forecasting/evaluation/measures.ts';
import { nantesHistory } from '../forecasting/support/nantes.ts';
import { windows } from '../forecasting/support/nantes-backtests.ts';
import { changeText, compare, type NewcomerFigures } from '../forecasting/transfer/report.ts';
import { wrongPlace } from '../forecasting/transfer/wrong-place.ts';
import { nantesFolder } from '../support/shared.ts';

const year = 2016;
/** Every third week: at every sixth a stage has seven Thursdays, and their shared surprises outweigh what is measured. */
const whole = { every: 3, take: 1 } as const;
/** Some minutes instead of hours: every third of those canteens. Shared surprises of few weeks are part of its figures. */
const short = { every: 6, take: 3 } as const;
type Sample = typeof whole | typeof short;
const asked = (sample: Sample, weeks: readonly number[]) => ({ year, sites: 1, ...sample, weeks });
/** Stages at which a lone canteen is looked at, in weeks of records. */
const stages = [2, 3, 4, 8, 12, 20, 36, 60, 90] as const;
/** Stages without a library over which the default order is told. */
const alone = [3, 6, 9, 12, 16, 20, 25] as const;
const firstDays = 5;
const lastDays = 8;

const cell = (value: number | null) => (value === null ? '–' : value.toFixed(2)).padStart(8);
const row = (name: string, ...values: readonly (number | null)[]) =>
  console.log(`  ${name.padEnd(34)} ${values.map(cell).join('')}`);

/** Lone canteens from their first weeks on, with and without a library, and the edges of Nantes' school year. */
export const benchNewcomers = (): void => bench(whole);

/** The same rows from a part of the canteens and weeks. */
export const benchFewNewcomers = (): void => bench(short);

function bench(sample: Sample): void {
  if (!existsSync(nantesFolder)) {
    console.log(`newcomers: skipped, ${nantesFolder} is absent`);
    return;
  }
  console.log(`canteens: one in ${3 * sample.take} of Nantes; an origin in ${sample.every} weeks`);
  benchEdges();
  benchLoneCanteens(sample);
  benchAlone(sample);
  benchWrongPlace(sample);
}

const figuresRow = (name: string, f: NewcomerFigures) =>
  row(`${String(f.weeks).padStart(2)} weeks ${name}`, f.wape, f.over, f.under, f.coverage80, f.staff);

function benchLoneCanteens(sample: Sample): void {
  console.log(`lone canteens of Nantes, ${year}–${year - 1999}, library of the others up to July ${year}`);
  console.log(`  ${''.padEnd(34)}     WAPE    over   under cover80   staff`);
  const { without, with: having, changes } = compare(asked(sample, stages));
  without.forEach((bare, i) => {
    figuresRow('alone', bare);
    figuresRow('with a library', having[i]);
  });
  console.log('  with a library, change of WAPE on the same days and its standard error over weeks');
  for (const change of changes) console.log(`    ${changeText(change)}`);
}

/** Mean over stages of figures that are in per cent of about as many meals. */
function benchAlone(sample: Sample): void {
  const found = compare(asked(sample, alone), () => null).without;
  const mean = (of: (f: NewcomerFigures) => number) =>
    found.reduce((sum, f) => sum + f.siteDays * of(f), 0) / found.reduce((sum, f) => sum + f.siteDays, 0);
  console.log(`alone, weeks ${alone[0]} to ${alone.at(-1)}, order at the usual level, in per cent`);
  row(
    'WAPE, over, under, cover80',
    mean((f) => f.wape),
    mean((f) => f.over),
    mean((f) => f.under),
    mean((f) => f.coverage80),
  );
  row(
    'staff: over, under',
    mean((f) => f.staffOver),
    mean((f) => f.staffUnder),
  );
}

function benchWrongPlace(sample: Sample): void {
  console.log('a library of a place that goes otherwise (made: weekdays shifted, seasons turned round)');
  const { without, with: having } = compare(asked(sample, [2, 4, 8, 12]), wrongPlace);
  having.forEach((f, i) => {
    row(
      `${String(f.weeks).padStart(2)} weeks: WAPE, cost %, cover80`,
      f.wape,
      100 * (f.wape / without[i].wape - 1),
      f.coverage80,
    );
  });
}

/** A town's ordinary weekdays, as in the published figures. */
const isOrdinary = ({ date }: BacktestLine) => [1, 2, 4, 5].includes(weekday(toDay(date)));

function linesOf(window: (typeof windows)[number]): readonly BacktestLine[] {
  return backtest(nantesHistory(), { ...window, serviceLevel: 0.8 }).lines.filter(isOrdinary);
}

function edgeOf(lines: readonly BacktestLine[]): (line: BacktestLine) => 'first' | 'second' | 'last' | null {
  const byYear = Map.groupBy([...new Set(lines.map(({ date }) => date))].sort(), (date) =>
    schoolYearOf(toDay(date)),
  );
  return ({ date }) => {
    const days = byYear.get(schoolYearOf(toDay(date))) ?? [];
    const at = days.indexOf(date);
    if (at < firstDays) return 'first';
    if (at < 2 * firstDays) return 'second';
    return at >= days.length - lastDays ? 'last' : null;
  };
}

function edgesRow(name: string, lines: readonly BacktestLine[]): void {
  const median = measure(lines.map(({ q50, actual }) => [q50, actual] as const));
  const covered = intervalCoverage(lines).find(({ interval }) => interval === 80)?.inside ?? null;
  row(name, median.wape, covered, pinball(lines).share);
}

function benchEdges(): void {
  console.log("the year's edges, all of Nantes");
  console.log(`  ${''.padEnd(34)}     WAPE cover80 pinball`);
  for (const window of windows) {
    const lines = linesOf(window);
    const name = `${window.from.slice(0, 4)} lead ${window.lead}`;
    edgesRow(`${name}, all`, lines);
    const edge = edgeOf(lines);
    for (const which of ['first', 'second', 'last'] as const) {
      edgesRow(
        `${name}, ${which}`,
        lines.filter((line) => edge(line) === which),
      );
    }
  }
}
