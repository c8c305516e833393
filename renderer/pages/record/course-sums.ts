import type { Course, RecordRow } from '../../../electron/api/records.ts';
import { taken } from './served-model.ts';

export interface CourseSum {
  readonly course: Course;
  /** Portions taken of each of its dishes. */
  readonly parts: readonly number[];
  readonly sum: number;
  /** Children and adults served. */
  readonly diners: number;
}

/** Courses with a choice, of which it is known what was taken of every dish: each diner takes one of them. */
export function courseSums({ dishes, children, served }: RecordRow): readonly CourseSum[] {
  if (children === null) return [];
  const diners = children + (served.A ?? 0);
  return [...Map.groupBy(dishes, ({ course }) => course)].flatMap(([course, own]) => {
    const known = own.map(taken).filter((one) => one !== null && !one.atLeast);
    if (course === null || own.length < 2 || known.length < own.length) return [];
    const parts = known.flatMap((one) => one?.portions ?? []);
    return [{ course, parts, sum: parts.reduce((all, part) => all + part, 0), diners }];
  });
}
