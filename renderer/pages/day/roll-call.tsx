import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate, PlanRow, RollCallCounts } from '../../../electron/api/records.ts';
import { useApiQuery, useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { TermHelp } from '../../help/term-help.tsx';
import { useShell } from '../../shell/shell-context.tsx';
import { useDid } from '../../shell/use-did.ts';
import { Button } from '../../ui/button.tsx';
import { parseQuantity } from '../week/decisions.ts';
import { type GuestClass, type OrderedGuests, orderedGuests } from './guest-classes.ts';

interface RollCallProps {
  readonly row: PlanRow;
  readonly today: IsoDate;
}

/** The guests of the morning against yesterday's order: the sheets follow the count, the order stays. */
export function RollCall({ row, today }: RollCallProps) {
  const { t } = useTranslation();
  const provision = useApiQuery('provision.read', {}, { keep: () => true });
  const early = row.date > today;
  if (!provision.data) return null;
  const guests = orderedGuests(
    row,
    provision.data.sites.find((site) => site.siteId === row.siteId),
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
        <RollCallForm
          key={`${row.siteId} ${row.date} ${quantity} ${row.decision.sheetVersion}`}
          row={row}
          guests={guests}
        />
      )}
    </section>
  );
}

type Typed = Readonly<Partial<Record<GuestClass, string>>>;

/** What was counted, else what was ordered: most mornings little differs. */
function typedAtFirst(guests: readonly OrderedGuests[], counts: RollCallCounts | null): Typed {
  const known = counts && guests.every((one) => counts[one.guests] !== undefined);
  return Object.fromEntries(
    guests.map((one) => [one.guests, String(known ? counts[one.guests] : one.ordered)]),
  );
}

/** The counts that are typed; `null` where one is no number. */
function countsOf(guests: readonly OrderedGuests[], typed: Typed): RollCallCounts | null {
  const counts = guests.map((one) => [one.guests, parseQuantity(typed[one.guests] ?? '')] as const);
  return counts.every(([, count]) => count !== null) ? Object.fromEntries(counts) : null;
}

function RollCallForm(props: { readonly row: PlanRow; readonly guests: readonly OrderedGuests[] }) {
  const { row, guests } = props;
  const { t } = useTranslation();
  const { rollCall, sheetVersion } = row.decision;
  const [typed, setTyped] = useState(() => typedAtFirst(guests, rollCall?.counts ?? null));
  const counts = countsOf(guests, typed);
  const save = useSaveRollCall(row);
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
          {guests.map((one) => (
            <GuestRow
              key={one.guests}
              guests={one}
              text={typed[one.guests] ?? ''}
              onText={(text) => setTyped((before) => ({ ...before, [one.guests]: text }))}
            />
          ))}
        </tbody>
        {guests.length > 1 && <Sum guests={guests} counts={counts} />}
      </table>
      <Change guests={guests} counts={counts} />
      <div className="acts">
        <Button type="submit" aria-disabled={counts === null}>
          {t('rollCall.remake', { n: sheetVersion + 1 })}
        </Button>
        {rollCall && (
          <Button look="ghost" onClick={() => void save(null)}>
            {t('rollCall.forget')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface GuestRowProps {
  readonly guests: OrderedGuests;
  readonly text: string;
  onText(text: string): void;
}

function GuestRow({ guests, text, onText }: GuestRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = `rollcall-${guests.guests}`;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>{t(`guests.${guests.guests}`)}</label>
      </th>
      <td className="r">{format.count(guests.ordered)}</td>
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
  readonly guests: readonly OrderedGuests[];
  readonly counts: RollCallCounts | null;
}

function Sum({ guests, counts }: Counted) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {t('rollCall.covers')} <TermHelp name="covers" />
        </th>
        <td className="r">{format.count(sumOf(guests.map(({ ordered }) => ordered)))}</td>
        <td className="r">{counts ? format.count(sumOf(Object.values(counts))) : '–'}</td>
      </tr>
    </tfoot>
  );
}

/** « 2 couverts de moins » */
function Change({ guests, counts }: Counted) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!counts) {
    return (
      <p className="wrong" role="alert">
        {t('decide.notMeals')}
      </p>
    );
  }
  const more = sumOf(Object.values(counts)) - sumOf(guests.map(({ ordered }) => ordered));
  const words = more === 0 ? t('rollCall.same') : null;
  const key = more > 0 ? 'rollCall.more' : 'rollCall.fewer';
  return (
    <p role="status">
      <b>{words ?? t(key, { count: Math.abs(more), n: format.count(Math.abs(more)) })}</b>
    </p>
  );
}

function useSaveRollCall({ siteId, date, site }: PlanRow): (counts: RollCallCounts | null) => Promise<void> {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useEditCall();
  const { failed } = useShell();
  const did = useDid();
  return async (counts) => {
    try {
      const { edits } = await call('orders.rollCall', { siteId, date, counts });
      const words = t(counts ? 'rollCall.saved' : 'rollCall.forgotten', { site, day: format.day(date) });
      did(words, edits);
    } catch (problem) {
      failed(problem);
    }
  };
}
