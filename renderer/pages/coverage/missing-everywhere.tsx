import type { ClosureKind, MissingEverywhere } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

interface MissingEverywhereProps {
  readonly runs: readonly MissingEverywhere[];
}

const KINDS = ['closure', 'strike'] as const satisfies readonly ClosureKind[];

/** Days that every site misses are asked about once, the latest first; one answer holds for all sites. */
export function MissingEverywhereQuestion({ runs }: MissingEverywhereProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importFiles } = useShell();
  const notifyUndoable = useUndoableNotice();
  const saving = useJob('closures.save');
  const [run] = runs;
  if (!run) return null;
  const { from, to } = run;
  const period = from === to ? format.day(from) : format.range(from, to);
  const mark = async (kind: ClosureKind) => {
    const done = await saving.edit({ closures: [{ kind, siteId: null, from, to }] });
    if (done)
      notifyUndoable(
        t('coverage.everywhere.marked', { kind: t(`calendars.kinds.${kind}`), period }),
        done.edits,
      );
  };
  return (
    <div className="row everywhere">
      <span className="status warn">
        <Icon name="warning" />
        <span>
          {t('coverage.everywhere.said', { period, n: format.count(run.sites) })}
          {runs.length > 1 && (
            <span className="mute">
              {' '}
              {t('coverage.everywhere.more', { count: runs.length - 1, n: format.count(runs.length - 1) })}
            </span>
          )}
        </span>
      </span>
      {KINDS.map((kind) => (
        <Button key={kind} disabled={saving.running} onClick={() => void mark(kind)}>
          {t(`coverage.everywhere.${kind}`)}
        </Button>
      ))}
      <Button icon="file" onClick={() => importFiles({ type: 'dialog' })}>
        {t('coverage.toImport')}
      </Button>
      {saving.error && <ErrorNotice error={saving.error} onClose={saving.reset} />}
    </div>
  );
}
