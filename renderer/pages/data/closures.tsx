import type { ClosureDraft, ClosureRecord, SiteRecord } from '../../../electron/api/records.ts';
import { jobsTogether } from '../../bridge/jobs-together.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ClosureForm } from './closure-form.tsx';

const keyOf = ({ date, siteId, kind }: ClosureRecord) => ({ date, siteId, kind });

/** Saving and removing, each with the way back that its notice offers. */
function useClosures() {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const saving = useJob('closures.save');
  const removing = useJob('closures.remove');
  return {
    ...jobsTogether([saving, removing]),
    add: async (draft: ClosureDraft) => {
      const done = await saving.edit({ closures: [draft] });
      if (!done) return false;
      const n = done.output.saved.length;
      const words = t('calendars.added', {
        count: n,
        n: format.count(n),
        kind: t(`calendars.kinds.${draft.kind}`),
      });
      notifyUndoable(words, done.edits);
      return true;
    },
    remove: async (closure: ClosureRecord) => {
      const done = await removing.edit({ closures: [keyOf(closure)] });
      if (!done) return;
      const kind = t(`calendars.kinds.${closure.kind}`);
      const words = t('calendars.removed', { kind, day: format.dayFull(closure.date) });
      notifyUndoable(words, done.edits, { takesFocus: true });
    },
  };
}

/** Strikes, closures and outings of a school year: those of files and those typed in. */
export function Closures(props: { readonly schoolYear: number }) {
  const { schoolYear } = props;
  const { t } = useTranslation();
  const period = { from: `${schoolYear}-08-01`, to: `${schoolYear + 1}-07-31` };
  const query = useApiQuery('closures.list', period, { keep: () => true });
  const sites = useApiQuery('sites.list', {});
  const closures = useClosures();
  return (
    <section className="block">
      <h2 id="closures">
        {t('calendars.closures')} <span>{t('calendars.closuresHint')}</span>
      </h2>
      <ClosureForm sites={sites.data ?? []} disabled={closures.running} onAdd={closures.add} />
      {closures.error && <ErrorNotice error={closures.error} onClose={closures.reset} />}
      <QueryView query={query}>
        {(found) => (
          <ScrollArea className="growing" label={t('calendars.closures')}>
            {found.length > 0 ? (
              <ClosureTable
                closures={found}
                sites={sites.data ?? []}
                disabled={closures.running}
                onRemove={(closure) => void closures.remove(closure)}
              />
            ) : (
              <p className="mute">{t('calendars.noClosures')}</p>
            )}
          </ScrollArea>
        )}
      </QueryView>
    </section>
  );
}

interface ClosureTableProps {
  readonly closures: readonly ClosureRecord[];
  readonly sites: readonly SiteRecord[];
  readonly disabled: boolean;
  onRemove(closure: ClosureRecord): void;
}

function ClosureTable({ closures, sites, disabled, onRemove }: ClosureTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const place = (siteId: number | null) =>
    siteId === null ? t('calendars.allSites') : (names.get(siteId) ?? '–');
  return (
    <table className="list closures" aria-labelledby="closures">
      <thead>
        <tr>
          <th scope="col">{t('calendars.day')}</th>
          <th scope="col">{t('calendars.kind')}</th>
          <th scope="col">{t('calendars.site')}</th>
          <th scope="col" className="r">
            {t('calendars.absent')}
          </th>
          <th scope="col">{t('calendars.announced')}</th>
          <th scope="col">{t('calendars.source')}</th>
          <th scope="col">
            <span className="sr">{t('calendars.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {closures.map((closure) => (
          <tr key={`${closure.date} ${closure.kind} ${closure.siteId}`}>
            <th scope="row">{format.dayFull(closure.date)}</th>
            <td>{t(`calendars.kinds.${closure.kind}`)}</td>
            <td className="cut" title={place(closure.siteId)}>
              {place(closure.siteId)}
            </td>
            <td className="r">{closure.absent === null ? '–' : format.count(closure.absent)}</td>
            <td>{closure.announced ? format.date(closure.announced) : '–'}</td>
            <td>{closure.imported ? t('calendars.imported') : t('calendars.typed')}</td>
            <td className="r">
              <Button
                disabled={disabled}
                aria-label={t('calendars.removeLabel', {
                  kind: t(`calendars.kinds.${closure.kind}`),
                  day: format.dayFull(closure.date),
                  site: place(closure.siteId),
                })}
                onClick={() => onRemove(closure)}
              >
                {t('calendars.remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
