import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paperFont } from '../../electron/service/documents/paper-font.ts';
import { printPdf } from '../../electron/service/documents/print-pdf.ts';
import { guideHtml, picturesIn } from '../../renderer/help/guide/guide-html.ts';
import { withLabels } from '../../renderer/help/guide/labels.ts';
import { createI18n } from '../../renderer/i18n/i18n.ts';
import { CHAPTERS } from '../../renderer/routes/guide-chapters.ts';
import { projectFolder } from '../rules/source-files.ts';

/** The whole guide as pages to print, HTML and PDF in either language, into `dist/guide`: `npm run guide`. */
const sources = join(projectFolder, 'renderer', 'public', 'guide');
const folder = join(projectFolder, 'dist', 'guide');
mkdirSync(folder, { recursive: true });

for (const language of ['fr', 'en'] as const) {
  const { t } = createI18n(language);
  const chapters = CHAPTERS.map((chapter) =>
    withLabels(readFileSync(join(sources, language, `${chapter}.md`), 'utf8'), (key, values) =>
      t(key, { ...values, defaultValue: key }),
    ),
  );
  const pictures = new Map(
    chapters.flatMap(picturesIn).map((name) => {
      const data = readFileSync(join(sources, language, name)).toString('base64');
      return [name, `data:image/webp;base64,${data}`];
    }),
  );
  const title = `Bonne Mesure: ${t('guide.title')}`;
  const page = guideHtml({ language, title, chapters, font: paperFont(), pictures });
  writeFileSync(join(folder, `guide-${language}.html`), page);
  await printPdf(page, join(folder, `guide-${language}.pdf`));
}
console.log(folder);
