import { fold } from '../../../db/fold.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { listImports, UnknownImportError, undoImport } from '../../../db/import/imports.ts';
import type { ImportOutcome } from '../../../db/import/outcome.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { answerQuestion, listQuestions, UnknownQuestionError } from '../../../db/questions.ts';
import { listSites } from '../../../db/sites.ts';
import { countSlips } from '../../../forecasting/frame/count-slips.ts';
import type { Input } from '../../api/contract.ts';
import type { ImportReport, NameInFiles, PendingName, UndoReport } from '../../api/records.ts';
import { keepBeforeImport, keepBeforeUndo } from '../backups/keep.ts';
import { defaultOf, portionInForce } from '../catalogue/portion-in-force.ts';
import { scopeReader } from '../catalogue/scope-reader.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { isReturnSheet } from '../return-sheets/read-sheet.ts';
import { forgetSample } from './forget-sample.ts';
import { importReport } from './import-report.ts';
import { sampleImport } from './sample-batch.ts';

export async function runImport(
  context: Context,
  { kind, dryRun, readings, answers, remember }: Input<'imports.run'>,
): Promise<ImportReport> {
  if (!dryRun) {
    await keepBeforeImport(context);
  }
  return withUnpacked(context.files, context.cancelled, (all) => {
    const returned = all.filter(isReturnSheet);
    const sources = all.filter((source) => !returned.includes(source));
    let waiting: readonly NameInFiles[] = [];
    const outcome = importFiles(context.db, sources, {
      kind,
      dryRun,
      readings,
      answers,
      remember,
      scopeOf: scopeReader(context.db),
      portionUnitOf: (scope) => portionInForce(context.db, scope)?.unit ?? null,
      defaultPortionOf: defaultOf,
      judgeCounts: countSlips,
      lookAt: (db) => {
        waiting = namesWaiting(db);
      },
      now: context.now,
      onProgress: (done) => context.progress('read', done),
      cancelled: context.cancelled,
      mayKeep: context.mayKeep,
    });
    const report = importReport(outcome, context.texts, namesMet(outcome, waiting));
    return returned.length === 0 ? report : { ...report, returnSheets: returned.map(({ name }) => name) };
  });
}

/** The names without a site, as they are while the import is not yet kept or taken back. */
function namesWaiting(db: ReadonlyDatabase): readonly NameInFiles[] {
  const kinds = new Map(listSites(db).map(({ id, kind }) => [id, kind]));
  return listQuestions(db).map(({ id: _, proposal, ...name }) => {
    const siteKind = proposal === null ? undefined : kinds.get(proposal.siteId);
    const site = proposal?.site;
    return {
      ...name,
      proposal: site === undefined || siteKind === undefined ? null : { site, siteKind },
    };
  });
}

/** Those of them that these files have: others waited before. */
function namesMet({ files }: ImportOutcome, waiting: readonly NameInFiles[]): readonly NameInFiles[] {
  const met = new Set(
    files.flatMap(({ problems }) =>
      problems.flatMap(({ code, params }) =>
        code === 'site-unknown' || code === 'school-unknown' ? `${code} ${fold(params.name)}` : [],
      ),
    ),
  );
  return waiting.filter(({ kind, name }) => met.has(`${kind}-unknown ${fold(name)}`));
}

export async function undoImportById(
  context: Context,
  { batch }: Input<'imports.undo'>,
): Promise<UndoReport> {
  const { db } = context;
  if (listImports(db).some((entry) => entry.batch === batch)) {
    await keepBeforeUndo(context);
  }
  try {
    return batch === sampleImport(db) ? forgetSample(db, batch) : undoImport(db, batch);
  } catch (error) {
    throw error instanceof UnknownImportError
      ? new ServiceError('not-found', (t) => t.errors.importNotFound(batch))
      : error;
  }
}

export function answerPendingName(
  { db }: Context,
  { id, kind, answer: given }: Input<'questions.answer'>,
): readonly PendingName[] {
  try {
    answerQuestion(db, kind, id, given);
    return listQuestions(db);
  } catch (error) {
    throw error instanceof UnknownQuestionError
      ? new ServiceError('not-found', (t) => t.errors.questionNotFound(id))
      : error;
  }
}
