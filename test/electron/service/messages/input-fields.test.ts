import { schemas } from '../../../../electron/api/schemas.ts';
import { ServiceError } from '../../../../electron/service/context/errors.ts';
import { validate } from '../../../../electron/service/host/validate.ts';
import { messagesIn } from '../../../../electron/service/messages/messages.ts';

interface Schema {
  readonly def?: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly entries?: Readonly<Record<string, string>>;
    readonly options?: readonly Schema[];
    readonly items?: readonly Schema[];
    readonly element?: Schema;
    readonly innerType?: Schema;
    readonly keyType?: Schema;
    readonly valueType?: Schema;
    readonly in?: Schema;
    readonly left?: Schema;
    readonly right?: Schema;
  };
}

/** Every name that may stand in the path of what is wrong with an input. */
function namesIn({ def }: Schema): readonly string[] {
  if (def === undefined) return [];
  const { shape = {}, options = [], items = [], element, innerType, keyType, valueType, left, right } = def;
  const inner = [
    ...Object.values(shape),
    ...options,
    ...items,
    element,
    innerType,
    valueType,
    def.in,
    left,
    right,
  ];
  return [
    ...Object.keys(shape),
    ...Object.keys(keyType?.def?.entries ?? {}),
    ...inner.flatMap((one) => (one === undefined ? [] : namesIn(one))),
  ];
}

const names = [...new Set(Object.values(schemas as Readonly<Record<string, Schema>>).flatMap(namesIn))];

test.each(['fr', 'en'] as const)('every field that a method takes has words: %s', (language) => {
  const { inputFields } = messagesIn(language);
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name) => inputFields[name] === undefined)).toEqual([]);
});

const refusal = (language: 'fr' | 'en', ...asked: Parameters<typeof validate>) => {
  try {
    validate(...asked);
  } catch (error) {
    if (error instanceof ServiceError) return error.text(messagesIn(language)).message;
  }
  return null;
};

test('a field inside a list is told in words, with its place, never as a path', () => {
  const entries = [{ name: 'served', value: 3 }];
  const asked = { date: '2026-03-10', siteId: 1, entries };
  for (const language of ['fr', 'en'] as const) {
    const message = refusal(language, 'records.save', asked);
    expect(message).not.toMatch(/\w\.\d|\d\.\w/);
  }
  expect(refusal('fr', 'records.save', asked)).toContain('Champ «\u00a0entrées n°\u00a01, ');
  expect(refusal('en', 'records.save', asked)).toContain('Field “entries no. 1, ');
});
