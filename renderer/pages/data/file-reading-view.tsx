import { useId, useState } from 'react';
import { fileKinds } from '../../../electron/api/file-kinds.ts';
import type { FileKind, ImportFileReport, Mapping } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { ColumnTable } from './column-table.tsx';
import { type MappingEditor, readingOf, withField, withKind, withoutFound } from './file-reading.ts';
import { keyOf } from './guard-model.ts';
import { needsMapping } from './guard-report.ts';
import { useMappingSummary, WrittenAs } from './written-as.tsx';

interface FileMappingViewProps {
  readonly file: ImportFileReport;
  readonly editor: MappingEditor;
}

/** How a file is read: one line when nothing is in doubt, every choice when something is or the user wants it. */
export function FileMappingView({ file, editor }: FileMappingViewProps) {
  const { t } = useTranslation();
  const summary = useMappingSummary(file);
  const said = editor.readings[keyOf(file)];
  const [open, setOpen] = useState(needsMapping(file) || said !== undefined);
  const id = useId();
  const { reading } = file;
  if (reading === null) return null;
  if (!open) {
    return (
      <p className="how">
        <span>{summary}</span>
        <Button onClick={() => setOpen(true)}>{t('reading.edit')}</Button>
      </p>
    );
  }
  const current = readingOf(file, said);
  const change = (next: Mapping) => editor.change(file, next);
  return (
    <section aria-labelledby={id} aria-busy={editor.busy}>
      <h3 id={id} className="sr">
        {t('reading.how')}
      </h3>
      {current === null && <AskKind onChoose={(kind) => change(withKind(null, kind))} />}
      {current !== null && (
        <WrittenAs
          current={current}
          file={file}
          kinds={fileKinds}
          onChange={(next) => change(withoutFound(next, said))}
        />
      )}
      <ColumnTable
        file={file}
        current={current}
        onChoose={current && ((index, field) => change(withField(current, index, field)))}
      />
      {said && reading.headerLine > 0 && (
        <label className="check">
          <input
            type="checkbox"
            checked={editor.remember}
            onChange={(event) => editor.setRemember(event.target.checked)}
          />
          {t('reading.remember')}
        </label>
      )}
    </section>
  );
}

/** Nothing can be said about columns before it is known what the file holds. */
function AskKind(props: { onChoose(kind: FileKind): void }) {
  const { t } = useTranslation();
  const options = fileKinds.map((kind) => ({ id: kind, label: t(`fileKind.${kind}`) }));
  return (
    <div className="ask">
      <div>
        <h3>{t('reading.askKind')}</h3>
        <p>{t('reading.askKindHint')}</p>
        <Select
          label={t('reading.askKind')}
          placeholder={t('reading.chooseKind')}
          options={options}
          value={null}
          onChange={props.onChoose}
          width={260}
        />
      </div>
    </div>
  );
}
