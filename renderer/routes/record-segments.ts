/** The parts of the page *Relevé*, in their order; the palette leads to each. Their views: `record-page.tsx`. */
export const RECORD_SEGMENTS = ['head-count', 'served', 'weighings'] as const;

export type RecordSegment = (typeof RECORD_SEGMENTS)[number];

export const isRecordSegment = (name: string | undefined): name is RecordSegment =>
  RECORD_SEGMENTS.some((segment) => segment === name);
