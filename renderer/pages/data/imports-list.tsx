import type { TFunction } from 'i18next';
import type { ImportRecord, UndoReport } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { Profiles } from './profiles.tsx';

export function ImportsList() {
  const { t } = useTranslation();
  const { importFiles } = useShell();
  const query = useApiQuery('imports.list', {});
  return (
    <QueryView query={query}>
      {(imports) =>
        imports.length > 0 ? (
          <Imports imports={imports.toSorted((a, b) => b.batch - a.batch)} />
        ) : (
          <div className="blocks">
            <StateView icon="file" title={t('data.noImports')} text={t('data.noImportsHint')}>
              <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
                {t('first.importButton')}
              </Button>
            </StateView>
            <Profiles />
          </div>
        )
      }
    </QueryView>
  );
}

/** Takes an import back, and says what came back and what a later import had already changed. */
export function useUndoImport() {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('imports.undo');
  const undo = async (batch: number): Promise<boolean> => {
    const done = await job.edit({ batch });
    if (done) notifyUndoable(undoneWords(done.output, t, format), done.edits);
    return done !== null;
  };
  return { ...job, undo };
}

function undoneWords(report: UndoReport, t: TFunction, format: Format): string {
  const { restored, kept } = report;
  const undone = t('data.undone', {
    batch: format.count(report.batch),
    count: restored,
    n: format.count(restored),
  });
  const left = kept === 0 ? [] : [t('data.undoneKept', { count: kept, n: format.count(kept) })];
  return [undone, ...left, ...keptWords(report, t)].join(' ');
}

/** What stays of the sites that the import brought, and why. */
function keptWords({ keptSites, keptOrders }: UndoReport, t: TFunction): readonly string[] {
  const typed = new Set(keptSites.flatMap((site) => site.typed));
  const words = {
    count: keptSites.length,
    sites: keptSites.map(({ site }) => site).join(', '),
    typed: [...typed].map((kind) => t(`data.typedKinds.${kind}`)).join(', '),
  };
  return [
    ...(keptSites.length > 0 ? [t('data.keptSites', words)] : []),
    ...(keptOrders.length > 0 ? [t('data.keptOrders', { sites: keptOrders.join(', ') })] : []),
  ];
}

function Imports(props: { readonly imports: readonly ImportRecord[] }) {
  const { t } = useTranslation();
  const undo = useUndoImport();
  const late = useDelayed(undo.running);
  return (
    <div className="blocks">
      {undo.error && <ErrorNotice error={undo.error} onClose={undo.reset} />}
      {late && <ProgressView progress={undo.progress} onCancel={undo.cancel} />}
      <section className="block">
        <h2 id="imports-title">
          {t('data.importsTitle')} <span>{t('data.importsHint')}</span>
        </h2>
        <table className="list" aria-labelledby="imports-title">
          <thead>
            <tr>
              <th scope="col">{t('data.when')}</th>
              <th scope="col">{t('data.files')}</th>
              <CountHeads />
              <th scope="col">
                <span className="sr">{t('data.undoImport')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {props.imports.map((batch) => (
              <ImportRow
                key={batch.batch}
                batch={batch}
                disabled={undo.running}
                onUndo={() => void undo.undo(batch.batch)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <Profiles />
    </div>
  );
}

const COUNTS = ['read', 'imported', 'updated', 'unchanged', 'refused', 'asked'] as const;

function CountHeads() {
  const { t } = useTranslation();
  return COUNTS.map((count) => (
    <th key={count} scope="col" className="r">
      {t(`import.${count}`)}
    </th>
  ));
}

interface ImportRowProps {
  readonly batch: ImportRecord;
  readonly disabled: boolean;
  onUndo(): void;
}

function ImportRow({ batch, disabled, onUndo }: ImportRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = batch.files.map(({ file }) => file).join(', ');
  return (
    <tr>
      <th scope="row">{format.moment(batch.at)}</th>
      <td className="cut" title={names}>
        {names}
      </td>
      {COUNTS.map((count) => (
        <td key={count} className="r">
          {format.count(batch[count])}
        </td>
      ))}
      <td className="r">
        <Button
          icon="undo"
          disabled={disabled}
          aria-label={t('data.undoLabel', { n: batch.batch })}
          onClick={onUndo}
        >
          {t('data.undoImport')}
        </Button>
      </td>
    </tr>
  );
}
