import type { Holiday } from './school-holidays.ts';

type Days = readonly [name: string, firstDay: string, lastDay: string];

const everywhere = {
  autumn: [
    ['Vacances de la Toussaint', '2026-10-17', '2026-11-01'],
    ['Vacances de Noël', '2026-12-19', '2027-01-03'],
  ],
  summer: [
    ['Pont de l’Ascension', '2027-05-07', '2027-05-09'],
    ['Vacances d’Été', '2027-07-03', '2027-08-31'],
  ],
} as const;

const ofZone: Readonly<Record<string, readonly Days[]>> = {
  A: [
    ['Vacances d’Hiver', '2027-02-13', '2027-02-28'],
    ['Vacances de Printemps', '2027-04-10', '2027-04-25'],
  ],
  B: [
    ['Vacances d’Hiver', '2027-02-20', '2027-03-07'],
    ['Vacances de Printemps', '2027-04-17', '2027-05-02'],
  ],
  C: [
    ['Vacances d’Hiver', '2027-02-06', '2027-02-21'],
    ['Vacances de Printemps', '2027-04-03', '2027-04-18'],
  ],
};

/**
 * The school year 2026-2027 of zones A, B and C, which the copy of the official file does not have yet: as the official
 * data set is quoted in public code, in three places that agree.
 */
const quoted: readonly Holiday[] = Object.entries(ofZone).flatMap(([zone, own]) =>
  [...everywhere.autumn, ...own, ...everywhere.summer].map(([name, firstDay, lastDay]) => ({
    zone,
    name,
    firstDay,
    lastDay,
  })),
);

/** The holidays of the official files, and those of 2026-2027 as long as the files do not have them. */
export function withQuoted(official: readonly Holiday[]): readonly Holiday[] {
  const has = (zone: string) => official.some((one) => one.zone === zone && one.firstDay > '2026-09-01');
  return [...official, ...quoted.filter(({ zone }) => !has(zone))].sort(
    (a, b) => compare(a.zone, b.zone) || compare(a.firstDay, b.firstDay),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
