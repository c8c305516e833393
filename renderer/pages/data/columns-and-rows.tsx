import { type ReactNode, useId, useState } from 'react';
import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import type { AsideSheet } from './guard-model.ts';
import { asideRows, isUsed, notesOf } from './guard-report.ts';

/** Names that stand in one line; more are opened. */
const NAMES = 8;

/** Left out for a reason that is told. */
const reasons = ['is-sum', 'adults-apart', 'other-service', 'same-always'] as const;

interface ColumnsAndRowsProps {
  readonly file: ImportFileReport;
  readonly aside: readonly AsideSheet[];
}

/** Which columns were used, and every filled one that was not; rows and sheets that were left aside. */
export function ColumnsAndRows({ file, aside }: ColumnsAndRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const columns = file.columns.map((column, index) => ({
    ...column,
    name: column.name || t('reading.untitled', { n: index + 1 }),
  }));
  const unused = columns.filter((column) => !isUsed(column));
  const unexplained = unused.filter(
    ({ because, filled }) => filled > 0 && !reasons.some((reason) => reason === because),
  );
  const hidden = aside.filter((sheet) => sheet.hidden).map(({ sheet }) => sheet);
  const left = aside.filter((sheet) => !sheet.hidden).map(({ sheet }) => sheet);
  return (
    <section className="unused" aria-labelledby={id}>
      <h3 id={id}>{t('guard.columnsAndRows')}</h3>
      <ul>
        <Item icon="done">
          <Names names={columns.filter(isUsed).map(({ name }) => name)} />
        </Item>
        {reasons.map((reason) => {
          const names = unused.filter(({ because }) => because === reason).map(({ name }) => name);
          return (
            names.length > 0 && (
              <Item key={reason}>
                <Names names={names} /> {t(`guard.because.${reason}`)}
              </Item>
            )
          );
        })}
        {unexplained.map(({ name, filled }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear the same title.
          <Item key={i} icon="warning">
            {t('guard.unused', { name, count: filled, n: format.count(filled) })}
          </Item>
        ))}
        {asideRows(file).map(({ code, rows }) => (
          <Item key={code}>{t(`guard.aside.${code}`, { count: rows, n: format.count(rows) })}</Item>
        ))}
        {left.length > 0 && (
          <Item>
            {t('guard.sheetsLeft', { count: left.length })} <Names names={left} />
          </Item>
        )}
        {hidden.length > 0 && (
          <Item icon="warning">
            {t('guard.sheetsHidden', { count: hidden.length })} <Names names={hidden} />
          </Item>
        )}
        {notesOf(file).map(({ code, reason }) => (
          <Item key={`${code} ${reason}`}>{reason}</Item>
        ))}
      </ul>
    </section>
  );
}

function Item(props: { readonly icon?: 'done' | 'warning'; readonly children: ReactNode }) {
  const { icon, children } = props;
  return (
    <li className={icon}>
      {icon ? <Icon name={icon} small /> : <i className="ring" aria-hidden="true" />}
      <span>{children}</span>
    </li>
  );
}

/** Names in one line, the rest of many behind a press. */
function Names(props: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { names } = props;
  const left = names.length - NAMES;
  if (all || left <= 1) return format.list(names);
  return (
    <>
      {names.slice(0, NAMES).join(', ')}{' '}
      <button type="button" className="link" onClick={() => setAll(true)}>
        {t('guard.others', { n: format.count(left) })}
      </button>
    </>
  );
}
