import { useId } from 'react';
import type { ImportField, ImportFileReport, Mapping } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Option, Select } from '../../ui/select.tsx';
import { fieldAt } from './file-reading.ts';

interface ColumnTableProps {
  readonly file: ImportFileReport;
  readonly current: Mapping | null;
  /** `null` as long as nobody knows what the file holds. */
  readonly onChoose: ((index: number, field: ImportField | null) => void) | null;
}

/** The columns of a file: what is in them, what they become, and how many cells gave a value. */
export function ColumnTable({ file, current, onChoose }: ColumnTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const fields = file.reading?.fields ?? [];
  const options: readonly Option<ImportField | 'none'>[] = [
    ...fields.map((field) => ({ id: field, label: t(`field.${field}`) })),
    { id: 'none', label: t('reading.leaveOut') },
  ];
  return (
    <>
      <h3 id={id}>{t('reading.columns')}</h3>
      <table className="list map" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('reading.inFile')}</th>
            <th scope="col">{t('reading.samples')}</th>
            <th scope="col">{t('reading.becomes')}</th>
            <th scope="col" className="r">
              {t('import.read')}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map(({ name, samples, read, because }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place only.
            <tr key={index} className={fieldAt(current, index) === null ? 'off' : undefined}>
              <th scope="row" className="mono cut" title={name}>
                {name || t('reading.untitled', { n: index + 1 })}
                {because !== null && because !== 'title' && <small>{t(`guard.why.${because}`)}</small>}
              </th>
              <td className="mono ex">
                <div>
                  {samples.map((sample, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may be the same text.
                    <span key={i} title={sample}>
                      {sample}
                    </span>
                  ))}
                </div>
              </td>
              <td>
                {onChoose === null ? (
                  '–'
                ) : (
                  <Select
                    label={t('reading.becomesLabel', { name: name || index + 1 })}
                    options={options}
                    value={fieldAt(current, index) ?? 'none'}
                    onChange={(chosen) => onChoose(index, chosen === 'none' ? null : chosen)}
                  />
                )}
              </td>
              <td className="r">
                {fieldAt(current, index) !== null && file.read > 0 ? format.count(read) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
