import { useTranslation } from '../../i18n/use-translation.ts';
import { type Option, Select } from '../../ui/select.tsx';
import { chosenPlace, type DayPlace, isChoice } from './day-place.ts';

interface PlaceSelectProps {
  readonly options: readonly Option<string>[];
  readonly value: string;
  onChoose(place: DayPlace): void;
}

/** All sites, those of a kitchen, or one; not there where only one can be chosen. */
export function PlaceSelect({ options, value, onChoose }: PlaceSelectProps) {
  const { t } = useTranslation();
  if (!isChoice(options)) return null;
  return (
    <Select
      label={t('day.site')}
      options={options}
      value={value}
      width={190}
      onChange={(id) => onChoose(chosenPlace(id))}
    />
  );
}
