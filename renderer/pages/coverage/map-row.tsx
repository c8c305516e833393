import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { SiteCoverage } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type MapColumn, toneOf } from './coverage-model.ts';

interface MapRowProps {
  readonly site: SiteCoverage;
  readonly index: number;
  readonly columns: readonly MapColumn[];
  /** The months in words. */
  readonly names: readonly string[];
  /** The square that is in the tab order; `null`: in another row. */
  readonly tabColumn: number | null;
  readonly selectedMonth: string | null;
  onOpen(siteId: number, month: string): void;
  onFocusPlace(place: string): void;
}

/** One site, square by square: quiet where it is full, with the number of missing days where it is not. */
export const MapRow = memo(function MapRow(props: MapRowProps) {
  const { site, index, columns, names, tabColumn, selectedMonth, onOpen, onFocusPlace } = props;
  const { t } = useTranslation();
  return (
    <tr aria-rowindex={index + 3}>
      <th scope="row" title={site.site}>
        <span className="two-lines">{site.site}</span>
      </th>
      {columns.map(({ month, index: place }, i) => {
        const [recorded, expected] = [site.recorded[place] ?? 0, site.expected[place] ?? 0];
        const tone = toneOf(recorded, expected);
        const said = saidOf(t, recorded, expected);
        const label = t('coverage.square', { month: names[i] ?? month, said });
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter and Space.
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a cell is a gridcell, which may be selected.
          <td
            key={month}
            className={`tone-${tone}`}
            data-cell={`${index}-${i}`}
            tabIndex={i === tabColumn ? 0 : -1}
            aria-selected={month === selectedMonth}
            aria-label={label}
            title={label}
            onClick={() => onOpen(site.siteId, month)}
            onFocus={() => onFocusPlace(`${index}-${i}`)}
          >
            {(tone === 'few' || tone === 'some') && `\u2212${expected - recorded}`}
          </td>
        );
      })}
    </tr>
  );
});

/** Days of a month have the same figures in every language, and there are thousands of squares. */
function saidOf(t: TFunction, recorded: number, expected: number): string {
  if (expected === 0) return t('coverage.noSchool');
  if (recorded === 0) return t('coverage.empty', { expected });
  if (recorded >= expected) return t('coverage.full', { count: expected, n: expected });
  return t('coverage.missing', { count: recorded, recorded, expected, missing: expected - recorded });
}
