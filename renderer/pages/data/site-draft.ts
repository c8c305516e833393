import type { SiteDraft, SiteKind } from '../../../electron/api/records.ts';

export const SITE_KINDS: readonly SiteKind[] = ['M', 'E', 'M/E', 'C', 'L', 'A'];

/** A form's fields, as typed. */
export interface SiteFields {
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: string;
  readonly enrolled: string;
}

interface ParsedDraft {
  /** `null` while something is wrong. */
  readonly draft: SiteDraft | null;
  readonly wrong: Partial<Record<'name' | 'capacity' | 'enrolled', true>>;
}

const MOST = 5000;

export function parseDraft(fields: SiteFields): ParsedDraft {
  const name = fields.name.normalize('NFC').trim();
  const capacity = parseWhole(fields.capacity);
  const enrolled = parseWhole(fields.enrolled);
  const wrong: ParsedDraft['wrong'] = {
    ...(name === '' ? { name: true } : {}),
    ...(capacity === undefined ? { capacity: true } : {}),
    ...(enrolled === undefined ? { enrolled: true } : {}),
  };
  if (name === '' || capacity === undefined || enrolled === undefined) return { draft: null, wrong };
  return { draft: { name, kind: fields.kind, capacity, enrolled }, wrong };
}

/** `null` for an empty field, `undefined` for anything that is no whole number from 1 to 5,000. */
function parseWhole(text: string): number | null | undefined {
  const bare = text.replace(/\s/gu, '');
  if (bare === '') return null;
  if (!/^\d{1,4}$/.test(bare)) return undefined;
  const n = Number(bare);
  return n >= 1 && n <= MOST ? n : undefined;
}
