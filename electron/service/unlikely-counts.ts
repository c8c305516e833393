import { answerCountSlip, listCountSlips, UnknownSlipError } from '../../db/count-slips.ts';
import type { Input, Output } from '../api/contract.ts';
import { ServiceError } from './context/errors.ts';
import type { Context } from './context/use-case.ts';

/** Answers questions about counts that can hardly be, all or none; answers those that still wait. */
export function answerCounts(
  { db }: Pick<Context, 'db'>,
  { counts, answer }: Input<'counts.answer'>,
): Output<'counts.answer'> {
  const answerAll = db.transaction(() => {
    for (const { nameId, date } of counts) answerOne(db, nameId, date, answer);
  });
  answerAll.immediate();
  return listCountSlips(db);
}

function answerOne(db: Context['db'], ...[nameId, date, answer]: AnswerOf): void {
  try {
    answerCountSlip(db, nameId, date, answer);
  } catch (error) {
    throw error instanceof UnknownSlipError
      ? new ServiceError('not-found', (t) => t.errors.countNotAsked(date))
      : error;
  }
}

type AnswerOf = readonly [nameId: number, date: string, answer: Input<'counts.answer'>['answer']];
