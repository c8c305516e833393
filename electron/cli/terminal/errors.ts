import type { ApiError } from '../../api/contract.ts';

/** A command line that cannot be understood; the message is in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The service refused or failed. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.error = error;
  }
}
