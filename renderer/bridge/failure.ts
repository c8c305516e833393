import type { ApiError } from '../../electron/api/contract.ts';

/** A refused call, as an exception: the query library tells failures apart by what is thrown. */
export class ApiFailure extends Error {
  override name = 'ApiFailure';
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.error = error;
  }
}

/** Shown as it is when it came from the service; anything else is a fault of the page itself. */
export function apiErrorOf(thrown: unknown): ApiError {
  if (thrown instanceof ApiFailure) return thrown.error;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'internal', message, remedy: '' };
}
