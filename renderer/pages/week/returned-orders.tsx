import { useEffect, useRef, useState } from 'react';
import type {
  OrderDifference,
  OrderReconciliation,
  ReturnedLineProblem,
} from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useEditCall, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

/** Compares files that suppliers sent back with the order. Nothing is changed. */
export function ReturnedOrders() {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const job = useJob('orders.reconcile');
  const late = useDelayed(job.running);
  const [compared, setCompared] = useState<readonly OrderReconciliation[]>([]);
  const results = useRef<HTMLDivElement>(null);
  // What was asked for comes in sight, however much stands above it.
  useEffect(() => {
    if (compared.length > 0 || job.error) results.current?.scrollIntoView({ block: 'nearest' });
  }, [compared, job.error]);
  const pick = async () => {
    const files = await bridge.pickFiles();
    if (files.length === 0) return;
    setCompared((await job.run({ tickets: files.map(({ ticket }) => ticket) })) ?? []);
  };
  return (
    <section className="returned" aria-labelledby="returned-title">
      <h3 id="returned-title">{t('orderFile.back')}</h3>
      <p className="mute">{t('orderFile.backHint')}</p>
      {/* Not `disabled`: the focus would be lost while the file is read. */}
      <Button icon="file" aria-disabled={job.running} onClick={job.running ? undefined : () => void pick()}>
        {t('orderFile.pick')}
      </Button>
      {late && <ProgressView progress={job.progress} onCancel={job.cancel} />}
      <div aria-live="polite" ref={results}>
        {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
        {compared.map((one) => (
          <Compared key={one.file} compared={one} />
        ))}
      </div>
    </section>
  );
}

function Compared(props: { readonly compared: OrderReconciliation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { file, lines, same, sent, changed, missing, problems, quantities } = props.compared;
  const differences = [...changed, ...missing];
  const against = sent === 0 ? 'plan' : sent < quantities.length ? 'both' : 'sent';
  return (
    <>
      <p>
        {t('orderFile.compared', { count: lines, n: format.count(lines), file, same: format.count(same) })}{' '}
        {differences.length + problems.length === 0 && <b>{t('orderFile.allSame')}</b>}
      </p>
      <p className="mute">{t(`orderFile.against.${against}`)}</p>
      {differences.length > 0 && <Differences differences={differences} />}
      {changed.length > 0 && <Confirm quantities={quantities} file={file} />}
      {problems.length > 0 && <Problems problems={problems} />}
    </>
  );
}

/** Keeps what the supplier says it delivers: the production sheet then tells where it is too little. */
function Confirm(props: { readonly quantities: OrderReconciliation['quantities']; readonly file: string }) {
  const { t } = useTranslation();
  const call = useEditCall();
  const { failed } = useShell();
  const notifyUndoable = useUndoableNotice();
  const { quantities: lines, file } = props;
  const confirm = async () => {
    try {
      const { edits } = await call('orders.confirm', { lines });
      notifyUndoable(t('orderFile.confirmed', { file }), edits);
    } catch (problem) {
      failed(problem);
    }
  };
  return (
    <p>
      <Button onClick={() => void confirm()}>{t('orderFile.confirm')}</Button>{' '}
      <span className="mute">{t('orderFile.confirmHint')}</span>
    </p>
  );
}

function Differences(props: { readonly differences: readonly OrderDifference[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  /** Packs are named beside the product. */
  const amount = (n: number, size: string | null, unit: OrderDifference['unit']) =>
    size === null ? `${format.amount(n)}\u00a0${t(`orderFile.unit.${unit}`)}` : format.amount(n);
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{t('orderFile.product')}</th>
          <th scope="col">{t('orderFile.day')}</th>
          <th scope="col" className="r">
            {t('orderFile.ordered')}
          </th>
          <th scope="col" className="r">
            {t('orderFile.returned')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.differences.map(({ ref, dish, size, unit, date, placeName, ordered, returned }) => (
          <tr key={ref}>
            <th scope="row">
              {dish} <span className="mute">{[size, placeName].filter(Boolean).join(' · ')}</span>
            </th>
            <td>{format.dayShort(date)}</td>
            <td className="r">{amount(ordered, size, unit)}</td>
            <td className="r">{returned === null ? t('orderFile.absent') : amount(returned, size, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Problems(props: { readonly problems: readonly ReturnedLineProblem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { problems } = props;
  return (
    <>
      <p>{t('orderFile.notCompared', { count: problems.length, n: format.count(problems.length) })}</p>
      <ul>
        {problems.map(({ line, value, reason, remedy }) => (
          <li key={line}>
            <b>{t('orderFile.line', { n: format.count(line) })}</b> {value} – {reason}. {remedy}
          </li>
        ))}
      </ul>
    </>
  );
}
