/**
 * `describe` for what cannot run everywhere. Elsewhere one skipped test says why; the body is not even read, since
 * it may need what is missing.
 */
export function describeWhere(possible: boolean, name: string, missing: string, body: () => void): void {
  if (possible) describe(name, body);
  else test.skip(`${name} (skipped: ${missing})`, () => {});
}
