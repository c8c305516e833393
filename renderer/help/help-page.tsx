import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { queryWordsOf } from '../format/words.ts';
import { useCommands } from '../shell/commands.tsx';
import { ModelWorkbookButton } from '../shell/model-workbook-button.tsx';
import { NoticeView } from '../shell/notice.tsx';
import { Button } from '../ui/button.tsx';
import { type HelpTerm, TERMS } from '../ui/terms.ts';
import { findTerms } from './find-terms.ts';
import { ShortcutTable } from './shortcut-table.tsx';

const isTerm = (word: string | undefined): word is HelpTerm => TERMS.some((term) => term === word);

/** The words of the trade, the keys, what is stored, and the tour. An address may name the word to show. */
export function HelpPage() {
  const { t } = useTranslation();
  const { term } = useParams<{ term?: string }>();
  const commands = useCommands();
  return (
    <main className="page">
      <div className="head">
        <h1>{t('help.title')}</h1>
        <span className="push" />
        <ModelWorkbookButton />
        {commands.offers('tour') && (
          <Button icon="tour" onClick={() => commands.run('tour')}>
            {t('help.tour')}
          </Button>
        )}
      </div>
      <NoticeView />
      <div className="helpcols">
        <Glossary shown={isTerm(term) ? term : null} />
        <div>
          <section aria-labelledby="shortcuts">
            <h2 id="shortcuts">{t('help.shortcuts')}</h2>
            <ShortcutTable />
          </section>
          <Privacy />
        </div>
      </div>
    </main>
  );
}

/** What is stored, where, and how to erase it. */
function Privacy() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{t('help.privacy.title')}</h2>
      <dl className="privacy">
        {(['where', 'what', 'files', 'closed', 'erase'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`help.privacy.${part}.name`)}</dt>
            <dd>{t(`help.privacy.${part}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Glossary({ shown }: { readonly shown: HelpTerm | null }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word in the address empties the field.
  useEffect(() => setText(''), [shown]);
  const named = TERMS.map((term) => ({
    term,
    name: t(`help.terms.${term}.name`),
    text: t(`help.terms.${term}.text`),
  }));
  const found = findTerms(named, queryWordsOf(text));
  return (
    <section aria-labelledby="glossary">
      <div className="row between">
        <h2 id="glossary">{t('help.glossary')}</h2>
        <input
          type="search"
          className="field"
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.length === 0 && <p className="soft">{t('help.none')}</p>}
      <dl className="terms">
        {found.map(({ term, name, text: meaning }) => (
          <Term key={term} name={name} text={meaning} shown={term === shown} />
        ))}
      </dl>
    </section>
  );
}

function Term({
  name,
  text,
  shown,
}: {
  readonly name: string;
  readonly text: string;
  readonly shown: boolean;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!shown) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <div ref={row} className={shown ? 'term shown' : 'term'} tabIndex={shown ? -1 : undefined}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
