import { Button, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Link } from 'wouter';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from './icons.tsx';

interface HelpProps {
  readonly term: string;
  readonly text: string;
  /** Where more is to be read. */
  readonly more?: { readonly place: string; readonly words: string };
}

/** The meaning of a term, beside it: shown on focus and under the pointer, and kept open by a press. */
export function Help({ term, text, more }: HelpProps) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <TooltipTrigger delay={200}>
        <Button className="help" aria-label={t('common.help', { term })}>
          <Icon name="help" small />
        </Button>
        <Tooltip className="tip" offset={6}>
          {text}
        </Tooltip>
      </TooltipTrigger>
      <Popover className="pop meaning" offset={6}>
        <Dialog aria-label={term}>
          {({ close }) => (
            <>
              <b>{term}</b>
              <p>{text}</p>
              {more && (
                <Link className="link" href={more.place} onClick={close}>
                  {more.words}
                </Link>
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
