import type { IsoDate } from '../../../forecasting/domain/records.ts';
import type { SampleAttendance } from './attendance.ts';
import type { SampleCanteen } from './canteens.ts';
import type { SampleCourse, SampleMenu } from './menus.ts';
import { binomial, normal, type Random, randomStream } from './random.ts';

export interface SampleServing {
  readonly date: IsoDate;
  readonly canteen: SampleCanteen;
  readonly dish: string;
  readonly planned: number;
  readonly prepared: number;
  readonly served: number;
  readonly left: number;
}

/** The canteens that write down every dish. */
const recording = ['Le Grand Chêne', 'Les Quatre Vents'];

/** Portions of each dish, in the canteens that record them, since a day. */
export function sampleServings(
  seed: number,
  attendance: readonly SampleAttendance[],
  menus: ReadonlyMap<IsoDate, SampleMenu>,
  since: IsoDate,
): readonly SampleServing[] {
  const random = randomStream(seed, 'servings');
  return attendance
    .filter(({ date, canteen }) => date >= since && recording.includes(canteen.name))
    .flatMap((row) =>
      (menus.get(row.date)?.courses ?? []).flatMap((course) => courseServings(random, row, course)),
    );
}

/** Guests share themselves out over the dishes of a course; the kitchen prepares by habit, a little too much. */
function courseServings(
  random: Random,
  { date, canteen, served: diners, staff }: SampleAttendance,
  { dishes }: SampleCourse,
): readonly SampleServing[] {
  const liking = dishes.map(({ liked }) => Math.min(0.99, Math.max(0.3, normal(random, liked, 0.03))));
  const total = liking.reduce((sum, value) => sum + value, 0);
  const onlyOne = dishes.length === 1;
  let rest = diners;
  return dishes.map(({ dish, liked }, i) => {
    const own = liking[i] ?? liked;
    const share = onlyOne ? own : i === dishes.length - 1 ? 0.96 : own / total;
    const wanted = binomial(random, onlyOne ? diners : rest, share);
    rest -= wanted;
    const planned = Math.round(
      onlyOne ? staff : (staff * liked) / dishes.reduce((sum, d) => sum + d.liked, 0),
    );
    const prepared = Math.max(0, Math.round(planned * (onlyOne ? Math.min(1, liked + 0.07) : 1.06)));
    const served = Math.min(wanted, prepared);
    return { date, canteen, dish, planned, prepared, served, left: prepared - served };
  });
}
