import type { SiteKind } from '../../electron/api/records.ts';

interface Named {
  readonly site: string;
  readonly siteKind: SiteKind;
}

/** Accents and capitals do not count, and École 2 comes before École 10. */
const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** As one looks a site up in a list: by name, then by who eats there. */
export function bySiteName(a: Named, b: Named): number {
  return collator.compare(a.site, b.site) || collator.compare(a.siteKind, b.siteKind);
}
