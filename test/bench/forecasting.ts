import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { addDays, toDay } from '../../forecasting/calendar/day.ts';
import type { History } from '../../forecasting/domain/records.ts';
import { Design } from '../../forecasting/features/design.ts';
import { emptyInputs, InputReader } from '../../forecasting/features/inputs.ts';
import { buildSchema } from '../../forecasting/features/schema.ts';
import { fitAttendance } from '../../forecasting/models/attendance.ts';
import { sameWeekdayMean } from '../../forecasting/models/naive.ts';
import { buildSources } from '../../forecasting/models/sources.ts';
import { nantesHistory } from '../forecasting/support/nantes.ts';
import { nantesBacktests, timedBacktest } from '../forecasting/support/nantes-backtests.ts';
import { syntheticCity } from '../forecasting/support/synthetic.ts';
import { nantesFolder } from '../support/shared.ts';

const origin = '2017-06-29';
const lead = 7;
/** Rows of the design that the reference is given; its time is scaled up to all of them. */
const referenceRows = 1_500;

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};
const line = (name: string, value: string, bar = '') =>
  console.log(`  ${name.padEnd(46)} ${value.padStart(10)}  ${bar}`);

/** Fit, week, backtests and growth of the attendance model, against naive rules and plain least squares. */
export function benchForecasting(): void {
  if (existsSync(nantesFolder)) benchNantes(nantesHistory());
  else console.log(`forecasting: Nantes is skipped, ${nantesFolder} is absent`);
  benchGrowth();
}

function benchNantes(history: History): void {
  console.log('forecasting, Nantes: 6.5 years × 87 sites');
  let model = fitAttendance(history, origin);
  const fit = seconds(() => {
    model = fitAttendance(history, origin);
  });
  line('fit', `${fit.toFixed(2)} s`, 'bar 4 s');
  const script = join(import.meta.dirname, 'peak-memory.ts');
  const peak = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
  line('peak memory of import and fit', `${peak} MB`, 'bar 400 MB');
  const dates = [4, 5, 7, 8].map((days) => addDays(origin, days));
  const plan = () => {
    for (const date of dates) {
      for (const { id } of history.sites) {
        model.status(id, date);
        model.forecast(id, date)?.quantile(0.8);
      }
    }
  };
  plan();
  line('plan of a week, warm', `${seconds(plan).toFixed(3)} s`, 'bar 0.3 s');
  const { least, naive } = references(history);
  line(
    'least squares by ml-matrix, same design',
    `${least.toFixed(1)} s`,
    `fit ×${(fit / least).toFixed(2)}`,
  );
  line('naive rule on the same site-days', `${naive.toFixed(2)} s`, `fit ×${(fit / naive).toFixed(0)}`);
  benchBacktests();
}

/** The same rows and columns solved by ml-matrix's normal equations, and the mean of 4 for each row. */
function references(history: History): { least: number; naive: number } {
  const day = toDay(origin);
  const sources = buildSources(history, day, day);
  const schema = buildSchema(sources.menu.words.length);
  const design = new Design(schema);
  const reader = new InputReader(sources, lead);
  const x = emptyInputs();
  const target: number[] = [];
  let rows = 0;
  sources.frame.series.forEach((series, site) => {
    series.days.forEach((d, k) => {
      if (!reader.read(site, d, d - lead, x)) return;
      rows++;
      if (rows % 40 !== 0 || design.rows >= referenceRows) return;
      design.push(x);
      target.push(Math.log(series.served[k] + 1) - Math.log(x.level + 1));
    });
  });
  const dense = Matrix.zeros(design.rows, schema.size);
  for (let r = 0; r < design.rows; r++) {
    for (let i = design.start[r]; i < design.start[r + 1]; i++) {
      dense.set(r, design.column[i], design.value[i]);
    }
  }
  let gram = Matrix.zeros(1, 1);
  const gather = seconds(() => {
    gram = dense.transpose().mmul(dense);
  });
  const solve = seconds(() => {
    // A touch of ridge: without it ml-matrix calls the rank-deficient design positive definite at random.
    const moment = dense.transpose().mmul(Matrix.columnVector(target));
    new CholeskyDecomposition(Matrix.add(gram, Matrix.eye(schema.size).mul(1e-3))).solve(moment);
  });
  const naive = seconds(() => {
    sources.levels.forEach((levels) => {
      for (const d of levels.series.days) sameWeekdayMean(levels, d, d - lead, 4);
    });
  });
  return { least: (gather * rows) / design.rows + solve, naive };
}

function benchBacktests(): void {
  console.log('backtests with weekly refits (bar 60 s each), in percent of meals served');
  console.log(
    '  window      lead      s   WAPE  mean4  staff  over*  cover80  short at 0.8   ratio to mean4',
  );
  for (const r of nantesBacktests(timedBacktest)) {
    const { model, sameWeekday4, staff, order } = r.measures;
    const cells = [
      r.from,
      String(r.lead).padStart(4),
      r.seconds.toFixed(1).padStart(6),
      ...[model.wape, sameWeekday4.wape, staff.wape, r.overAtStaffShortage ?? Number.NaN].map((v) =>
        v.toFixed(2).padStart(6),
      ),
      r.coverage80.toFixed(1).padStart(8),
      order.shortDays.toFixed(1).padStart(13),
      (model.wape / sameWeekday4.wape).toFixed(2).padStart(16),
    ];
    console.log(`  ${cells.join(' ')}`);
  }
  console.log("  * over at the staff's shortage");
}

function benchGrowth(): void {
  console.log('fit on made-up cities, 10 years (bar 60 s for 1,000 sites)');
  for (const sites of [250, 500, 1_000]) {
    const city = syntheticCity({ sites, firstYear: 2008, years: 10 });
    const time = seconds(() => {
      fitAttendance(city, '2018-05-31');
    });
    line(`${sites} sites, ${city.attendance.site.length.toLocaleString('en')} rows`, `${time.toFixed(1)} s`);
  }
}
