import type { SiteKind } from '../../../forecasting/domain/records.ts';
import type { ClassField } from '../field.ts';

/** `primary`: elementary beside a nursery, both where it stands alone. */
export type TitleClass = Exclude<ClassField, 'adult'> | 'primary';

const classes: readonly (readonly [RegExp, TitleClass])[] = [
  [/^(T?PS|MS|GS|PETITE SECTION|MOYENNE SECTION|GRANDE SECTION)( ?[A-F]| ?[12])?$/, 'maternelle'],
  [/^(CP|CE ?[12]?|CM ?[12]?|YEAR [1-6]|GRADE [1-5])( ?[A-F])?$/, 'elementaire'],
  [/^([3-6] ?(E|EM|EME|IEME)|YEAR ([7-9]|1[01])|GRADE [6-9])( ?[A-F])?$/, 'college'],
];

const ofKind: Readonly<Partial<Record<SiteKind, TitleClass>>> = {
  M: 'maternelle',
  E: 'elementaire',
  C: 'college',
  'M/E': 'primary',
};

/** The age class of children in words as they are compared ("CP", "CE1 CE2", "CLASSE DE GS"); `null`: they name none. */
export function titleClass(words: string, kind: SiteKind | null): TitleClass | null {
  if (kind !== null) {
    return ofKind[kind] ?? null;
  }
  const own = words
    .replace(/^(CLASSE|NIVEAU|GROUPE|CLASS) /, '')
    .replace(/ (M|MME|MR|MLLE|MRS|MS|MISS) [A-Z].*$/, '');
  const classOf = (text: string) => classes.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const parts = own.split(/ ?\/ ?| (?=T?PS|MS|GS|C[PEM])/).map(classOf);
  const [first = null] = parts;
  return classOf(own) ?? (parts.every((part) => part === first) ? first : null);
}

/** What parts of the children are, each; `null`: one names no class, or all name the same. */
export function classesOfParts(
  parts: readonly (TitleClass | null)[],
): readonly Exclude<TitleClass, 'primary'>[] | null {
  const hasNursery = parts.includes('maternelle');
  const found = parts.flatMap((part) =>
    part === null || (part === 'primary' && !hasNursery) ? [] : [part === 'primary' ? 'elementaire' : part],
  );
  return found.length === parts.length && new Set(found).size > 1 ? found : null;
}
