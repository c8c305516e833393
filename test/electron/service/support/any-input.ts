import { z } from 'zod';
import type { Method } from '../../../../electron/api/contract.ts';
import { schemas } from '../../../../electron/api/schemas.ts';

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
  readonly prefixItems?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

type Random = () => number;

/** What people and scripts get wrong: years, days that are not, numbers out of all bounds, names of nothing. */
const dates = [
  ...['2026-01-15', '2026-01-13', '2026-01-16', '2025-12-25', '2026-02-30', '0026-12-03', '9999-12-31'],
  ...['2070-01-01', '1990-01-01', '2069-12-31', '15/01/2026', ''],
];
const numbers = [1, 2, 3, 0, -1, 0.5, 0.8, 50, 62, 100_001, 2e9, 2 ** 31, 2 ** 53, 1e308, Number.NaN];
const texts = [
  'Jean Jaurès',
  'La Fontaine',
  'x',
  '',
  ' ',
  '\u0000',
  '../../etc/passwd',
  '1',
  'a'.repeat(300),
  '<b>&',
  "';--",
];
const wrongTypes = [null, undefined, 'x', 7, true, [], {}];

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

function made(shape: Shape, random: Random, wrong: number): unknown {
  if (random() < wrong) return pick(wrongTypes, random);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return made(pick(either, random), random, wrong);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return random() < wrong ? 'other' : pick(shape.enum, random);
  switch (shape.type) {
    case 'object':
      return madeObject(shape, random, wrong);
    case 'array':
      return Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
        made(shape.items ?? {}, random, wrong),
      );
    case 'string':
      return madeText(shape, random);
    case 'integer':
      return pick(numbers.filter(Number.isInteger), random);
    case 'number':
      return pick(numbers, random);
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return pick<unknown>([...texts, ...numbers, ...wrongTypes], random);
  }
}

function madeText({ format, pattern }: Shape, random: Random): string {
  if (format === 'date') return random() < 0.6 ? pick(dates.slice(0, 4), random) : pick(dates, random);
  if (pattern?.includes('\\d{8}-')) return '20260115-0123456789';
  return pick([...texts, ...dates], random);
}

function madeObject(shape: Shape, random: Random, wrong: number): Record<string, unknown> {
  const required = new Set(shape.required);
  const entries = Object.entries(shape.properties ?? {})
    .filter(([name]) => required.has(name) || random() < 0.5)
    .map(([name, part]) => [name, made(part, random, wrong)] as const);
  return Object.fromEntries(entries);
}

/** An input for a method: of its shape, filled with what is odd, out of bounds or of another type. */
export function anyInput(method: Method, random: Random): unknown {
  const schema = z.toJSONSchema(schemas[method], { io: 'input', unrepresentable: 'any' }) as Shape;
  return made(schema, random, random() < 0.6 ? 0 : 0.15);
}
