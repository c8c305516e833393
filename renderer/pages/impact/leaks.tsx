import { useState } from 'react';
import type { Leak, LeaksReport, NamedCause } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import type { ImpactInput } from './impact-head.tsx';
import { LeakDays } from './leak-days.tsx';
import { leakKey, useLeakWords } from './leak-words.ts';

interface LeaksProps {
  readonly input: ImpactInput;
  /** Few days yet: which weekdays are recorded is said. */
  readonly weekdaysOnly: boolean;
}

/** Where the surplus of orders remains; whoever asks for the same period shares the answer. */
export function useOrderLeaks({ from, to, foodCost }: Pick<ImpactInput, 'from' | 'to' | 'foodCost'>) {
  const input = { from, to, ...(foodCost === undefined ? {} : { foodCost }) };
  return useApiQuery('leaks.report', { ...input, of: 'orders' }, { keep: () => true });
}

/** Where surplus remains beyond the chosen level: of orders at once, of dishes once these are done. */
export function Leaks({ input: { from, to, foodCost }, weekdaysOnly }: LeaksProps) {
  const { t } = useTranslation();
  const input = { from, to, ...(foodCost === undefined ? {} : { foodCost }) };
  const orders = useOrderLeaks(input);
  // The forecasts of dishes are made again, which takes long: nobody waits for it before the rest is there.
  const dishes = useApiQuery(
    'leaks.report',
    { ...input, of: 'dishes' },
    { enabled: orders.data !== undefined && !weekdaysOnly, stays: true, keep: () => true },
  );
  const failure = orders.error ?? dishes.error;
  const found = [...(orders.data?.leaks ?? []), ...(dishes.data?.leaks ?? [])].toSorted(
    (a, b) => b.eurosPerYear - a.eurosPerYear,
  );
  return (
    <section className="block leaks" aria-label={t('leaks.title')}>
      <h2>
        {t('leaks.title')} <span>{t('leaks.unit')}</span>
        {dishes.loading && <span className="push">{t('leaks.dishesRunning')}</span>}
      </h2>
      {failure && <ErrorNotice error={failure} />}
      {orders.data && (found.length === 0 ? <NoLeaks report={orders.data} /> : <LeakTable leaks={found} />)}
    </section>
  );
}

function NoLeaks({ report }: { readonly report: LeaksReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (report.tested > 0) return <p className="soft">{t('leaks.none')}</p>;
  // Any week names the weekdays.
  const monday = '2024-01-01';
  const days = report.weekdays.map(({ weekday, days: n }) =>
    t('leaks.ofWeekday', {
      count: n,
      day: format.weekday(`${monday.slice(0, 8)}0${weekday}`),
      n: format.count(n),
    }),
  );
  return (
    <p className="soft">
      {days.length === 0 ? t('leaks.earlyNone') : t('leaks.early', { days: days.join(', ') })}
    </p>
  );
}

const keyOf = (leak: Leak) => JSON.stringify(leakKey(leak));

function LeakTable({ leaks }: { readonly leaks: readonly Leak[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const shown = leaks.find((leak) => keyOf(leak) === open);
  const columns = ['where', 'surplus', 'seen', 'since', 'euros', 'cause', 'try'] as const;
  return (
    <div className="scroll">
      <table className="list" aria-label={t('leaks.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={['surplus', 'seen', 'euros'].includes(column) ? 'r' : column}
              >
                {t(`leaks.columns.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr">{t('leaks.days')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {leaks.map((leak) => (
            <LeakRow key={keyOf(leak)} leak={leak} onOpen={() => setOpen(keyOf(leak))} />
          ))}
        </tbody>
      </table>
      {shown && <LeakDays leak={shown} onClose={() => setOpen(null)} />}
    </div>
  );
}

function LeakRow({ leak, onOpen }: { readonly leak: Leak; onOpen(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLeakWords();
  const [first] = leak.causes;
  return (
    <tr>
      <th scope="row" className="cut" title={`${leak.site} ${words.part(leak)}`}>
        {leak.site} <span className="mute">{words.part(leak)}</span>
      </th>
      <td className="r">
        <b>{words.meals(leak.mean)}</b>
      </td>
      <td className="r mute">
        {t('leaks.seen', { n: format.count(leak.inExcess), all: format.count(leak.occurrences) })}
      </td>
      <td className="mute since">{leak.since ? format.dayMonthShort(leak.since) : t('leaks.unsure')}</td>
      <td className="r">{format.euros(leak.eurosPerYear)}</td>
      <td className="cut" title={words.cause(first)}>
        {words.cause(first)}
      </td>
      <td>{leak.trial ? words.trial(leak.trial) : first && <TryButton leak={leak} cause={first} />}</td>
      <td className="r">
        <IconButton look="ghost" icon="next" label={t('leaks.open', { site: leak.site })} onClick={onOpen} />
      </td>
    </tr>
  );
}

/** Notes that it is tried from today on; before and after are told apart from then. */
function TryButton({ leak, cause }: { readonly leak: Leak; readonly cause: NamedCause }) {
  const { t } = useTranslation();
  const job = useJob('leaks.try');
  const notify = useUndoableNotice();
  const what = t(`leaks.tries.${cause.cause}`);
  const note = async () => {
    const done = await job.edit({ ...leakKey(leak), cause: cause.cause });
    if (done) notify(t('leaks.noted', { site: leak.site, what }), done.edits, { takesFocus: true });
  };
  return (
    <Button look="ghost" disabled={job.running} onClick={() => void note()}>
      {what}
    </Button>
  );
}
