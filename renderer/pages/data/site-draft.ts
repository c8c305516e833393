import type { SiteDraft, SiteKind } from '../../../electron/api/records.ts';

export const SITE_KINDS: readonly SiteKind[] = ['M', 'E', 'M/E', 'C', 'L', 'A'];

/** A form's fields, as typed. */
export interface SiteFields {
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: string;
  readonly enrolled: string;
  /** Children on an ordinary day. */
  readonly usual: string;
}

type NumberName = 'capacity' | 'enrolled' | 'usual';

interface ParsedDraft {
  /** `null` while something is wrong. */
  readonly draft: SiteDraft | null;
  readonly wrong: Partial<Record<NumberName, 'not-whole' | 'above-enrolled'> & Record<'name', true>>;
}

const MOST = 5000;

export function parseDraft(fields: SiteFields): ParsedDraft {
  const name = fields.name.normalize('NFC').trim();
  const [capacity, enrolled, usual] = [fields.capacity, fields.enrolled, fields.usual].map(parseWhole);
  const tooMany = typeof usual === 'number' && typeof enrolled === 'number' && usual > enrolled;
  const wrong: ParsedDraft['wrong'] = {
    ...(name === '' ? { name: true } : {}),
    ...(capacity === undefined ? { capacity: 'not-whole' } : {}),
    ...(enrolled === undefined ? { enrolled: 'not-whole' } : {}),
    ...(usual === undefined ? { usual: 'not-whole' } : tooMany ? { usual: 'above-enrolled' } : {}),
  };
  if (name === '' || capacity === undefined || enrolled === undefined || usual === undefined || tooMany) {
    return { draft: null, wrong };
  }
  return { draft: { name, kind: fields.kind, capacity, enrolled, usual }, wrong };
}

/** `null` for an empty field, `undefined` for anything that is no whole number from 1 to 5,000. */
export function parseWhole(text: string): number | null | undefined {
  const bare = text.replace(/\s/gu, '');
  if (bare === '') return null;
  if (!/^\d{1,4}$/.test(bare)) return undefined;
  const n = Number(bare);
  return n >= 1 && n <= MOST ? n : undefined;
}
