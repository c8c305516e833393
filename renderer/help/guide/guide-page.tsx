import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CHAPTERS, type Chapter } from '../../routes/guide-chapters.ts';
import { useOffer } from '../../shell/commands.tsx';
import { ModelWorkbookButton } from '../../shell/model-workbook-button.tsx';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { StateView } from '../../ui/states.tsx';
import { readChapter, readPicture } from './guide-files.ts';
import { guideHtml, picturesIn } from './guide-html.ts';
import { withLabels } from './labels.ts';
import { Markdown } from './markdown.tsx';

/** A chapter of the guide, its list beside it; it prints as it stands. */
export function GuidePage({ chapter }: { readonly chapter: Chapter }) {
  const { t } = useTranslation();
  const text = useChapter(chapter);
  return (
    <main className="page">
      <div className="head">
        <h1>{t('guide.title')}</h1>
        <span className="push" />
        {chapter === 'first-import' && <ModelWorkbookButton />}
        <PrintChapter chapter={chapter} text={text.data} />
      </div>
      <div className="guide">
        <ChapterList shown={chapter} />
        {/* Another chapter is another text: it begins at its top. */}
        <ScrollArea key={chapter} className="guidetext" label={t(`guide.chapters.${chapter}.name`)}>
          {text.data !== undefined && <Markdown text={text.data} />}
          {text.isError && (
            <StateView bad icon="warning" title={t('guide.missing')} text={t('guide.missingRemedy')}>
              <Button onClick={() => void text.refetch()}>{t('common.again')}</Button>
            </StateView>
          )}
        </ScrollArea>
      </div>
    </main>
  );
}

function useChapter(chapter: Chapter) {
  const { i18n } = useTranslation();
  const language = useLanguage();
  return useQuery({
    queryKey: ['guide', language, chapter],
    queryFn: async () =>
      // The keys stand in a file: a test holds them to the catalogue.
      withLabels(await readChapter(language, chapter), (key, values) =>
        i18n.t(key, { ...values, defaultValue: key }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

function PrintChapter({ chapter, text }: { readonly chapter: Chapter; readonly text: string | undefined }) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const language = useLanguage();
  const print = async (words: string) => {
    const names = picturesIn(words);
    const pictures = await Promise.all(
      names.map(async (name) => [name, await readPicture(language, name)] as const),
    );
    const title = t(`guide.chapters.${chapter}.name`);
    await bridge.printSheet(
      guideHtml({ language, title, chapters: [words], font: '', pictures: new Map(pictures) }),
    );
  };
  const offered = text === undefined ? null : () => void print(text);
  useOffer('print', offered);
  return (
    <Button look="primary" icon="print" disabled={offered === null} onClick={() => offered?.()}>
      {t('guide.print')}
    </Button>
  );
}

/** All chapters with what each is for; beside a chapter by their names alone. */
export function ChapterList({ shown }: { readonly shown?: Chapter }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('guide.title')} className={shown === undefined ? 'chapters wide' : 'chapters'}>
      {CHAPTERS.map((chapter) => (
        <Link
          key={chapter}
          href={`/help/guide/${chapter}`}
          aria-current={chapter === shown ? 'page' : undefined}
        >
          <b>{t(`guide.chapters.${chapter}.name`)}</b>
          {shown === undefined && <span>{t(`guide.chapters.${chapter}.about`)}</span>}
        </Link>
      ))}
    </nav>
  );
}
