import type { RefObject } from 'react';
import { useRequestedPart } from './use-asked-part.ts';

/** In reading order; an address such as `/accuracy/dial` leads to its part, and so does the palette. */
export const ACCURACY_PARTS = ['comparison', 'sites', 'dial', 'biggest', 'own'] as const;

type AccuracyPart = (typeof ACCURACY_PARTS)[number];

/** For the section of a part. `ready`: what stands above it is there. */
export const useAccuracyPart = (part: AccuracyPart, ready = true): RefObject<HTMLElement | null> =>
  useRequestedPart(part, '/accuracy', ready);
