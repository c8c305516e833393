import type { Context } from './use-case.ts';

/**
 * Does work of several steps in one transaction: all of it is kept, or nothing. What models have read of it meanwhile
 * is read again where it failed. Other programs wait as long as it takes.
 */
export function atomically<T>({ db, models }: Pick<Context, 'db' | 'models'>, work: () => T): T {
  try {
    return db.transaction(work).immediate();
  } catch (error) {
    models.readAgain();
    throw error;
  }
}
