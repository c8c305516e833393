import { z } from 'zod';
import type { Method } from '../../../../electron/api/contract.ts';
import { schemas } from '../../../../electron/api/schemas.ts';
import { tooLongIn } from '../../../../electron/service/host/too-long.ts';
import { validate } from '../../../../electron/service/host/validate.ts';

interface Shape {
  readonly type?: string;
  readonly maxItems?: number;
}

/** Every list in the schema of a method. */
function listsOf(shape: unknown): readonly Shape[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const own = 'type' in shape && shape.type === 'array' ? [shape as Shape] : [];
  return [...own, ...Object.values(shape).flatMap(listsOf)];
}

test('every list of the contract has a longest length', () => {
  const without = (Object.keys(schemas) as Method[]).filter((method) =>
    listsOf(z.toJSONSchema(schemas[method], { io: 'input', unrepresentable: 'any' })).some(
      ({ maxItems }) => maxItems === undefined,
    ),
  );
  expect(without).toEqual([]);
});

test('what has too many entries is refused before any of them is judged', () => {
  const seen = jest.fn(() => true);
  const schema = z.strictObject({
    rows: z
      .array(z.strictObject({ tags: z.array(z.string().refine(seen)).min(1).max(3).exactOptional() }))
      .max(2),
  });
  const five = ['a', 'b', 'c', 'd', 'e'];
  expect(tooLongIn(schema, { rows: [{}, { tags: five }] })).toEqual({
    path: ['rows', 1, 'tags'],
    maximum: 3,
  });
  expect(tooLongIn(schema, { rows: [{}, {}, {}] })).toEqual({ path: ['rows'], maximum: 2 });
  expect(tooLongIn(schema, { rows: [{ tags: ['a'] }], constructor: five })).toBeNull();
  expect(seen).not.toHaveBeenCalled();
});

test('a method says so of a list, and of an object of a million names', () => {
  const many = Array.from({ length: 1_001 }, () => ({}));
  expect(() => validate('closures.save', { closures: many })).toThrow(/1.?000/);
  const names = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, 1]));
  expect(() => validate('sites.list', names)).toThrow(/10.?000/);
});
