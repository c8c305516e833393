import { serviceOf } from './understand/words.ts';

/** Catering programs and portals export breakfasts, snacks and child care in the same file. */
export function isLunch(service: string): boolean {
  return serviceOf(service) !== 'other';
}
