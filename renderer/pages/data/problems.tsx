import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFileReport, Problem, ProblemLevel } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';

const AT_ONCE = 100;

const LEVELS: Record<ProblemLevel, { readonly icon: IconName; readonly tone: string }> = {
  refused: { icon: 'refused', tone: 'bad' },
  asked: { icon: 'help', tone: 'own' },
  warning: { icon: 'warning', tone: 'warn' },
};

/** Every row that was refused, asked or doubted, with the reason and the remedy. */
export function Problems(props: { readonly file: ImportFileReport }) {
  const { file } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(AT_ONCE);
  const { problems } = file;
  if (problems.length === 0) {
    return (
      <p className="tag good">
        <Icon name="done" small />
        {t('import.noProblems')}
      </p>
    );
  }
  const left = problems.length - shown;
  return (
    <section>
      <h3 id="problems-title">
        {t('import.problems')}{' '}
        {file.read > 0 && (
          <span>
            {t('import.problemsOf', { n: format.count(problems.length), of: format.count(file.read) })}
          </span>
        )}
      </h3>
      <table className="list prob" aria-labelledby="problems-title">
        <thead>
          <tr>
            <th scope="col" className="r">
              {t('import.line')}
            </th>
            <th scope="col">{t('import.value')}</th>
            <th scope="col">{t('import.wrong')}</th>
            <th scope="col">{t('import.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shown).map((problem, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one line may have several problems; the list never changes.
            <ProblemRow key={i} problem={problem} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {t('common.more', { n: format.count(Math.min(left, AT_ONCE)) })}
        </Button>
      )}
    </section>
  );
}

function ProblemRow(props: { readonly problem: Problem }) {
  const { problem } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const level = LEVELS[problem.level];
  return (
    <tr>
      <td className="r mute">{problem.line === null ? t('import.wholeFile') : format.count(problem.line)}</td>
      <td className="mono" title={problem.column ?? undefined}>
        {problem.value ?? '–'}
      </td>
      <td>
        <span className={`tag ${level.tone}`}>
          <Icon name={level.icon} small />
          {problem.reason}
        </span>
      </td>
      <td>{problem.remedy}</td>
    </tr>
  );
}
