import { now } from '../context/clock.ts';

/** The name that a saved copy is given, if the user gives it no other. */
export const copyName = (): string => `bonne-mesure_${now().replace('T', '_').replace(':', '-')}.sqlite`;
