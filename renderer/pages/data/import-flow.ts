import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError, Input } from '../../../electron/api/contract.ts';
import type { FileRef, ImportReport } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { apiErrorOf } from '../../bridge/failure.ts';
import { type PageJob, useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ImportRequest } from '../../shell/shell-context.tsx';
import type { MappingEditor, Mappings } from './file-reading.ts';
import { type GuardAnswers, noAnswers, nothingSeen, type Seen, seeReport, sourcesOf } from './guard-model.ts';

/** Where an import stands. Nothing is written before `importing`. */
export type ImportStep =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading'; readonly files: readonly FileRef[] }
  | { readonly step: 'preview'; readonly files: readonly FileRef[]; readonly report: ImportReport }
  | { readonly step: 'importing'; readonly files: readonly FileRef[]; readonly report: ImportReport }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'failed'; readonly error: ApiError };

/** What the user says before an import is written: how files are read, and answers to what is asked. */
export interface ImportEditor extends MappingEditor {
  readonly answers: GuardAnswers;
  readonly seen: Seen;
  answer(change: (answers: GuardAnswers) => GuardAnswers): void;
}

/** Several choices in a row are read once. */
const PAUSE = 300;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

const ticketsOf = (files: readonly FileRef[]) => files.map((file) => file.ticket);

/** Files → dry run → the user's word → import. */
export function useImportFlow(source: ImportRequest, onGiveUp: () => void) {
  const { bridge } = useBridge();
  const { t } = useTranslation();
  const [state, setState] = useState<ImportStep>({ step: 'choosing' });
  const job = useJob('imports.run');
  const begun = useRef(false);
  const { editor, said, see } = useImportEditor(
    job,
    (report) => setState((now) => (now.step === 'preview' ? { ...now, report } : now)),
    state.step === 'preview' ? state : null,
  );
  const begin = useCallback(async () => {
    try {
      const files = await filesOf(source, bridge.pickFiles, bridge.addFiles);
      const isDropped = source.type === 'dropped';
      if (files.length === 0 && !isDropped) return onGiveUp();
      if (isDropped && files.length < Math.max(1, source.files.length)) {
        const [message, remedy] = [t('app.notOnDisk'), t('app.notOnDiskRemedy')];
        return setState({ step: 'failed', error: { kind: 'file', message, remedy } });
      }
      setState({ step: 'reading', files });
      const report = await job.run({ tickets: ticketsOf(files), dryRun: true });
      if (!report) return;
      see(report);
      setState({ step: 'preview', files, report });
    } catch (thrown) {
      setState({ step: 'failed', error: apiErrorOf(thrown) });
    }
  }, [bridge, job.run, onGiveUp, see, source, t]);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, [begin]);
  const confirm = useCallback(async () => {
    if (state.step !== 'preview') return;
    setState({ ...state, step: 'importing' });
    const report = await job.run({ tickets: ticketsOf(state.files), ...said });
    setState(report ? { step: 'done', report } : state);
  }, [job.run, said, state]);
  const shown = job.error && state.step === 'reading' ? failed(job.error) : state;
  return { state: shown, job, confirm, editor };
}

type Said = Pick<Input<'imports.run'>, 'readings' | 'answers' | 'remember'>;

interface Preview {
  readonly files: readonly FileRef[];
  readonly report: ImportReport;
}

/** What the user says about the files; each word is tried out, and the last one counts. */
function useImportEditor(
  job: PageJob<'imports.run'>,
  onReport: (report: ImportReport) => void,
  preview: Preview | null,
) {
  const [readings, setReadings] = useState<Mappings>({});
  const [answers, setAnswers] = useState<GuardAnswers>(noAnswers);
  const [seen, setSeen] = useState<Seen>(nothingSeen);
  const [remember, setRemember] = useState(true);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const see = useCallback((report: ImportReport) => setSeen((before) => seeReport(before, report)), []);
  const tryOut = async (next: Said) => {
    if (preview === null) return;
    const own = ++turn.current;
    setBusy(true);
    job.cancel();
    await pause();
    if (own !== turn.current) return;
    const report = await job.run({ tickets: ticketsOf(preview.files), dryRun: true, ...next });
    if (own !== turn.current) return;
    setBusy(false);
    if (!report) return;
    see(report);
    onReport(report);
  };
  const editor: ImportEditor = {
    readings,
    remember,
    busy,
    answers,
    seen,
    change: (file, reading) => {
      const own = Object.fromEntries(sourcesOf(file).map((source) => [source, reading]));
      const next = { ...readings, ...own };
      setReadings(next);
      void tryOut(saidOf(next, answers, false));
    },
    answer: (change) => {
      const next = change(answers);
      setAnswers(next);
      void tryOut(saidOf(readings, next, false));
    },
    setRemember,
  };
  return { editor, said: saidOf(readings, answers, remember), see };
}

const isEmpty = (said: object) => Object.keys(said).length === 0;

/** In the words of the method. */
function saidOf(readings: Mappings, { tables, names, counts }: GuardAnswers, remember: boolean): Said {
  const answers = {
    ...(isEmpty(tables) ? {} : { files: tables }),
    ...(isEmpty(names) ? {} : { names: Object.values(names) }),
    ...(isEmpty(counts) ? {} : { counts: Object.values(counts) }),
  };
  const isOfTables = !isEmpty(readings) || !isEmpty(tables);
  return {
    ...(isEmpty(readings) ? {} : { readings }),
    ...(isEmpty(answers) ? {} : { answers }),
    ...(isOfTables && remember ? { remember } : {}),
  };
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
