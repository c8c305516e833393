import { Fragment } from 'react';
import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type EquationTerm, equationOf } from './guard-report.ts';

const TONES: Partial<Record<EquationTerm, string>> = { refused: 'bad', asked: 'ask-count' };

/** Every line of the files = what becomes of it: a sum that the reader can check. */
export function ImportEquation(props: { readonly files: readonly ImportFileReport[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lines, terms } = equationOf(props.files);
  return (
    <div className="counts">
      <Count word={t('guard.term.lines')} n={format.count(lines)} />
      {terms.map(({ name, rows }, i) => (
        <Fragment key={name}>
          <span className="op">{i === 0 ? '=' : '+'}</span>
          <Count
            word={t(`guard.term.${name}`)}
            n={format.count(rows)}
            tone={rows > 0 ? TONES[name] : undefined}
          />
        </Fragment>
      ))}
    </div>
  );
}

function Count(props: { readonly word: string; readonly n: string; readonly tone?: string | undefined }) {
  return (
    <dl className={props.tone ?? ''}>
      <dt>{props.word}</dt>
      <dd>{props.n}</dd>
    </dl>
  );
}
