import canteenList from '../../../assets/sample/canteens.json' with { type: 'json' };
import type { SiteKind } from '../../../forecasting/domain/records.ts';
import { normal, randomStream } from './random.ts';

export interface SampleCanteen {
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string;
  readonly capacity: number;
  /** Share of the children enrolled that eats there on an ordinary day. */
  readonly rate: number;
  readonly schools: readonly { readonly name: string; readonly children: number }[];
}

export const sampleCanteens = canteenList as readonly SampleCanteen[];

export interface SampleEnrolment {
  readonly school: string;
  readonly canteen: string;
  readonly schoolYear: number;
  readonly children: number;
}

/** Children per school and year: each September some more or some fewer. */
export function sampleEnrolment(seed: number, years: readonly number[]): readonly SampleEnrolment[] {
  return sampleCanteens.flatMap((canteen) =>
    canteen.schools.flatMap(({ name, children }) => {
      const random = randomStream(seed, `enrolment ${name}`);
      let now = children;
      return years.map((schoolYear, i) => {
        if (i > 0) now = Math.max(12, Math.round(now * (1 + normal(random, 0.005, 0.05))));
        return { school: name, canteen: canteen.name, schoolYear, children: now };
      });
    }),
  );
}

/** Children enrolled at the schools of one canteen in one year. */
export function enrolledAt(
  enrolment: readonly SampleEnrolment[],
  canteen: string,
  schoolYear: number,
): number {
  return enrolment
    .filter((row) => row.canteen === canteen && row.schoolYear === schoolYear)
    .reduce((sum, { children }) => sum + children, 0);
}
