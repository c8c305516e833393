import type { ApiError } from '../../electron/api/contract.ts';

const rawCode = /\b(E[A-Z]{3,}|UNKNOWN|SQLITE_\w+)\b|\b(Error|undefined|null|NaN)\b|\bat .*:\d+:\d+/;

/** Why an error is not told in plain words, with what to do; `null` where it is. */
export function wordsProblem({ kind, message, remedy }: ApiError): string | null {
  const said = `${message}\n${remedy}`;
  if (kind === 'internal') return `it is told as an unexpected error: ${said}`;
  if (rawCode.test(said)) return `a raw code is shown: ${said}`;
  return message === '' || remedy === '' ? `it does not say what to do: ${said}` : null;
}
