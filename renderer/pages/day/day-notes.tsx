import type { IsoDate, PlanDay, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { dayNotes, type SiteNotes } from './day-notes-model.ts';

interface DayNotesProps {
  readonly rows: readonly PlanRow[];
  readonly day: PlanDay | undefined;
  readonly date: IsoDate;
  readonly today: IsoDate;
}

/** Names of sites that are listed before the rest is a number. */
const MOST_NAMES = 12;

/** What the sheet does not say: what is special at a site, what was changed, and who has not counted yet. */
export function DayNotes({ rows, day, date, today }: DayNotesProps) {
  const { t } = useTranslation();
  const { sites, uncounted } = dayNotes(rows, day, date === today);
  if (sites.length === 0 && uncounted.length === 0) return null;
  return (
    <section className="daynotes">
      <h2>{t('day.notes')}</h2>
      {uncounted.length > 0 && <Uncounted names={uncounted} />}
      {sites.map((notes) => (
        <SiteLine key={notes.row.siteId} notes={notes} />
      ))}
    </section>
  );
}

function Uncounted({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rest = names.length - MOST_NAMES;
  const shown =
    rest > 0 ? [...names.slice(0, MOST_NAMES), t('day.others', { n: format.count(rest) })] : names;
  return (
    <p>
      <b>{t('day.uncounted', { count: names.length, n: format.count(names.length) })}</b> {format.list(shown)}
    </p>
  );
}

function SiteLine({ notes: { row, flags, isChanged, version } }: { readonly notes: SiteNotes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recommended, reason } = row.decision;
  const words = [
    ...(isChanged ? [t('decide.cellForced', { n: format.count(recommended) })] : []),
    ...(isChanged && reason ? [reason] : []),
    ...(version === null ? [] : [t('day.sheetVersion', { n: format.count(version) })]),
    ...flags.map((flag) => t(`flagHelp.${flag}`)),
  ];
  return (
    <p>
      <b>{row.site}</b> {words.join(' · ')}
    </p>
  );
}
