import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';

const PARTS = ['imported', 'updated', 'unchanged', 'refused', 'asked'] as const;
const TONES: Partial<Record<(typeof PARTS)[number], string>> = { refused: 'bad', asked: 'ask-count' };

/** What was read = what became of it: a sum that the reader can check. */
export function ImportCountsView(props: { readonly counts: ImportCounts }) {
  const { counts } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="counts">
      <Count word={t('import.read')} n={format.count(counts.read)} />
      {PARTS.map((part, i) => (
        <Fragment key={part}>
          <span className="op">{i === 0 ? '=' : '+'}</span>
          <Count
            word={t(`import.${part}`)}
            n={format.count(counts[part])}
            tone={counts[part] > 0 ? TONES[part] : ''}
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
