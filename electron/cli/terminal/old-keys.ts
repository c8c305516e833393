/** New key → the key that earlier versions wrote, which scripts may still read. */
const oldKeys: Readonly<Record<string, string>> = {
  approved: 'frozen',
  approvedQuantity: 'sent',
  automatic: 'byClock',
  headCount: 'rollCall',
  mealsToCook: 'toServe',
  diners: 'guests',
  recalled: 'unsent',
};

/** A JSON value in which each renamed key also stands under its old name, unless the object has that key already. */
export function withOldKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOldKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, part]) => {
    const content = withOldKeys(part);
    const old = Object.hasOwn(oldKeys, key) ? oldKeys[key] : undefined;
    const both = old !== undefined && !Object.hasOwn(value, old);
    return both ? [[key, content] as const, [old, content] as const] : [[key, content] as const];
  });
  return Object.fromEntries(entries);
}
