import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../../electron/api/contract.ts';
import type { FileRef, ImportReport, Mapping } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { apiErrorOf } from '../../bridge/failure.ts';
import { type PageJob, useJob } from '../../bridge/use-api.ts';
import type { ImportRequest } from '../../shell/shell-context.tsx';
import type { MappingEditor, Mappings } from './file-reading.ts';

/** Where an import stands. Nothing is written before `importing`. */
export type ImportStep =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading'; readonly files: readonly FileRef[] }
  | { readonly step: 'preview'; readonly files: readonly FileRef[]; readonly report: ImportReport }
  | { readonly step: 'importing'; readonly files: readonly FileRef[]; readonly report: ImportReport }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'failed'; readonly error: ApiError };

/** Several choices in a row are read once. */
const PAUSE = 300;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

const ticketsOf = (files: readonly FileRef[]) => files.map((file) => file.ticket);

/** Files → dry run → the user's word → import. */
export function useImportFlow(source: ImportRequest, onGiveUp: () => void) {
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
      setState({ step: 'failed', error: apiErrorOf(thrown) });
    }
  }, [bridge, job.run, onGiveUp, source]);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, [begin]);
  const { editor, said } = useMappingEditor(
    job,
    (report) => setState((now) => (now.step === 'preview' ? { ...now, report } : now)),
    state.step === 'preview' ? state.files : [],
  );
  const confirm = useCallback(async () => {
    if (state.step !== 'preview') return;
    setState({ ...state, step: 'importing' });
    const report = await job.run({ tickets: ticketsOf(state.files), ...said });
    setState(report ? { step: 'done', report } : state);
  }, [job.run, said, state]);
  const shown = job.error && state.step === 'reading' ? failed(job.error) : state;
  return { state: shown, job, confirm, editor };
}

/** What the user says about the files; each word is tried out, and the last one counts. */
function useMappingEditor(
  job: PageJob<'imports.run'>,
  onReport: (report: ImportReport) => void,
  files: readonly FileRef[],
) {
  const [readings, setReadings] = useState<Mappings>({});
  const [remember, setRemember] = useState(true);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const change = async (file: string, reading: Mapping) => {
    const next = { ...readings, [file]: reading };
    const own = ++turn.current;
    setReadings(next);
    setBusy(true);
    job.cancel();
    await pause();
    if (own !== turn.current) return;
    const report = await job.run({ tickets: ticketsOf(files), dryRun: true, readings: next });
    if (own !== turn.current) return;
    setBusy(false);
    if (report) onReport(report);
  };
  const editor: MappingEditor = {
    readings,
    remember,
    busy,
    change: (file, reading) => void change(file, reading),
    setRemember,
  };
  return { editor, said: Object.keys(readings).length > 0 ? { readings, remember } : {} };
}

const failed = (error: ApiError): ImportStep => ({ step: 'failed', error });

async function filesOf(
  source: ImportRequest,
  pick: () => Promise<readonly FileRef[]>,
  add: (files: readonly File[]) => Promise<readonly FileRef[]>,
): Promise<readonly FileRef[]> {
  if (source.type === 'opened') return source.files;
  return source.type === 'dialog' ? pick() : add(source.files);
}
