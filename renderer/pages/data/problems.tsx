import { useState } from 'react';
import type {
  ImportFileReport,
  Problem,
  ProblemGroup,
  ProblemSeverity,
} from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { problemGroupsOf } from './guard-report.ts';
import { ProblemLines } from './problem-lines.tsx';

const AT_ONCE = 50;
/** Different values of a group that its row shows. */
const EXAMPLES = 2;

const LEVELS: Record<ProblemSeverity, { readonly icon: IconName; readonly tone: string }> = {
  refused: { icon: 'refused', tone: 'bad' },
  asked: { icon: 'help', tone: 'own' },
  warning: { icon: 'warning', tone: 'warn' },
};

/** What was refused or doubted, with the reason and the remedy; rows with the same problem are one line. */
export function Problems(props: { readonly file: ImportFileReport }) {
  const { file } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(AT_ONCE);
  const groups = problemGroupsOf(file);
  const rows = file.refused;
  if (groups.length === 0) {
    // No tick as long as something waits for an answer.
    return file.asked > 0 || file.read === 0 ? null : (
      <p className="tag good">
        <Icon name="done" small />
        {t('import.noProblems')}
      </p>
    );
  }
  const left = groups.length - shown;
  return (
    <section>
      <h3 id="problems-title">
        {t('import.problems')}{' '}
        {rows > 0 && (
          <span>{t('import.problemsOf', { n: format.count(rows), of: format.count(file.read) })}</span>
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
          {groups.slice(0, shown).map((group) => (
            <Group key={group.listed[0]} group={group} problems={file.problems} />
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

interface GroupProps {
  readonly group: ProblemGroup;
  readonly problems: readonly Problem[];
}

/** One row, or several that a press opens. */
function Group({ group, problems }: GroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { rows } = group;
  const listed = group.listed.flatMap((at) => problems[at] ?? []);
  const values = [...new Set(listed.flatMap(({ value }) => value ?? []))];
  const level = LEVELS[group.level];
  const line = listed[0]?.line ?? null;
  const words = t('data.rows', { count: rows, n: format.count(rows) });
  return (
    <>
      <tr>
        <td className="r">
          {rows > 1 ? (
            <button
              type="button"
              className="link lines-of"
              aria-expanded={open}
              aria-label={`${words}, ${group.reason}`}
              onClick={() => setOpen(!open)}
            >
              <Icon name={open ? 'open' : 'next'} small />
              {words}
            </button>
          ) : (
            <span className="mute">{line === null ? t('import.wholeFile') : format.count(line)}</span>
          )}
        </td>
        <td className="mono" title={group.column ?? undefined}>
          {values.slice(0, EXAMPLES).join(', ') || '–'}
          {values.length > EXAMPLES && ' …'}
        </td>
        <td>
          <span className={`tag ${level.tone}`}>
            <Icon name={level.icon} small />
            {group.reason}
          </span>
        </td>
        <td>{group.remedy}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4}>
            <ProblemLines group={group} listed={listed} sameValue={values.length <= 1} />
          </td>
        </tr>
      )}
    </>
  );
}
