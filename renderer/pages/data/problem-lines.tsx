import { useState } from 'react';
import type { Problem, ProblemGroup } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';

const AT_ONCE = 100;

interface ProblemLinesProps {
  readonly group: ProblemGroup;
  readonly listed: readonly Problem[];
  /** The value stands above already. */
  readonly sameValue: boolean;
}

/** Where the rows of a group stand in the file, with what is written there and what only that row is told. */
export function ProblemLines({ group, listed, sameValue }: ProblemLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(AT_ONCE);
  const left = listed.length - shown;
  const unlisted = group.rows - listed.length;
  const own = new Set(listed.map(({ reason }) => reason)).size > 1;
  return (
    <>
      <ul className={own ? 'lines own' : 'lines'} aria-label={t('import.linesOf', { reason: group.reason })}>
        {listed.slice(0, shown).map(({ sheet, line, value, reason }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may have several problems; the list never changes.
          <li key={i}>
            {sheet && <span>{sheet}</span>}
            <span className="num">{line === null ? '–' : format.count(line)}</span>
            {!sameValue && <span className="mono">{value ?? '–'}</span>}
            {own && <span>{reason}</span>}
          </li>
        ))}
      </ul>
      <div className="row">
        {left > 0 && (
          <Button onClick={() => setShown(shown + AT_ONCE)}>
            {t('common.more', { n: format.count(Math.min(left, AT_ONCE)) })}
          </Button>
        )}
        {unlisted > 0 && (
          <span className="mute">{t('import.unlisted', { count: unlisted, n: format.count(unlisted) })}</span>
        )}
      </div>
    </>
  );
}
