import { useTranslation } from '../i18n/use-translation.ts';

/** From so many sites on one is looked for by its name. */
export const MANY_SITES = 15;

interface FindSiteProps {
  readonly text: string;
  onText(text: string): void;
  /** To the first site found. */
  onFirst(): void;
}

/** A field that keeps the sites whose names hold what is typed; Enter goes to the first of them, Escape shows all. */
export function FindSite({ text, onText, onFirst }: FindSiteProps) {
  const { t } = useTranslation();
  return (
    <input
      type="search"
      className="field findsite"
      placeholder={t('site.find')}
      aria-label={t('site.find')}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') onFirst();
        else if (event.key === 'Escape') onText('');
        else return;
        event.preventDefault();
      }}
    />
  );
}
