import type { Input } from '../../../electron/api/contract.ts';
import type { ImpactReport } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { type ApiQuery, type PageJob, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Refreshing } from '../../ui/refreshing.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

export type ImpactPeriod = 'year' | 'months';
export type ImpactInput = Omit<Input<'impact.council'>, 'format'>;

interface HeadProps {
  readonly period: ImpactPeriod;
  readonly input: ImpactInput;
  readonly query: ApiQuery<ImpactReport>;
  onPeriod(period: ImpactPeriod): void;
}

/** Which days are told of, the files of the figures, and the page for the council. */
export function ImpactHead({ period, input, query, onPeriod }: HeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const table = useJob('impact.export');
  const report = query.data ?? null;
  const first = report?.facts.dates[0]?.date ?? input.from;
  const last = report?.facts.dates.at(-1)?.date ?? input.to;
  return (
    <div className="head">
      <h1>{t('page.impact')}</h1>
      <span className="soft num dates">{t('impact.observed', { range: format.range(first, last) })}</span>
      <Choice<ImpactPeriod>
        label={t('impact.period')}
        options={(['year', 'months'] as const).map((id) => ({ id, label: t(`impact.periods.${id}`) }))}
        value={period}
        onChange={onPeriod}
      />
      <Refreshing query={table.running ? { ...table, refreshing: true } : query} stoppable />
      <Files input={input} report={report} table={table} />
    </div>
  );
}

interface FilesProps {
  readonly input: ImpactInput;
  readonly report: ImpactReport | null;
  /** Long work where dishes are looked among for it. */
  readonly table: PageJob<'impact.export'>;
}

function Files({ input, report, table }: FilesProps) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const council = useJob('impact.council');
  const save = async (format: 'csv' | 'xlsx') => {
    const file = await table.run({ ...input, format });
    if (file && (await bridge.saveSheet(file))) tell(t('impact.saved', { name: file.fileName }));
  };
  const print = async () => {
    const page = await council.run({ ...input, format: 'html' });
    if (page) await bridge.printSheet(page.body);
  };
  const ready = report?.enough ?? false;
  useOffer('print', ready ? () => void print() : null);
  const problem = table.error ?? council.error;
  const empty = report === null || report.facts.siteDays === 0;
  return (
    <>
      {problem && (
        <ErrorNotice
          error={problem}
          onClose={() => {
            table.reset();
            council.reset();
          }}
        />
      )}
      <span className="group" title={t('impact.export')}>
        <Button icon="save" disabled={empty || table.running} onClick={() => void save('xlsx')}>
          {t('impact.workbook')}
        </Button>
        <Button disabled={empty || table.running} onClick={() => void save('csv')}>
          {t('impact.csv')}
        </Button>
      </span>
      <Button
        icon="print"
        disabled={!ready || council.running}
        title={ready ? undefined : t('impact.councilWaits')}
        onClick={() => void print()}
      >
        {t('impact.council')}
      </Button>
    </>
  );
}
