import type { IsoDate, Language, SheetFormat } from '../../api/records.ts';
import type { SheetData } from './sheet-data.ts';
import { sheetTexts } from './sheet-texts.ts';

/** `feuille-2026-12-17-jean-jaures.pdf`: safe on every file system, sorts by date. */
export function sheetFileName(
  data: Pick<SheetData, 'date' | 'scope' | 'sites' | 'gaps'>,
  format: SheetFormat,
  language: Language,
): string {
  const site = data.scope === 'site' ? (data.sites[0] ?? data.gaps[0])?.site : undefined;
  const parts = [sheetTexts(language).fileName, data.date, site === undefined ? '' : slug(site)];
  return `${parts.filter((part) => part !== '').join('-')}.${format}`;
}

/** The same for files of a period: `commande-2026-12-14-2026-12-18.xlsx`. */
export function periodFileName(
  what: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  name: string | null,
  format: SheetFormat,
): string {
  const parts = [what, from, from === to ? '' : to, name === null ? '' : slug(name)];
  return `${parts.filter((part) => part !== '').join('-')}.${format}`;
}

function slug(name: string): string {
  return name
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
