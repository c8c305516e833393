import { useTranslation } from '../i18n/use-translation.ts';
import { Help } from './help.tsx';
import type { HelpTerm } from './terms.ts';

/** What a term of the glossary means, beside it, and the way to the glossary. */
export function TermHelp({ name }: { readonly name: HelpTerm }) {
  const { t } = useTranslation();
  return (
    <Help
      term={t(`help.terms.${name}.name`)}
      text={t(`help.terms.${name}.text`)}
      more={{ place: `/help/${name}`, words: t('help.glossary') }}
    />
  );
}
