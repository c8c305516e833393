import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer } from 'marked';
import { guideHtml, picturesIn } from '../../renderer/help/guide/guide-html.ts';
import { labelsIn, withLabels } from '../../renderer/help/guide/labels.ts';
import { createI18n } from '../../renderer/i18n/i18n.ts';
import { CHAPTERS } from '../../renderer/routes/guide-chapters.ts';
import { projectFolder } from '../rules/source-files.ts';

const folder = join(projectFolder, 'renderer', 'public', 'guide');
const languages = ['fr', 'en'] as const;
const read = (language: string, chapter: string) =>
  readFileSync(join(folder, language, `${chapter}.md`), 'utf8');
const pages = languages.flatMap((language) => CHAPTERS.map((chapter) => [language, chapter] as const));

const labelled = (language: 'fr' | 'en', text: string) => {
  const { t } = createI18n(language);
  return withLabels(text, (key, values) => t(key, { ...values, defaultValue: key }));
};

test.each(languages)('every chapter is there in %s, and no other', (language) => {
  expect(
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.md'))
      .toSorted(),
  ).toEqual(CHAPTERS.map((name) => `${name}.md`).toSorted());
});

test.each(pages)('%s, %s: names only what the pages show', (language, chapter) => {
  const i18n = createI18n(language);
  const text = read(language, chapter);
  expect(labelsIn(text).filter((key) => !i18n.exists(key))).toEqual([]);
  // Nothing is left to fill in, in a label or in its place.
  expect(labelled(language, text)).not.toMatch(/\[\[|\{\{|<b>/);
});

test.each(pages)('%s, %s: begins with its name, and shows pictures that are there', (language, chapter) => {
  const text = read(language, chapter);
  const name = createI18n(language).t(`guide.chapters.${chapter}.name`);
  const spaced = (words: string) => words.replaceAll(/\s/g, ' ');
  expect(spaced(text.split('\n')[0] ?? '')).toBe(`# ${spaced(name)}`);
  expect(picturesIn(text).filter((name) => !existsSync(join(folder, language, name)))).toEqual([]);
});

test.each(CHAPTERS)('%s says the same in both languages: as many steps, labels and pictures', (chapter) => {
  const shape = (language: 'fr' | 'en') => ({
    parts: lexer(read(language, chapter)).map((token) => [
      token.type,
      token.type === 'list' ? token.items.length : token.type === 'table' ? token.rows.length : 0,
    ]),
    labels: labelsIn(read(language, chapter)).toSorted(),
  });
  expect(shape('en')).toEqual(shape('fr'));
});

test('French has no plain space before : ; ? ! % », nor after «', () => {
  const wrong = CHAPTERS.flatMap((chapter) =>
    read('fr', chapter)
      .replaceAll(/`[^`]*`|\|[ -]*/g, '')
      .split('\n')
      .filter((line) => / [:;?!%»]|« /.test(line))
      .map((line) => `${chapter}: ${line}`),
  );
  expect(wrong).toEqual([]);
});

test('on paper a chapter carries its pictures, and what a text says is no markup', () => {
  const paper = guideHtml({
    language: 'fr',
    title: 'A < B',
    chapters: ['# Un\n\n![vue "1"](a.webp) ![b](b.webp)\n\n1. **Valider**', '# Deux'],
    font: '',
    pictures: new Map([['a.webp', 'data:image/webp;base64,AA==']]),
  });
  expect(paper).toContain('<title>A &lt; B</title>');
  expect(paper).toContain('<img src="data:image/webp;base64,AA==" alt="vue &quot;1&quot;">');
  expect(paper.match(/<img/g)).toHaveLength(1);
  expect(paper).toContain('<strong>Valider</strong>');
  expect(paper.match(/<article>/g)).toHaveLength(2);
});
