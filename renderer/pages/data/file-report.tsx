import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ColumnsAndRows } from './columns-and-rows.tsx';
import { FileMappingView } from './file-reading-view.tsx';
import type { AsideSheet } from './guard-model.ts';
import { needsMapping } from './guard-report.ts';
import type { ImportEditor } from './import-flow.ts';
import { NotUnderstood } from './not-understood.tsx';
import { Problems } from './problems.tsx';
import { SiteReadings } from './site-readings.tsx';

interface FileReportProps {
  readonly file: ImportFileReport;
  readonly aside: readonly AsideSheet[];
  readonly named: boolean;
  /** `null` after the import: nothing can be changed any more. */
  readonly editor: ImportEditor | null;
}

/** One file: what will be read of it, its columns, the rows to look at, and how it is read. */
export function FileReport({ file, aside, named, editor }: FileReportProps) {
  return (
    <>
      {named && <h3>{file.file}</h3>}
      {needsMapping(file) ? <NotUnderstood file={file} /> : <Understood {...{ file, aside, editor }} />}
      {editor && <FileMappingView file={file} editor={editor} />}
    </>
  );
}

function Understood({ file, aside, editor }: Omit<FileReportProps, 'named'>) {
  return (
    <>
      <SiteReadings file={file} done={editor === null} />
      {file.sites.length === 0 && file.head.length > 0 && <Head rows={file.head} />}
      <Problems file={file} />
      <ColumnsAndRows file={file} aside={aside} />
    </>
  );
}

/** The first rows as read, of a kind that has no sites to sum up. */
function Head(props: { readonly rows: readonly (readonly string[])[] }) {
  const { t } = useTranslation();
  const [titles = [], ...rows] = props.rows;
  return (
    <section>
      <h3>
        {t('import.head')} <span>{t('import.headHint')}</span>
      </h3>
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
    </section>
  );
}
