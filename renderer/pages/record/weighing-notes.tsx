import type { WeighingCampaign } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import type { WeightNote, Weights } from './use-weights.ts';
import { kilos, tenths, weighedDayOf } from './weighing-model.ts';

/** Grams a cover of schools that cook on site, and of all (ADEME 2024). */
const references = { onSite: 95, all: 100 } as const;
/** Grams at the end of the scale. */
const SCALE = 200;

interface NotesProps {
  readonly campaign: WeighingCampaign;
  readonly weights: Weights;
}

/** What is said of fields, each with its remedy; then the period's figure beside a reference, and the form's error. */
export function WeighingNotes({ campaign, weights }: NotesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { figures } = campaign;
  const notes = notesOf(campaign, weights);
  const perDay = campaign.dates.flatMap((date) => {
    const own = weighedDayOf(campaign, date)?.figures;
    return own && own.days > 0 && own.perCover !== null ? [own.perCover] : [];
  });
  const { perCover } = figures;
  // Who weighs the preparation cooks.
  const reference = campaign.sources.includes('preparation') ? 'onSite' : 'all';
  return (
    <div className="weighnotes">
      {notes.length > 0 && (
        <ul className="findings">
          {notes.map(({ key, date, severity, message, remedy }) => (
            <li key={key} id={`note ${key}`.replaceAll(/[ .]/g, '-')} className={severity}>
              <Icon name="warning" small /> <b>{date && format.day(date)}</b> {message}{' '}
              <span className="mute">{remedy}</span>
            </li>
          ))}
        </ul>
      )}
      {perCover !== null && (
        <div className="weighgauge">
          <p>
            <b>{t('weighing.perCover', { n: tenths(perCover, format.language) })}</b>{' '}
            {perDay.length > 1 && (
              <span className="mute">
                {t('weighing.range', {
                  low: tenths(Math.min(...perDay), format.language),
                  high: tenths(Math.max(...perDay), format.language),
                })}
              </span>
            )}
          </p>
          <span className="scale" aria-hidden="true">
            <i
              className="band"
              style={{ left: at(Math.min(...perDay)), right: `calc(100% - ${at(Math.max(...perDay))})` }}
            />
            <i className="ref" style={{ left: at(references[reference]) }} />
            <i className="own" style={{ left: at(perCover) }} />
          </span>
          <p className="mute">
            {t(`weighing.references.${reference}`, { n: format.count(references[reference]) })}
          </p>
        </div>
      )}
      {figures.days > 0 && figures.totalOfForm1b !== figures.total && (
        <p className="formerror">
          <Icon name="info" small />
          <span>
            {t('weighing.formError', {
              form: kilos(figures.totalOfForm1b, format.language),
              total: kilos(figures.total, format.language),
            })}
          </span>
        </p>
      )}
    </div>
  );
}

const at = (grams: number) => `${Math.min(100, (100 * grams) / SCALE)}%`;

interface ShownNote extends WeightNote {
  readonly key: string;
  readonly date: string | null;
}

function notesOf(campaign: WeighingCampaign, { drafts, notes }: Weights): readonly ShownNote[] {
  const ofCells = [
    ...[...drafts].flatMap(([key, { note }]) =>
      note ? [{ ...note, key, date: key.split(' ')[0] ?? null }] : [],
    ),
    ...[...notes].map(([key, note]) => ({ ...note, key, date: key.split(' ')[0] ?? null })),
  ];
  const ofDays = campaign.days.flatMap(({ date, findings }) =>
    findings.map(({ field, severity, message, remedy }) => ({
      key: `${date} ${field}`,
      ...{ date, severity, message, remedy },
    })),
  );
  const ofCampaign = campaign.findings.map(({ field, severity, message, remedy }) => ({
    key: `campaign ${field}`,
    ...{ date: null, severity, message, remedy },
  }));
  const taken = new Set(ofCells.map(({ key }) => key));
  return [...ofCampaign, ...ofCells, ...ofDays.filter(({ key }) => !taken.has(key))];
}
