import { useState } from 'react';
import type { SiteRecord } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';

interface FollowersProps {
  readonly legend: string;
  readonly sites: readonly SiteRecord[];
  /** Ids of those of the same sector: ticked at first. */
  readonly likely: readonly number[];
  readonly disabled: boolean;
  onFollow(siteIds: readonly number[]): void;
}

/** Which sites follow the menus of a sector or restaurant. */
export function Followers({ legend, sites, likely, disabled, onFollow }: FollowersProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(likely));
  const toggle = (id: number, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  return (
    <fieldset className="site-choice" aria-label={legend}>
      <div className="choices">
        {sites.map(({ id, name, kind }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span className="cut" title={name}>
              {name}
            </span>
            <span className="mute">{t(`siteKind.${kind}`)}</span>
          </label>
        ))}
      </div>
      <Button look="primary" disabled={disabled || chosen.size === 0} onClick={() => onFollow([...chosen])}>
        {t('data.followers')}
      </Button>
    </fieldset>
  );
}
