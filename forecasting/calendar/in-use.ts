import type { Site } from '../domain/records.ts';
import { toDay } from './day.ts';

/** Is a site open on a day, by what was stated of its opening and its closing for good? Nothing stated: it is. */
export function isInUse(
  { openFrom, closedFrom }: Pick<Site, 'openFrom' | 'closedFrom'>,
  day: number,
): boolean {
  return (openFrom == null || toDay(openFrom) <= day) && (closedFrom == null || day < toDay(closedFrom));
}
