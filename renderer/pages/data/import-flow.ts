import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../../electron/api/contract.ts';
import type { FileRef, ImportReport } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toApiError } from '../../bridge/failure.ts';
import { useJob } from '../../bridge/use-api.ts';
import type { ImportSource } from '../../shell/shell-context.tsx';

/** Where an import stands. Nothing is written before `importing`. */
export type ImportStep =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading'; readonly files: readonly FileRef[] }
  | { readonly step: 'preview'; readonly files: readonly FileRef[]; readonly report: ImportReport }
  | { readonly step: 'importing'; readonly files: readonly FileRef[]; readonly report: ImportReport }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'failed'; readonly error: ApiError };

const ticketsOf = (files: readonly FileRef[]) => files.map((file) => file.ticket);

/** Files → dry run → the user's word → import. */
export function useImportFlow(source: ImportSource, onGiveUp: () => void) {
  const { bridge } = useBridge();
  const [state, setState] = useState<ImportStep>({ step: 'choosing' });
  const job = useJob('imports.run');
  const begun = useRef(false);
  const begin = useCallback(async () => {
    try {
      const files = await filesOf(source, bridge.pickFiles, bridge.addFiles);
      if (files.length === 0) return onGiveUp();
      setState({ step: 'reading', files });
      const report = await job.run({ tickets: ticketsOf(files), dryRun: true });
      if (report) setState({ step: 'preview', files, report });
    } catch (thrown) {
      setState({ step: 'failed', error: toApiError(thrown) });
    }
  }, [bridge, job.run, onGiveUp, source]);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, [begin]);
  const confirm = useCallback(async () => {
    if (state.step !== 'preview') return;
    setState({ ...state, step: 'importing' });
    const report = await job.run({ tickets: ticketsOf(state.files) });
    setState(report ? { step: 'done', report } : state);
  }, [job.run, state]);
  return { state: job.error && state.step === 'reading' ? failed(job.error) : state, job, confirm };
}

const failed = (error: ApiError): ImportStep => ({ step: 'failed', error });

async function filesOf(
  source: ImportSource,
  pick: () => Promise<readonly FileRef[]>,
  add: (files: readonly File[]) => Promise<readonly FileRef[]>,
): Promise<readonly FileRef[]> {
  if (source.type === 'opened') return source.files;
  return source.type === 'dialog' ? pick() : add(source.files);
}
