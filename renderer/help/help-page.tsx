import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import { queryWordsOf } from '../format/words.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { isChapter } from '../routes/guide-chapters.ts';
import { useCommands } from '../shell/commands.tsx';
import { ModelWorkbookButton } from '../shell/model-workbook-button.tsx';
import { Button } from '../ui/button.tsx';
import { type HelpTerm, TERMS } from '../ui/terms.ts';
import { AboutPage } from './about-page.tsx';
import { findTerms } from './find-terms.ts';
import { ChapterList, GuidePage } from './guide/guide-page.tsx';
import { ShortcutTable } from './shortcut-table.tsx';

const isTerm = (word: string | undefined): word is HelpTerm => TERMS.some((term) => term === word);

/** The guide, or about the program, where the address says so; else the page Help itself. */
export function HelpPage() {
  const { term, part } = useParams<{ term?: string; part?: string }>();
  if (term === 'guide') return <GuidePage chapter={isChapter(part) ? part : 'install'} />;
  return term === 'about' ? <AboutPage /> : <HelpStart term={term} />;
}

/** The guide's chapters, the words of the trade, the keys, what is stored, and the tour; `term`: the word to show. */
function HelpStart({ term }: { readonly term: string | undefined }) {
  const { t } = useTranslation();
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
      <div className="helpcols">
        {!isTerm(term) && (
          <section aria-labelledby="guide" className="across">
            <h2 id="guide">{t('guide.title')}</h2>
            <ChapterList />
          </section>
        )}
        <Glossary shown={isTerm(term) ? term : null} />
        <div>
          <section aria-labelledby="shortcuts">
            <h2 id="shortcuts">{t('help.shortcuts')}</h2>
            <ShortcutTable />
          </section>
          <Privacy />
          <section aria-labelledby="about">
            <h2 id="about">{t('about.title')}</h2>
            <p>
              <Link href="/help/about">{t('about.open')}</Link>
            </p>
          </section>
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
