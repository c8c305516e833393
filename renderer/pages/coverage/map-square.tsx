import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { toneOf } from './coverage-model.ts';

interface MapSquareProps {
  readonly month: string;
  readonly expected: number;
  readonly recorded: number;
  /** Place in the grid, for the keyboard: `row-column`. */
  readonly place: string;
  readonly tabbable: boolean;
  readonly selected: boolean;
  onOpen(): void;
  onFocusPlace(place: string): void;
}

/** One site's month: quiet when it is full, with the number of missing days when it is not. */
export const MapSquare = memo(
  function MapSquare(props: MapSquareProps) {
    const { month, expected, recorded, place, tabbable, selected, onOpen, onFocusPlace } = props;
    const { t } = useTranslation();
    const format = useFormat();
    const tone = toneOf(recorded, expected);
    const [n, all] = [format.count(recorded), format.count(expected)];
    const missing = format.count(expected - recorded);
    const words = {
      none: t('coverage.noSchool'),
      empty: t('coverage.empty', { expected: all }),
      all: t('coverage.full', { count: expected, n: all }),
    };
    const said =
      words[tone as keyof typeof words] ?? t('coverage.missing', { recorded: n, expected: all, missing });
    const label = t('coverage.square', { month: format.month(month), said });
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter and Space.
      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a cell is a gridcell, which may be selected.
      <td
        className={`tone-${tone}`}
        data-cell={place}
        tabIndex={tabbable ? 0 : -1}
        aria-selected={selected}
        aria-label={label}
        title={label}
        onClick={onOpen}
        onFocus={() => onFocusPlace(place)}
      >
        {(tone === 'few' || tone === 'some') && format.signed(recorded - expected)}
      </td>
    );
  },
  // The two functions do the same for the same square.
  (before, after) =>
    before.month === after.month &&
    before.expected === after.expected &&
    before.recorded === after.recorded &&
    before.place === after.place &&
    before.tabbable === after.tabbable &&
    before.selected === after.selected,
);
