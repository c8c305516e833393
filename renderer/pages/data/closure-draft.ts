import type { ClosureDraft, ClosureKind } from '../../../electron/api/records.ts';
import { parseDate } from '../../format/parse-date.ts';

/** A closure while it is being typed. */
export interface ClosureFields {
  readonly kind: ClosureKind;
  /** 0: every site. */
  readonly site: number;
  readonly from: string;
  /** Empty: one day. */
  readonly to: string;
  readonly absent: string;
}

export const ALL_SITES = 0;

export type ClosureField = 'site' | 'from' | 'to' | 'absent';

interface Parsed {
  /** `null` while something is wrong. */
  readonly draft: ClosureDraft | null;
  readonly wrong: Partial<Record<ClosureField, true>>;
}

const MOST_AWAY = 5_000;

function parseAbsent(text: string): number | null {
  const n = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(n) && n >= 1 && n <= MOST_AWAY ? n : null;
}

/** Children are away from one site: an outing names it, and how many they are. */
export function parseClosure(fields: ClosureFields): Parsed {
  const outing = fields.kind === 'outing';
  const from = parseDate(fields.from);
  const to = fields.to.trim() === '' ? from : parseDate(fields.to);
  const absent = parseAbsent(fields.absent);
  const wrong = {
    ...(outing && fields.site === ALL_SITES ? { site: true as const } : {}),
    ...(from === null ? { from: true as const } : {}),
    ...(fields.to.trim() !== '' && (to === null || (from !== null && to < from))
      ? { to: true as const }
      : {}),
    ...(outing && absent === null ? { absent: true as const } : {}),
  };
  if (from === null || to === null || Object.keys(wrong).length > 0) return { draft: null, wrong };
  const siteId = fields.site === ALL_SITES ? null : fields.site;
  const period = to === from ? { from } : { from, to };
  return { draft: { kind: fields.kind, siteId, ...period, ...(outing ? { absent } : {}) }, wrong };
}
