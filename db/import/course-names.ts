import type { Course } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';

const courses: readonly (readonly [RegExp, Course])[] = [
  [/^(ENTREE|HORS.D.OEUVRE|STARTER)/, 'starter'],
  [/^(PLAT|MAIN|VIANDE|POISSON)/, 'main'],
  [/^(GARNITURE|LEGUME|ACCOMPAGNEMENT|SIDE)/, 'side'],
  [/^(PRODUIT LAITIER|LAITAGE|FROMAGE|DAIRY|CHEESE)/, 'dairy'],
  [/^(DESSERT|FRUIT)/, 'dessert'],
  [/^(PAIN|BREAD)/, 'bread'],
];

const named = (text: string) => courses.find(([pattern]) => pattern.test(fold(text)))?.[1] ?? null;

export const isCourseName = (text: string): boolean => named(text) !== null;

/** The course that a cell names; `other`: a name that is not known; `null`: none. */
export const courseNamed = (text: string): Course | null =>
  fold(text) === '' ? null : (named(text) ?? 'other');
