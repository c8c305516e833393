/** What was refused, and to whom: the trail one wants when something on the page misbehaves. */
export function logRefusal(what: string, details: Readonly<Record<string, unknown>>): void {
  console.warn(`refused: ${what} ${JSON.stringify(details)}`);
}

export function logFailure(what: string, error: unknown): void {
  console.error(`failed: ${what}`, error);
}
