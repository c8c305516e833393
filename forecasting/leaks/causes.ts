import { type LeakCause, leakCauses } from '../domain/leak-records.ts';

/** What is known of a cell, over its occurrences; `null`: not known. */
export interface LeakFacts {
  /** Excess, meals an occurrence. */
  readonly mean: number;
  /** Ordered above the recommendation, meals an occurrence. */
  readonly overAdvice: number | null;
  /** Added by whole packs, portions an occurrence. */
  readonly packRounding: number | null;
  /** Share of occurrences without a head count. */
  readonly withoutHeadCount: number | null;
  /** Days since the enrolment was entered. */
  readonly enrolmentAge: number | null;
  /** Adults ordered less adults served, an occurrence. */
  readonly adultsTooMany: number | null;
  /** Service level in force, and the one that its costs or its shortage ask for. */
  readonly serviceLevel: number | null;
  readonly neededLevel: number | null;
  /** Children away on outings that were not announced in time, an occurrence. */
  readonly lateOutings: number | null;
  /** Share of the portions of the dish that come back. */
  readonly refusedShare: number | null;
}

/** Half of the excess explained is a cause to look at first. */
const explains = 0.5;
/** A year old: children have left and come since. */
const staleDays = 365;
const seldom = 0.5;
const refused = 0.25;
const levelStep = 0.05;

const tests: Readonly<Record<LeakCause, (facts: LeakFacts) => boolean>> = {
  'override-above': ({ overAdvice, mean }) => overAdvice !== null && overAdvice >= explains * mean,
  'pack-rounding': ({ packRounding, mean }) => packRounding !== null && packRounding >= explains * mean,
  'head-count-missing': ({ withoutHeadCount }) => withoutHeadCount !== null && withoutHeadCount > seldom,
  'enrolment-stale': ({ enrolmentAge }) => enrolmentAge !== null && enrolmentAge > staleDays,
  'adults-too-high': ({ adultsTooMany, mean }) => adultsTooMany !== null && adultsTooMany >= explains * mean,
  'level-above-need': ({ serviceLevel, neededLevel }) =>
    serviceLevel !== null && neededLevel !== null && serviceLevel - neededLevel > levelStep - 1e-9,
  outings: ({ lateOutings, mean }) => lateOutings !== null && lateOutings >= explains * mean,
  'dish-refused': ({ refusedShare }) => refusedShare !== null && refusedShare >= refused,
};

/** The causes that what is known does not rule out, the first to look at first; none where nothing is known. */
export const causesOf = (facts: LeakFacts): readonly LeakCause[] =>
  leakCauses.filter((cause) => tests[cause](facts));
