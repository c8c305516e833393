import { type KeyboardEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import type { FrequencyRow } from '../../../electron/api/records.ts';
import { FAMILIES } from '../../format/dish-families.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { FamilyWord } from '../../ui/family-mark.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import type { LimitEdits } from './use-limits.ts';

interface FrequencyTableProps {
  readonly rows: readonly FrequencyRow[];
  readonly limits: LimitEdits;
}

export function FrequencyTable({ rows, limits }: FrequencyTableProps) {
  const { t } = useTranslation();
  const inOrder = FAMILIES.flatMap((family) => rows.find((row) => row.family === family) ?? []);
  return (
    <table className="list frequencies" aria-labelledby="frequencies">
      <thead>
        <tr>
          <th scope="col">{t('frequencies.family')}</th>
          <th scope="col" className="r">
            {t('frequencies.times')}
          </th>
          <td />
          <th scope="col">{t('frequencies.least')}</th>
          <th scope="col">{t('frequencies.most')}</th>
          <th scope="col">{t('frequencies.source')}</th>
          <th scope="col">{t('frequencies.verdict')}</th>
          <th scope="col">{t('frequencies.meals')}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map((row) => (
          <FamilyRow key={row.family} row={row} limits={limits} />
        ))}
      </tbody>
    </table>
  );
}

interface FamilyRowProps {
  readonly row: FrequencyRow;
  readonly limits: LimitEdits;
}

function FamilyRow({ row, limits }: FamilyRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const id = useId();
  const family = t(`dishes.families.${row.family}`);
  const n = format.count(row.times);
  return (
    <>
      <tr>
        <th scope="row">
          <FamilyWord family={row.family} />
        </th>
        <td className="r">
          <b>{n}</b>
        </td>
        <td className="of-them mute">
          {row.byChoice > 0 && t('frequencies.byChoice', { n: format.count(row.byChoice) })}
        </td>
        <td>
          <LimitField row={row} side="least" limits={limits} />
        </td>
        <td>
          <LimitField row={row} side="most" limits={limits} />
        </td>
        <td>
          <LimitSource row={row} limits={limits} />
        </td>
        <td>
          <Verdict row={row} />
        </td>
        <td>
          {row.times > 0 && (
            <Button
              look="ghost"
              icon="open"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={t('frequencies.mealsOf', { count: row.times, n, family })}
              onClick={() => setOpen(!open)}
            >
              {t('frequencies.show')}
            </Button>
          )}
        </td>
      </tr>
      {open && (
        <tr id={id} className="meals-behind">
          <td colSpan={8}>
            <ul>
              {row.meals.map(({ date, dishes, byChoice }) => (
                <li key={date}>
                  <Link className="link" href={`/menus/${date}`}>
                    {format.dayMonthShort(date)}
                  </Link>{' '}
                  {dishes.join(' · ')} {byChoice && <span className="mute">{t('frequencies.choice')}</span>}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

const MOST = 20;

/** What was typed as a limit: a whole number up to 20, or nothing; `undefined` when it is neither. */
export function parseLimit(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const n = Number(typed);
  return Number.isInteger(n) && n >= 0 && n <= MOST ? n : undefined;
}

/** Kept on Enter or when one leaves the field; what is no limit goes back to what it was. */
function LimitField({ row, side, limits }: FamilyRowProps & { readonly side: 'least' | 'most' }) {
  const { t } = useTranslation();
  const kept = row[side];
  const [typed, setTyped] = useState<string | null>(null);
  const family = t(`dishes.families.${row.family}`);
  const limit = typed === null ? kept : parseLimit(typed);
  const keep = () => {
    setTyped(null);
    if (limit === undefined || limit === kept || limits.running) return;
    void limits.set(row.family, { least: row.least, most: row.most, [side]: limit });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      className="field num limit"
      aria-label={t(`frequencies.${side}Of`, { family })}
      aria-invalid={limit === undefined}
      value={typed ?? (kept === null ? '' : String(kept))}
      placeholder="–"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}

function LimitSource({ row, limits }: FamilyRowProps) {
  const { t } = useTranslation();
  const family = t(`dishes.families.${row.family}`);
  if (row.byHand) {
    return (
      <span className="tag own">
        {t('frequencies.byHand')}
        <button
          type="button"
          className="link"
          aria-label={t('frequencies.resetOf', { family })}
          disabled={limits.running}
          onClick={() => void limits.set(row.family, null)}
        >
          {t('frequencies.reset')}
        </button>
      </span>
    );
  }
  return row.least === null && row.most === null ? null : (
    <span className="mute">{t('frequencies.recalled')}</span>
  );
}

const SHAPES: Record<FrequencyRow['verdict'], readonly [IconName, string] | null> = {
  met: ['done', 'good'],
  'too-few': ['warning', 'warn'],
  'too-many': ['warning', 'warn'],
  none: null,
};

function Verdict({ row }: { readonly row: FrequencyRow }) {
  const { t } = useTranslation();
  const shape = SHAPES[row.verdict];
  if (!shape) return null;
  return (
    <span className={`tag ${shape[1]}`}>
      <Icon name={shape[0]} small />
      {t(`frequencies.verdicts.${row.verdict}`)}
    </span>
  );
}
