import { useEffect, useRef } from 'react';
import { Trans } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from '../ui/icons.tsx';
import type { Entry, EntrySection } from './entry.ts';

export const optionId = (index: number) => `palette-option-${index}`;

interface OptionListProps {
  readonly sections: readonly EntrySection[];
  readonly active: number;
  onActive(index: number): void;
  onChoose(entry: Entry): void;
}

export function OptionList({ sections, active, onActive, onChoose }: OptionListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines under the same number scroll as well.
  useEffect(() => {
    // The head of the first group shows with its first line.
    if (active === 0) list.current?.scrollTo({ top: 0 });
    else document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active, sections]);
  let before = 0;
  return (
    <div ref={list} id="palette-options" role="listbox" aria-label={t('palette.title')} className="options">
      {sections.map(({ group, entries }) => {
        const first = before;
        before += entries.length;
        return (
          // biome-ignore lint/a11y/useSemanticElements: options stand in a group of a list box, not in a fieldset.
          <div key={group} role="group" aria-label={t(`palette.group.${group}`)}>
            <div className="group-name" aria-hidden="true">
              {t(`palette.group.${group}`)}
            </div>
            {entries.map((entry, i) => (
              <Option
                key={entry.id}
                entry={entry}
                index={first + i}
                active={first + i === active}
                onActive={onActive}
                onChoose={onChoose}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface OptionProps extends Pick<OptionListProps, 'onActive' | 'onChoose'> {
  readonly entry: Entry;
  readonly index: number;
  readonly active: boolean;
}

function Option({ entry, index, active, onActive, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field around it answers the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here.
    <div
      id={optionId(index)}
      role="option"
      aria-selected={active}
      className="option"
      onMouseMove={() => onActive(index)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <Icon name={entry.icon} />
      <span className="label" title={entry.label}>
        {entry.label}
      </span>
      {entry.hint && <span className="hint">{entry.hint}</span>}
      {entry.figure && <Figure figure={entry.figure} />}
    </div>
  );
}

function Figure({ figure }: { readonly figure: NonNullable<Entry['figure']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="figure">
      {figure.note && <span className="hint">{figure.note}</span>}
      <span className="hint">{figure.range}</span>
      <span>
        <Trans
          t={t}
          i18nKey="palette.answer.meals"
          count={figure.n}
          values={{ n: format.count(figure.n) }}
          components={{ b: <b /> }}
        />
      </span>
    </span>
  );
}
