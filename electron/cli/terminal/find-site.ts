import type { SiteRecord } from '../../api/records.ts';
import type { Terminal } from './command.ts';
import { UsageError } from './errors.ts';

const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The site that was named by its number, its name, or its name and kind (`JEAN JAURES M/E`). */
export function findSite(asked: string, sites: readonly SiteRecord[], { texts }: Terminal): SiteRecord {
  const wanted = folded(asked);
  const found = sites.filter(
    ({ id, name, kind }) =>
      String(id) === asked || folded(name) === wanted || folded(`${name} ${kind}`) === wanted,
  );
  const [only, another] = found;
  if (!only || another) {
    throw new UsageError(
      another
        ? texts.cli.sheet.severalSites(
            asked,
            found.map(({ id, name, kind }) => `${id} (${name} ${kind})`),
          )
        : texts.errors.siteNotFound(asked).message,
    );
  }
  return only;
}
