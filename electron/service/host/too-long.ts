import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** More names than any answer to the questions of an import has. */
const mostNames = 10_000;

/** What of an input has more entries than its method takes: where it is, and how many it may have. */
export interface TooLong {
  readonly path: readonly PropertyKey[];
  readonly maximum: number;
}

function lengthOf(checks: readonly z.core.$ZodCheck<never>[] = []): number {
  const maxima = checks.map(({ _zod: { def } }) => {
    const { maximum, length } = def as { readonly maximum?: number; readonly length?: number };
    return maximum ?? length ?? Number.POSITIVE_INFINITY;
  });
  return Math.min(...maxima, Number.POSITIVE_INFINITY);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first that is too long, among the parts of a list or an object. */
function firstOf(
  parts: Iterable<readonly [PropertyKey, Schema, unknown]>,
  path: readonly PropertyKey[],
): TooLong | null {
  for (const [name, schema, value] of parts) {
    const found = tooLongIn(schema, value, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The first list that is longer than its schema lets it be, or object that has more names than any; `null` where none
 * is. Asked before the schema, which judges each of a million entries before it sees that they are too many.
 */
export function tooLongIn(schema: Schema, value: unknown, path: readonly PropertyKey[] = []): TooLong | null {
  if (isObject(value) && Object.keys(value).length > mostNames) return { path, maximum: mostNames };
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return tooLongIn(def.innerType, value, path);
    case 'pipe':
      return tooLongIn(def.in, value, path);
    case 'union': {
      const found = def.options.map((option) => tooLongIn(option, value, path));
      return found.every((one) => one !== null) ? (found[0] ?? null) : null;
    }
    case 'array': {
      if (!Array.isArray(value)) return null;
      const maximum = lengthOf(def.checks as readonly z.core.$ZodCheck<never>[] | undefined);
      if (value.length > maximum) return { path, maximum };
      return firstOf(
        value.map((entry, i) => [i, def.element, entry] as const),
        path,
      );
    }
    case 'record':
      return isObject(value)
        ? firstOf(
            Object.entries(value).map(([name, part]) => [name, def.valueType, part] as const),
            path,
          )
        : null;
    case 'object':
      return isObject(value)
        ? firstOf(
            Object.entries(def.shape).map(([name, part]) => [name, part as Schema, value[name]] as const),
            path,
          )
        : null;
    default:
      return null;
  }
}
