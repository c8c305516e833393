import { useCallback, useEffect, useState } from 'react';
import type { CheckReport } from '../../../../electron/api/records.ts';
import { useEditCall, useJob } from '../../../bridge/use-api.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useShell } from '../../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../../shell/use-undoable-notice.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { ProgressView, useDelayed } from '../../../ui/progress-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';

interface DataCheckProps {
  /** It is to be done at once. */
  readonly asked: boolean;
  onAsked(): void;
}

/** Reads all of the data for damage, and says what it found. */
export function DataCheck({ asked, onAsked }: DataCheckProps) {
  const { t } = useTranslation();
  const job = useJob('data.check');
  const [report, setReport] = useState<CheckReport | null>(null);
  const late = useDelayed(job.running);
  const { run } = job;
  const check = useCallback(async () => setReport(await run({})), [run]);
  useEffect(() => {
    if (!asked) return;
    void check();
    onAsked();
  }, [asked, check, onAsked]);
  return (
    <>
      {late ? (
        <ProgressView progress={job.progress} onCancel={job.cancel} />
      ) : (
        <Button disabled={job.running} onClick={() => void check()}>
          {t('settings.checkButton')}
        </Button>
      )}
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <div role="status">
        {report && <Findings report={report} />}
        {report && <Lines title={t('settings.checkUnlikely')} lines={report.unlikelyCounts} />}
        {report && <Lines title={t('settings.checkFactors')} lines={report.oddFactors} />}
      </div>
      {report !== null && report.impossibleDays > 0 && <RemoveImpossible onRemoved={check} />}
    </>
  );
}

/** Records of days that cannot be meant: no page shows them, so they are removed here. Can be undone. */
function RemoveImpossible({ onRemoved }: { onRemoved(): Promise<void> }) {
  const { t } = useTranslation();
  const call = useEditCall();
  const notifyUndoable = useUndoableNotice();
  const { failed } = useShell();
  const remove = async () => {
    try {
      const { output, edits } = await call('data.removeImpossible', {});
      notifyUndoable(t('settings.impossibleRemoved', { count: output.removed, n: output.removed }), edits);
      await onRemoved();
    } catch (problem) {
      failed(problem);
    }
  };
  return <Button onClick={() => void remove()}>{t('settings.removeImpossible')}</Button>;
}

/** What is on record to look at: questions, and no damage. */
function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Findings(props: { readonly report: CheckReport }) {
  const { findings } = props.report;
  const { t } = useTranslation();
  const format = useFormat();
  if (findings.length === 0) {
    return (
      <p className="tag good">
        <Icon name="done" small />
        {t('settings.checkOk')}
      </p>
    );
  }
  return (
    <>
      <p className="tag bad">
        <Icon name="warning" small />
        {t('settings.checkBad', { count: findings.length, n: format.count(findings.length) })}
      </p>
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </>
  );
}
