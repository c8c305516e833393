import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { IconName } from '../../../ui/icons.tsx';
import { ErrorNotice, StateView } from '../../../ui/states.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import type { HelpTerm } from '../../../ui/terms.ts';
import type { CatalogueEdits } from './use-catalogue.ts';

interface Named {
  readonly name: string;
}

interface ListWords {
  readonly title: string;
  readonly lead: string;
  readonly add: string;
  /** In place of the list while there is nothing in it. */
  readonly none: string;
  readonly noneHint: string;
}

interface NamedListProps<Item extends Named> {
  /** Id of the heading, by which the table is named. */
  readonly id: string;
  readonly icon: IconName;
  /** The term of the glossary that the list is about. */
  readonly term?: HelpTerm;
  readonly words: ListWords;
  readonly items: readonly Item[];
  readonly edits: CatalogueEdits;
  /** Other ways to fill or use the list, beside that of adding. */
  readonly more?: ReactNode;
  table(onOpen: (item: Item) => void): ReactNode;
  /** `null`: a new one. */
  form(item: Item | null, onClose: () => void): ReactNode;
}

/** Things with names that are added, changed in a dialog and removed. */
export function NamedList<Item extends Named>(props: NamedListProps<Item>) {
  const { words, items, edits } = props;
  const [open, setOpen] = useState<Item | 'new' | null>(null);
  const close = () => {
    edits.reset();
    setOpen(null);
  };
  const add = (
    <Button look={items.length > 0 ? 'plain' : 'primary'} icon="add" onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <StateView icon={props.icon} title={words.none} text={words.noneHint}>
          {add}
          {props.more}
        </StateView>
      ) : (
        <div className="blocks">
          <section className="block">
            <h2>
              <b id={props.id}>{words.title}</b> {props.term && <TermHelp name={props.term} />}
            </h2>
            <p className="about">{words.lead}</p>
            <div className="row">
              {add}
              {props.more}
            </div>
            {edits.error && !open && <ErrorNotice error={edits.error} onClose={edits.reset} />}
            {props.table(setOpen)}
          </section>
        </div>
      )}
      {open && props.form(open === 'new' ? null : open, close)}
    </>
  );
}
