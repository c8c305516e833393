import type { Course } from '../domain/records.ts';
import { lowestServiceLevel } from './costs.ts';

/** Service levels said for some courses; the others follow the general one. */
export type CourseLevels = Readonly<Partial<Record<Course, number>>>;

/** Bread that runs out is no missing meal: the level of what is expected does. */
export const usualCourseLevels: CourseLevels = { bread: lowestServiceLevel };

/** The service level of a course: as said for it, else as usual for it, else the general one. */
export function courseLevel(course: Course, general: number, said: CourseLevels): number {
  return said[course] ?? usualCourseLevels[course] ?? general;
}
