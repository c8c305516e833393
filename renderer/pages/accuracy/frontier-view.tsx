import { useState } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { type FrontierProps, rateAt } from './frontier.ts';
import { FrontierDrawing } from './frontier-drawing.tsx';

/** Waste against shortage, as a curve or as the table behind it. */
export function Frontier(props: FrontierProps) {
  const { t } = useTranslation();
  const [table, setTable] = useState(false);
  return (
    <>
      <h3>
        {t('accuracy.frontier')} <span>{t('accuracy.frontierUnit')}</span>
        <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? t('accuracy.asChart') : t('accuracy.asTable')}
        </button>
      </h3>
      {table ? <FrontierTable report={props.report} /> : <Chart {...props} />}
    </>
  );
}

function Chart(props: FrontierProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, size] = useBoxSize<HTMLDivElement>();
  const at = rateAt(props.report.tradeOff, props.tried);
  const label = t('accuracy.frontierLabel', {
    level: format.percent(props.tried),
    over: format.rate(at?.over ?? 0),
    under: format.rate(at?.under ?? 0),
  });
  return (
    <div ref={box} className="front">
      {size && size.height > 0 && <FrontierDrawing {...props} size={size} label={label} />}
    </div>
  );
}

function FrontierTable({ report }: Pick<FrontierProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { staff, sameWeekday4 } = report.measures;
  const rows = [
    ...report.tradeOff.map((at) => ({ name: format.percent(at.serviceLevel), ...at })),
    ...(staff.n > 0 ? [{ name: t('accuracy.staff'), ...staff }] : []),
    ...(sameWeekday4.n > 0 ? [{ name: t('accuracy.mean4'), ...sameWeekday4 }] : []),
  ];
  return (
    <ScrollArea className="scroll" label={t('accuracy.frontier')}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('accuracy.level')}</th>
            {(['over', 'under', 'shortDays'] as const).map((column) => (
              <th key={column} scope="col" className="r">
                {t(`accuracy.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className="r">{format.rate(row.over)}</td>
              <td className="r">{format.rate(row.under)}</td>
              <td className="r">{format.percent(row.shortDays / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
