import { z } from 'zod';
import type { Method } from '../../electron/api/contract.ts';
import { schemas } from '../../electron/api/schemas.ts';

export type Random = () => number;

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** What the data hold, by the name of the field that takes it: ids, names, dates. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** What is hostile about one input: nothing (`null`), or the one place of it that is not as it should be. */
interface Choice {
  readonly random: Random;
  readonly known: Known;
  /** Counts places down to the hostile one. */
  left: number;
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

const oddDates = [
  ...['0026-01-15', '9999-12-31', '2026-02-30', '1989-12-31', '1990-01-01', '2069-12-31', '2070-01-01'],
  ...['', '2026-1-5', '15/01/2026', '2026-01-15T00:00', '-000001-01-01', '+275760-09-13', '２０２６-01-15'],
];
const oddNumbers = [
  ...[0, -0, -1, 0.1, 1.5, 1e-300, 99_999, 100_001, 1e9, 1e12, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e308],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 999_999, -1e308],
];
const oddTexts = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udc00', '\u202eabc', '\u001b[31m', '\r\n', '=1+1', '🍎'],
  ...[
    '../../etc/passwd',
    '/dev/zero',
    '__proto__',
    'constructor',
    'toString',
    '<script>',
    "';--",
    '%s%n',
    'NaN',
  ],
  ...['e\u0301cole', '\ufeff', '9'.repeat(400), 'null'],
];
const otherTypes = [null, undefined, 'x', 7, true, [], {}, [[]], { length: 3 }, '2026-01-15', Number.NaN];
const plainTexts = [
  'Riz',
  'Jean',
  '11:30',
  '2026-01-15',
  '1',
  '2026-01',
  '2026',
  '2026-01-13T10:00',
  'site-1',
];

/** A text of many characters: beyond any limit, and under what a host takes. */
const hugeText = 'é'.repeat(300_000);
const hugeList = 12_000;

const ownProto = (fields: object): unknown =>
  JSON.parse(
    `{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},${JSON.stringify(fields).slice(1)}`.replace(
      /,\}$/,
      '}',
    ),
  );

function oddText({ format, maxLength = 50 }: Shape, random: Random): unknown {
  if (format === 'date' && random() < 0.7) return pick(oddDates, random);
  const long = ['a'.repeat(maxLength), 'a'.repeat(maxLength + 1), '\u0301'.repeat(maxLength), hugeText];
  return pick([...oddTexts, ...long, ...oddDates], random);
}

function oddNumber(shape: Shape, random: Random): unknown {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape;
  const borders = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].flatMap((border) =>
    border === undefined ? [] : [border - 1, border - 1e-9, border, border + 1e-9, border + 1],
  );
  return pick([...oddNumbers, ...borders, ...borders], random);
}

function oddObject(shape: Shape, choice: Choice): unknown {
  const { random } = choice;
  const plain = plainObject(shape, '', choice);
  const names = Object.keys(plain);
  const without = pick(names, random);
  const odd = [
    () => ({ ...plain, extra: 1 }),
    () => ownProto(plain),
    () => Object.fromEntries(names.filter((name) => name !== without).map((name) => [name, plain[name]])),
    () => ({ ...plain, ...(without === undefined ? {} : { [without]: null }) }),
    () => [plain],
    () => Object.fromEntries(Array.from({ length: hugeList }, (_, at) => [`k${at}`, 1])),
  ];
  return pick(odd, random)();
}

function oddList(shape: Shape, name: string, choice: Choice): unknown {
  const { random } = choice;
  const one = () => made(shape.items ?? {}, name, choice);
  const twice = one();
  const odd = [
    () => [],
    () => [twice, twice],
    () =>
      Array.from(
        { length: (shape.maxItems ?? hugeList) < hugeList ? (shape.maxItems ?? 0) + 1 : hugeList },
        () => twice,
      ),
    () => Array.from({ length: Math.min(shape.maxItems ?? 500, 500) }, one),
    () => ({ 0: twice, length: 1 }),
    () => [twice, null],
  ];
  return pick(odd, random)();
}

