import { useCallback, useState } from 'react';
import type { FileRef, ImportReport, ReturnSheetReport } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import type { ImportStep } from './import-flow.ts';

type Answers = Readonly<Record<string, string>>;

export interface ReturnSheets {
  readonly sheets: readonly ReturnSheetReport[];
  /** Values that would be kept. */
  readonly values: number;
  readonly busy: boolean;
  /** `null` after the import. */
  answer: ((id: string, value: string) => void) | null;
  merge(): Promise<void>;
}

const hasSome = (report: ImportReport) => (report.returnSheets ?? []).length > 0;

/** The return sheets among the files of an import: what they say, what is answered, and how they are kept. */
export function useReturnSheets(state: ImportStep): ReturnSheets | null {
  const { t } = useTranslation();
  const format = useFormat();
  const notice = useUndoableNotice();
  const [answers, setAnswers] = useState<Answers>({});
  const [merged, setMerged] = useState<readonly ReturnSheetReport[] | null>(null);
  const job = useJob('returns.merge');
  const preview = state.step === 'preview' || state.step === 'importing' ? state : null;
  const input = { tickets: ticketsOf(preview?.files ?? []), answers };
  const query = useApiQuery('returns.read', input, {
    enabled: preview !== null && hasSome(preview.report),
    keep: () => true,
  });
  const answer = useCallback(
    (id: string, value: string) => setAnswers((given) => ({ ...given, [id]: value })),
    [],
  );
  const sheets = merged ?? query.data;
  const report = state.step === 'done' ? state.report : preview?.report;
  if (report === undefined || !hasSome(report) || sheets === undefined) return null;
  const values = sheets.reduce((sum, { taken }) => sum + taken, 0);
  return {
    sheets,
    values,
    busy: query.refreshing || job.running,
    answer: merged === null ? answer : null,
    merge: async () => {
      const done = await job.edit(input);
      if (!done) return;
      setMerged(done.output);
      const kept = done.output.reduce((sum, { taken }) => sum + taken, 0);
      if (kept > 0) notice(t('returns.kept', { count: kept, n: format.count(kept) }), done.edits);
    },
  };
}

const ticketsOf = (files: readonly FileRef[]) => files.map(({ ticket }) => ticket);
