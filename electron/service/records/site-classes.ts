import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { ChildClass } from '../../api/records.ts';
import { childClassesOf } from '../coverage/enter-classes.ts';

const all: readonly ChildClass[] = ['M', 'E', 'C'];

/** The classes in which the children of a site are told apart: by its shares where it has some, else by its type. */
export function classesBySite(db: ReadonlyDatabase): (site: Site) => readonly ChildClass[] {
  const shares = new Map(listSiteDiners(db).map((diners) => [diners.siteId, diners.shares]));
  return ({ id, kind }) => {
    const own = shares.get(id);
    const shared = all.filter((one) => (own?.[one] ?? 0) > 0);
    return shared.length > 1 ? shared : childClassesOf(kind);
  };
}

/** Those, and any other that is on record. */
export const withRecorded = (
  classes: readonly ChildClass[],
  recorded: readonly Readonly<Partial<Record<ChildClass, number>>>[],
): readonly ChildClass[] =>
  all.filter((one) => classes.includes(one) || recorded.some((counts) => counts[one] !== undefined));
