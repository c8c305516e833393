import { type SubmitEvent, useState } from 'react';
import type { HeadCountByClass, IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { useApiQuery, useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { parseQuantity } from '../week/decisions.ts';
import { type DinerClass, type OrderedDiners, orderedDiners } from './diner-classes.ts';

interface HeadCountProps {
  readonly row: PlanRow;
  readonly today: IsoDate;
}

/** The guests of the morning against yesterday's order: the sheets follow the count, the order stays. */
export function HeadCountView({ row, today }: HeadCountProps) {
  const { t } = useTranslation();
  const catalogue = useApiQuery('catalogue.read', {}, { keep: () => true });
  const early = row.date > today;
  if (!catalogue.data) return null;
  const diners = orderedDiners(
    row,
    catalogue.data.sites.find((site) => site.siteId === row.siteId),
  );
  const { quantity } = row.decision;
  return (
    <section className="rollcall" aria-labelledby="rollcall-title">
      <h2>
        <b id="rollcall-title">{t('rollCall.title')}</b> <TermHelp name="rollCall" />
      </h2>
      <p className="mute">{t(early ? 'rollCall.early' : 'rollCall.hint')}</p>
      {!early && (
        // What is typed belongs to one count of one order: another one starts anew.
        <HeadCountForm
          key={`${row.siteId} ${row.date} ${quantity} ${row.decision.sheetVersion}`}
          row={row}
          diners={diners}
        />
      )}
    </section>
  );
}

type Typed = Readonly<Partial<Record<DinerClass, string>>>;

/** What was counted, else what was ordered: most mornings little differs. */
function typedAtFirst(diners: readonly OrderedDiners[], counts: HeadCountByClass | null): Typed {
  const known = counts && diners.every((one) => counts[one.diners] !== undefined);
  return Object.fromEntries(
    diners.map((one) => [one.diners, String(known ? counts[one.diners] : one.ordered)]),
  );
}

/** The counts that are typed; `null` where one is no number. */
function countsOf(diners: readonly OrderedDiners[], typed: Typed): HeadCountByClass | null {
  const counts = diners.map((one) => [one.diners, parseQuantity(typed[one.diners] ?? '')] as const);
  return counts.every(([, count]) => count !== null) ? Object.fromEntries(counts) : null;
}

function HeadCountForm(props: { readonly row: PlanRow; readonly diners: readonly OrderedDiners[] }) {
  const { row, diners } = props;
  const { t } = useTranslation();
  const { headCount, sheetVersion } = row.decision;
  const [typed, setTyped] = useState(() => typedAtFirst(diners, headCount?.counts ?? null));
  const counts = countsOf(diners, typed);
  const save = useSaveHeadCount(row);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (counts) void save(counts);
  };
  return (
    <form onSubmit={submit} noValidate>
      <table className="list" aria-labelledby="rollcall-title">
        <thead>
          <tr>
            <td />
            <th scope="col" className="r">
              {t('rollCall.ordered')}
            </th>
            <th scope="col" className="r">
              {t('rollCall.counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {diners.map((one) => (
            <DinerRow
              key={one.diners}
              diners={one}
              text={typed[one.diners] ?? ''}
              onText={(text) => setTyped((before) => ({ ...before, [one.diners]: text }))}
            />
          ))}
        </tbody>
        {diners.length > 1 && <Sum diners={diners} counts={counts} />}
      </table>
      <Change diners={diners} counts={counts} />
      <div className="acts">
        <Button type="submit" aria-disabled={counts === null}>
          {t('rollCall.remake', { n: sheetVersion + 1 })}
        </Button>
        {headCount && (
          <Button look="ghost" onClick={() => void save(null)}>
            {t('rollCall.forget')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface DinerRowProps {
  readonly diners: OrderedDiners;
  readonly text: string;
  onText(text: string): void;
}

function DinerRow({ diners, text, onText }: DinerRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = `rollcall-${diners.diners}`;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>{t(`guests.${diners.diners}`)}</label>
      </th>
      <td className="r">{format.count(diners.ordered)}</td>
      <td className="r">
        <input
          id={id}
          className="field"
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={parseQuantity(text) === null}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </td>
    </tr>
  );
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

interface Counted {
  readonly diners: readonly OrderedDiners[];
  readonly counts: HeadCountByClass | null;
}

function Sum({ diners, counts }: Counted) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {t('rollCall.covers')} <TermHelp name="covers" />
        </th>
        <td className="r">{format.count(sumOf(diners.map(({ ordered }) => ordered)))}</td>
        <td className="r">{counts ? format.count(sumOf(Object.values(counts))) : '–'}</td>
      </tr>
    </tfoot>
  );
}

/** « 2 couverts de moins » */
function Change({ diners, counts }: Counted) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!counts) {
    return (
      <p className="wrong" role="alert">
        {t('decide.notMeals')}
      </p>
    );
  }
  const more = sumOf(Object.values(counts)) - sumOf(diners.map(({ ordered }) => ordered));
  const words = more === 0 ? t('rollCall.same') : null;
  const key = more > 0 ? 'rollCall.more' : 'rollCall.fewer';
  return (
    <p role="status">
      <b>{words ?? t(key, { count: Math.abs(more), n: format.count(Math.abs(more)) })}</b>
    </p>
  );
}

function useSaveHeadCount({
  siteId,
  date,
  site,
}: PlanRow): (counts: HeadCountByClass | null) => Promise<void> {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useEditCall();
  const { failed } = useShell();
  const notifyUndoable = useUndoableNotice();
  return async (counts) => {
    try {
      const { edits } = await call('orders.headCount', { siteId, date, counts });
      const words = t(counts ? 'rollCall.saved' : 'rollCall.forgotten', { site, day: format.day(date) });
      notifyUndoable(words, edits);
    } catch (problem) {
      failed(problem);
    }
  };
}
