import type { z } from 'zod';
import type { Input, Method } from '../../api/contract.ts';
import { schemas } from '../../api/schemas.ts';
import { ServiceError } from '../context/errors.ts';
import type { Messages } from '../messages/messages.ts';
import { tooLongIn } from './too-long.ts';

type Issue = z.core.$ZodIssue;

function custom(
  { problem, maximum }: Record<string, unknown>,
  { dishPlan, input, orders }: Messages,
): string {
  switch (problem) {
    case 'before-from':
      return input.beforeFrom;
    case 'level-twice':
      return input.levelTwice;
    case 'moment':
      return input.moment;
    case 'year':
      return input.year;
    case 'site-and-kitchen':
      return dishPlan.siteAndKitchen;
    case 'roll-call-counts':
      return orders.rollCallCounts;
    default:
      return input.atMostDays(Number(maximum));
  }
}

/** What is wrong with one field, in words. */
function wording(issue: Issue, texts: Messages): string {
  const { input } = texts;
  switch (issue.code) {
    case 'invalid_format':
      return issue.format === 'date' ? input.date : input.text;
    case 'invalid_type':
      return input.expected[issue.expected as keyof typeof input.expected] ?? input.other;
    case 'invalid_value':
      return input.oneOf(issue.values.map(String));
    case 'invalid_union':
      return input.oneOf('options' in issue ? (issue.options ?? []).map(String) : []);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? input.empty
        : input.atLeast(Number(issue.minimum));
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? input.tooLong(Number(issue.maximum))
        : input.atMost(Number(issue.maximum));
    case 'unrecognized_keys':
      return input.unknown;
    case 'custom':
      return custom(issue.params ?? {}, texts);
    default:
      return input.other;
  }
}

/** Unknown fields that are named; the others are of the same kind. */
const namedFields = 3;

/** The name of a field that no method knows may be anything, and of any length. */
const shown = (name: string) => name.slice(0, 60).toWellFormed().replace(/\p{C}/gu, '');

/** Where it is, in words: `rows.0.date` is « lignes n° 1, date ». A name that no method knows stays as it was written. */
function placeOf(path: readonly PropertyKey[], { input, inputFields }: Messages): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return place ? `${place} ${input.nth(part + 1)}` : input.nth(part + 1);
    const word = (Object.hasOwn(inputFields, part) && inputFields[String(part)]) || shown(String(part));
    return place ? `${place}, ${word}` : word;
  }, '');
}

const fieldOf = (issue: Issue, texts: Messages): string =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.slice(0, namedFields).map(shown).join(', ')
    : placeOf(issue.path, texts);

/** The input of a method as its use case may see it. Throws `invalid-input`, naming the field. */
export function validate<M extends Method>(method: M, raw: unknown): Input<M> {
  const long = tooLongIn(schemas[method], raw);
  if (long !== null) {
    throw new ServiceError('invalid-input', (t) =>
      t.errors.invalidInput(placeOf(long.path, t), t.input.tooLong(long.maximum)),
    );
  }
  const parsed = schemas[method].safeParse(raw);
  if (parsed.success) {
    return parsed.data as Input<M>;
  }
  const issue = parsed.error.issues[0] as Issue;
  const kind = issue.code === 'custom' && issue.params?.problem === 'year' ? 'refused' : 'invalid-input';
  throw new ServiceError(kind, (t) => t.errors.invalidInput(fieldOf(issue, t), wording(issue, t)));
}

export const isMethod = (name: unknown): name is Method =>
  typeof name === 'string' && Object.hasOwn(schemas, name);