/** What cannot be meant in the place of a shape: at its borders and beyond, of another type, too much, too long. */
function odd(shape: Shape, name: string, choice: Choice): unknown {
  const { random } = choice;
  if (random() < 0.2) return pick(otherTypes, random);
  switch (shape.type) {
    case 'object':
      return oddObject(shape, choice);
    case 'array':
      return oddList(shape, name, choice);
    case 'string':
      return oddText(shape, random);
    case 'integer':
    case 'number':
      return oddNumber(shape, random);
    default:
      return pick<unknown>([...oddTexts, ...oddNumbers, ...otherTypes], random);
  }
}

function plainText({ format, pattern }: Shape, name: string, { random, known }: Choice): unknown {
  const fits = (text: unknown) =>
    pattern === undefined || format === 'date' || new RegExp(pattern).test(String(text));
  const own = (known[name] ?? (format === 'date' ? known.date : known.text) ?? []).filter(fits);
  return pick(own.length > 0 ? own : plainTexts.filter(fits), random);
}

function plainNumber(shape: Shape, name: string, { random, known }: Choice): unknown {
  const own = known[name] ?? (name.endsWith('Id') || name.endsWith('Ids') ? known.id : undefined);
  if (own && own.length > 0) return pick(own, random);
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = shape;
  const low = Math.max(minimum ?? exclusiveMinimum ?? 0, -1000);
  const high = Math.min(maximum ?? exclusiveMaximum ?? 1000, 1000);
  const between = low + random() * (high - low);
  return shape.type === 'integer' ? Math.round(between) : between;
}

function plainObject(shape: Shape, name: string, choice: Choice): Record<string, unknown> {
  const { random } = choice;
  const required = new Set(shape.required);
  const fields = Object.entries(shape.properties ?? {}).filter(
    ([field]) => required.has(field) || random() < 0.5,
  );
  const entries = fields.map(([field, part]) => [field, made(part, field, choice)] as const);
  const free = shape.additionalProperties;
  const more =
    typeof free === 'object' && Object.keys(free).length > 0
      ? [
          [
            String(made(shape.propertyNames ?? { type: 'string' }, name, choice)),
            made(free, name, choice),
          ] as const,
        ]
      : [];
  return Object.fromEntries([...entries, ...more]);
}

/** What is in the shape, but for the place that the choice has made the hostile one. */
function made(shape: Shape, name: string, choice: Choice): unknown {
  const { random } = choice;
  if (choice.left-- === 0) return odd(shape, name, choice);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return made(pick(either, random), name, choice);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return pick(shape.enum, random);
  switch (shape.type) {
    case 'object':
      return plainObject(shape, name, choice);
    case 'array':
      return Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
        made(shape.items ?? {}, name, choice),
      );
    case 'string':
      return plainText(shape, name, choice);
    case 'integer':
    case 'number':
      return plainNumber(shape, name, choice);
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return pick<unknown>([...plainTexts, ...otherTypes], random);
  }
}

const shapes = new Map<Method, Shape>();

function shapeOf(method: Method): Shape {
  const shape =
    shapes.get(method) ?? (z.toJSONSchema(schemas[method], { io: 'input', unrepresentable: 'any' }) as Shape);
  shapes.set(method, shape);
  return shape;
}

/** Of ten inputs one that is as it should be; in one several places are not, and in the others one place. */
export function hostileInput(method: Method, known: Known, random: Random): unknown {
  const shape = shapeOf(method);
  const never = { random, known, left: -1 };
  const luck = random();
  if (luck < 0.1) return made(shape, '', never);
  const counting = { random, known, left: 1e9 };
  made(shape, '', counting);
  const places = 1e9 - counting.left;
  const hostile = { random, known, left: Math.floor(random() * places) };
  const input = made(shape, '', hostile);
  return luck < 0.9 ? input : mixed(input, random);
}

/** Other values in other places too. */
function mixed(input: unknown, random: Random): unknown {
  if (typeof input !== 'object' || input === null) return pick<unknown>(otherTypes, random);
  if (Array.isArray(input))
    return input.slice(0, 20).map((part) => (random() < 0.3 ? pick(otherTypes, random) : part));
  return Object.fromEntries(
    Object.entries(input).map(([name, part]) => [
      name,
      random() < 0.3 ? pick<unknown>(otherTypes, random) : mixed(part, random),
    ]),
  );
}
