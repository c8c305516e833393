import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { BalanceRow, IsoDate, MenuBalance } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

const MEALS = 20;

interface BalanceProps {
  readonly siteId: number | null;
  /** `null`: up to today. */
  readonly to: IsoDate | null;
}

/** The 15 criteria of annexe I over the last 20 served meals, meals that lack a part, and the register. */
export function Balance({ siteId, to }: BalanceProps) {
  const input = { ...(siteId === null ? {} : { siteId }), ...(to === null ? {} : { to }) };
  const query = useApiQuery('menus.balance', input, { keep: () => true });
  return (
    <QueryView query={query}>
      {(found) => (found.meals === 0 ? null : <Counted found={found} input={input} />)}
    </QueryView>
  );
}

interface CountedProps {
  readonly found: MenuBalance;
  readonly input: { readonly siteId?: number; readonly to?: IsoDate };
}

function Counted({ found, input }: CountedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { meals, firstDay, lastDay, rows } = found;
  return (
    <section className="block">
      <h2>
        <b id="balance">{t('balance.title', { count: meals, n: format.count(meals) })}</b>{' '}
        {firstDay && lastDay && (
          <span role="status">
            {firstDay === lastDay
              ? format.date(firstDay)
              : t('frequencies.fromTo', { first: format.date(firstDay), last: format.date(lastDay) })}
          </span>
        )}
        <Register input={input} />
      </h2>
      <p className="to-check">
        <Icon name="warning" small /> {t('balance.lead')} {t('balance.rule')}{' '}
        {meals < MEALS && <b>{t('balance.few')}</b>}
      </p>
      <table className="list balance" aria-labelledby="balance">
        <thead>
          <tr>
            <th scope="col" className="r">
              {t('balance.number')}
            </th>
            <th scope="col">{t('balance.columns.criterion')}</th>
            <th scope="col">{t('balance.columns.rule')}</th>
            <th scope="col" className="r">
              {t('balance.columns.times')}
            </th>
            <th scope="col">{t('balance.columns.verdict')}</th>
            <th scope="col">{t('frequencies.meals')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CriterionRow key={row.criterion} row={row} />
          ))}
        </tbody>
      </table>
      <Incomplete found={found} />
    </section>
  );
}

function CriterionRow({ row }: { readonly row: BalanceRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { criterion: number, times, possible, bound, limit, toCheck, meals } = row;
  const criterion = t(`balance.criteria.c${number}`);
  const n = format.count(times);
  return (
    <>
      <tr>
        <td className="r mute">{number}</td>
        <th scope="row">{criterion}</th>
        <td>{t(`balance.bounds.${bound}`, { n: format.count(limit) })}</td>
        <td className="r">
          <b>{possible > times ? t('balance.upTo', { n, m: format.count(possible) }) : n}</b>
        </td>
        <td>
          <Verdict verdict={row.verdict} isChecked={!toCheck} />{' '}
          {toCheck && row.verdict !== 'not-yet' && <span className="mute">{t('balance.toCheck')}</span>}
        </td>
        <td>
          {possible > 0 && (
            <Button
              look="ghost"
              icon="open"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={t('balance.mealsOf', { criterion })}
              onClick={() => setOpen(!open)}
            >
              {t('balance.show')}
            </Button>
          )}
        </td>
      </tr>
      {open && (
        <tr id={id} className="meals-behind">
          <td colSpan={6}>
            <ul>
              {meals.map(({ date, sure, dishes }) => (
                <li key={date}>
                  <Link className="link" href={`/menus/${date}`}>
                    {format.dayMonthShort(date)}
                  </Link>{' '}
                  {dishes.map(({ key, name }) => (
                    <Link key={key} className="link" href={`/menus/dish/${encodeURIComponent(key)}`}>
                      {name}
                    </Link>
                  ))}{' '}
                  {!sure && <span className="mute">{t('balance.maybe')}</span>}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

const SHAPES: Record<BalanceRow['verdict'], readonly [IconName, string]> = {
  met: ['done', 'good'],
  'not-met': ['warning', 'warn'],
  depends: ['help', ''],
  'not-yet': ['help', ''],
};

function Verdict({ verdict, isChecked }: Pick<BalanceRow, 'verdict'> & { readonly isChecked: boolean }) {
  const { t } = useTranslation();
  const [icon, look] = SHAPES[verdict];
  return (
    // What rests on guesses is not green yet.
    <span className={`tag ${verdict === 'met' && !isChecked ? '' : look}`}>
      <Icon name={icon} small />
      {t(`balance.verdicts.${verdict}`)}
    </span>
  );
}

/** Meals that lack a part, and dishes that nobody knows. */
function Incomplete({ found }: { readonly found: MenuBalance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { incomplete, unknown } = found;
  const count = incomplete.length;
  return (
    <>
      <p className="to-check">
        <b>
          {count === 0 ? t('balance.complete') : t('balance.incomplete', { count, n: format.count(count) })}
        </b>{' '}
        {t('balance.incompleteHint')}
      </p>
      {count > 0 && (
        <ul className="meals-behind">
          {incomplete.map(({ date, missing }) => (
            <li key={date}>
              <Link className="link" href={`/menus/${date}`}>
                {t('balance.missing', {
                  day: format.dayMonthShort(date),
                  parts: format.list(missing.map((part) => t(`balance.parts.${part}`))),
                })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <p className="unknown-dishes">
          {t('balance.unknown')}
          {unknown.map(({ key, name }) => (
            <Link key={key} className="link" href={`/menus/dish/${encodeURIComponent(key)}`}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

/** The menus of the last three months, on paper or as a workbook. */
function Register({ input }: Pick<CountedProps, 'input'>) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const job = useJob('menus.register');
  const print = async () => {
    const file = await job.run({ ...input, format: 'html' });
    if (file) await bridge.printSheet(file.body);
  };
  const save = async () => {
    const file = await job.run({ ...input, format: 'xlsx' });
    if (file && (await bridge.saveSheet(file))) tell(t('balance.saved', { name: file.fileName }));
  };
  return (
    <span className="push group" title={t('balance.registerHint')}>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <Button icon="print" disabled={job.running} onClick={() => void print()}>
        {t('balance.print')}
      </Button>
      <Button icon="save" disabled={job.running} onClick={() => void save()}>
        {t('balance.save')}
      </Button>
    </span>
  );
}
