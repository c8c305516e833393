import type { PlanCell } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { cellPlace, WHY } from '../../routes/places.ts';
import { useRequestedPart } from '../../routes/use-asked-part.ts';
import { cutOut, type Step, waterfall } from './waterfall.ts';

/** « Pourquoi 142 ? »: a waterfall whose steps add up to the order. */
export function Why(props: { readonly cell: PlanCell }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { row, contributions } = props.cell;
  const steps = waterfall(contributions, row.decision.recommended, row.order);
  const window = cutOut(steps);
  const section = useRequestedPart<HTMLElement>(WHY, cellPlace(row.siteId, row.date));
  return (
    <section ref={section} tabIndex={-1} aria-labelledby="why">
      <h3 id="why">
        {t('panel.why', { n: format.count(row.order) })} <span>{t('panel.meal')}</span>
      </h3>
      <table className="why">
        <colgroup>
          <col />
          <col className="col-bar" />
          <col className="col-n" />
        </colgroup>
        <tbody>
          {steps.map(
            (step, i) =>
              step.name !== 'decision' && (
                <WhyRow key={step.name} step={step} base={i === 0} window={window} cell={props.cell} />
              ),
          )}
          <Total cell={props.cell} window={window} decision={steps.find(({ name }) => name === 'decision')} />
        </tbody>
      </table>
      <Leaning library={props.cell.library} />
    </section>
  );
}

/** What a person changed stands in the line of the sum: it comes and goes, and pushes nothing. */
function Total(props: Pick<WhyRowProps, 'window' | 'cell'> & { readonly decision: Step | undefined }) {
  const { decision, window, cell } = props;
  const format = useFormat();
  const label = useStepLabel(decision, cell);
  return (
    <tr className="tot">
      <th scope="row" title={label}>
        {label}
      </th>
      <td className="bar-at">{decision && <StepBar step={decision} base={false} window={window} />}</td>
      <td>{format.count(cell.row.order)}</td>
    </tr>
  );
}

/** What other towns know has a part in the effects. */
function Leaning({ library }: Pick<PlanCell, 'library'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (library === null) return null;
  const n = format.count(library.ownDays);
  return (
    <p className="mute">
      {library.name ? t('library.why', { name: library.name, n }) : t('library.whyUnnamed', { n })}
      {!library.fits && ` ${t('library.misfit')}`}
    </p>
  );
}

interface WhyRowProps {
  readonly step: Step;
  readonly base: boolean;
  readonly window: { readonly from: number; readonly to: number };
  readonly cell: PlanCell;
}

function WhyRow(props: WhyRowProps) {
  const { step, base, cell } = props;
  const format = useFormat();
  const label = useStepLabel(step, cell);
  return (
    <tr className={base ? 'base' : ''}>
      <th scope="row" title={label}>
        {label}
      </th>
      <td className="bar-at">
        <StepBar step={step} base={base} window={props.window} />
      </td>
      <td>{base ? format.count(step.meals) : format.signed(step.meals)}</td>
    </tr>
  );
}

function StepBar(props: Pick<WhyRowProps, 'step' | 'base' | 'window'>) {
  const { step, base, window } = props;
  const at = (meals: number) => Math.max(0, ((meals - window.from) / (window.to - window.from)) * 100);
  const left = base ? 0 : at(Math.min(step.from, step.to));
  const right = at(Math.max(step.from, step.to));
  const isMargin = step.name === 'margin';
  const direction = step.meals > 0 ? 'var(--c-plus)' : 'var(--c-minus)';
  const fill = base ? 'var(--line-strong)' : isMargin ? 'var(--c-band)' : direction;
  return (
    <svg width="100%" height="12" aria-hidden="true" className="draw">
      <rect
        x={`${left}%`}
        width={`${right - left}%`}
        height="100%"
        fill={fill}
        {...(isMargin ? { stroke: 'var(--c-plus)' } : {})}
      />
      <rect x={`${at(step.to)}%`} width="1" height="20" fill="var(--c-axis)" />
    </svg>
  );
}

/** Without a step: of the sum. */
function useStepLabel(step: Step | undefined, cell: PlanCell): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { row } = cell;
  const weekday = format.weekday(row.date);
  const capital = weekday.charAt(0).toUpperCase() + weekday.slice(1);
  const { by } = row.decision;
  if (!step) return t('panel.toOrder');
  switch (step.name) {
    case 'decision': {
      const n = format.signed(step.meals);
      return by ? t('decide.stepBy', { by, n }) : t('decide.step', { n });
    }
    case 'margin':
      return t('panel.margin', { level: format.percent(row.serviceLevel) });
    case 'small':
      return t('panel.small');
    case 'usual': {
      if (row.model === 'usual-day') return t('term.usualEstimated');
      const excludedTables = cell.contributions.some(({ term }) => term === 'weekday');
      return excludedTables ? t('term.usualAny') : t('term.usual', { weekday: capital });
    }
    case 'weekday':
      return t('term.weekday', { weekday: format.language === 'en' ? capital : weekday });
    default:
      return t(`term.${step.name}`);
  }
}
