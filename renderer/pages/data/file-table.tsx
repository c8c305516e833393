import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';

const COUNTS = ['read', 'imported', 'updated', 'unchanged', 'refused', 'asked'] as const;

interface FileTableProps {
  readonly files: readonly ImportFileReport[];
  readonly current: number;
  onChoose(index: number): void;
}

/** Several files of one import; the chosen one is shown below. */
export function FileTable({ files, current, onChoose }: FileTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list files">
      <thead>
        <tr>
          <th scope="col">{t('import.file')}</th>
          <th scope="col">{t('import.kind')}</th>
          {COUNTS.map((count) => (
            <th key={count} scope="col" className="r">
              {t(`import.${count}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((file, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files of one import may bear the same name.
          <tr key={i} data-current={i === current ? '' : undefined} onClick={() => onChoose(i)}>
            <th scope="row" className="cut" title={file.file}>
              <button type="button" className="link" aria-pressed={i === current} onClick={() => onChoose(i)}>
                {file.file}
              </button>
            </th>
            <td>
              <KindTag file={file} />
            </td>
            {COUNTS.map((count) => (
              <td key={count} className="r">
                {format.count(file[count])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KindTag(props: { readonly file: ImportFileReport }) {
  const { t } = useTranslation();
  const { kind, questions } = props.file;
  if (questions.some(({ blocking }) => blocking)) {
    return (
      <span className="tag own">
        <Icon name="help" small />
        {t('guard.asks')}
      </span>
    );
  }
  if (kind) return t(`fileKind.${kind}`);
  return (
    <span className="tag bad">
      <Icon name="refused" small />
      {t('import.notRecognised')}
    </span>
  );
}
