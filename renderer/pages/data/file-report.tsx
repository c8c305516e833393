import { useTranslation } from 'react-i18next';
import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { encodingName } from './encoding-names.ts';
import type { MappingEditor } from './file-reading.ts';
import { FileMappingView } from './file-reading-view.tsx';
import { Problems } from './problems.tsx';

interface FileReportProps {
  readonly file: ImportFileReport;
  readonly named: boolean;
  /** `null` after the import: nothing can be changed any more. */
  readonly editor: MappingEditor | null;
}

/** One file: how it was read, its first rows as read, and the rows to look at. */
export function FileReport({ file, named, editor }: FileReportProps) {
  const { t } = useTranslation();
  return (
    <>
      {named && <h3>{file.file}</h3>}
      {editor && <FileMappingView file={file} editor={editor} />}
      {!editor && file.kind && <HowRead file={file} />}
      {file.head.length > 0 && file.reading?.sure && (
        <section>
          <h3>
            {t('import.head')} <span>{t('import.headHint')}</span>
          </h3>
          <Head rows={file.head} />
        </section>
      )}
      <Problems file={file} />
    </>
  );
}

function HowRead(props: { readonly file: ImportFileReport }) {
  const { file } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const separator = useSeparatorName(file.separator);
  const dates =
    file.firstDay && file.lastDay ? `${format.date(file.firstDay)} – ${format.date(file.lastDay)}` : null;
  return (
    <dl className="recog">
      {file.kind && <Fact name={t('import.kind')} value={t(`fileKind.${file.kind}`)} />}
      {file.encoding && <Fact name={t('import.encoding')} value={encodingName(file.encoding)} />}
      {separator && <Fact name={t('import.separator')} value={separator} />}
      {dates && <Fact name={t('import.dates')} value={dates} />}
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function useSeparatorName(separator: string | null): string | null {
  const { t } = useTranslation();
  switch (separator) {
    case ';':
      return t('separator.;');
    case ',':
      return t('separator.,');
    case '|':
      return t('separator.|');
    case '\t':
      return t('separator.tab');
    default:
      return separator;
  }
}

function Head(props: { readonly rows: readonly (readonly string[])[] }) {
  const { t } = useTranslation();
  const [titles = [], ...rows] = props.rows;
  return (
    <ScrollArea className="peek" label={t('import.head')}>
      <table className="list">
        <thead>
          <tr>
            {titles.map((title, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place only.
              <th key={i} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are told apart by their place only.
            <tr key={r}>
              {titles.map((_, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <td key={c} title={row[c]}>
                  {row[c]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
