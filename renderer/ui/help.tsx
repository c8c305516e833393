import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

/** The meaning of a term, beside it: shown on focus and under the pointer. */
export function Help(props: { readonly term: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <TooltipTrigger delay={200}>
      <Button className="help" aria-label={t('common.help', { term: props.term })}>
        <Icon name="help" small />
      </Button>
      <Tooltip className="tip" offset={6}>
        {props.text}
      </Tooltip>
    </TooltipTrigger>
  );
}
