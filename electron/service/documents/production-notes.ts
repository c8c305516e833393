import type { Language } from '../../api/records.ts';
import { formatSigned } from '../messages/format.ts';
import { type Density, lineHeight, textHeight } from './fit.ts';
import type { KitchenPart, SheetTable } from './kitchen-sheet-data.ts';
import { type KitchenTexts, kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { whole } from './sheet-format.ts';
import { sheetTexts } from './sheet-texts.ts';

type Diet = 'vegetarian' | 'noPork';

/** The diets of the day and what the cook must know, side by side. */
export function lowPanels(place: KitchenPart, warnings: readonly string[], language: Language): Markup {
  return html`<div class="low">${dietPanel(place, language)}${notePanel(place, warnings, language)}</div>`;
}

const dietWidth = 66;
const noteWidth = 98;
const panelHead = lineHeight(11) + 1.2;

/** Millimetres of both panels at most, with the air above them. */
export function panelsHeight(
  place: KitchenPart,
  warnings: readonly string[],
  density: Density,
  language: Language,
): number {
  const diets = dietLines(place, kitchenTexts(language)).map(
    ([, words]) => 2 + Math.max(lineHeight(15), textHeight(words, 10.5, 1.25, dietWidth)),
  );
  const notes = noteItems(place, warnings, language).map(
    ({ text }) => 2.4 + textHeight(text, 11, 1.25, noteWidth),
  );
  const sum = (heights: readonly number[]) => heights.reduce((all, height) => all + height, panelHead);
  return (density === 'dense' ? 4 : 5) + Math.max(sum(diets), sum(notes) + (density === 'dense' ? 9 : 18));
}

/** The diets of the day: how many, and which dish they get. */
function dietPanel(place: KitchenPart, language: Language): Markup {
  const texts = kitchenTexts(language);
  const rows = dietLines(place, texts);
  const lines = rows.map(
    ([count, words]) => html`<tr><td><b>${whole(count, language)}</b></td><td>${words}</td></tr>`,
  );
  return html`<div class="diets"><h3>${texts.diets}</h3>${rows.length === 0 ? html`<p class="none">${texts.noDiet}</p>` : html`<table class="diet">${lines}</table>`}</div>`;
}

function dietLines(
  { tables, dishes }: KitchenPart,
  texts: KitchenTexts,
): readonly (readonly [number, string])[] {
  const sum = (count: (table: SheetTable) => number) => tables.reduce((all, table) => all + count(table), 0);
  const samples = dishes.reduce((most, dish) => Math.max(most, dish.samples), 0);
  const lines = [
    [
      sum(({ meals }) => meals.diets.vegetarian),
      texts.diet.vegetarian(dietWords(tables, 'vegetarian', texts)),
    ],
    [sum(({ meals }) => meals.diets.noPork), texts.diet.noPork(dietWords(tables, 'noPork', texts))],
    [sum(({ meals }) => meals.diets.allergy), texts.allergy],
    [samples, texts.samples],
  ] as const;
  return lines.filter(([count]) => count > 0);
}
/** The dishes that children of a diet get; else why none is named. */
function dietWords(tables: readonly SheetTable[], diet: Diet, texts: KitchenTexts): string {
  const rows = tables.flatMap(({ dishes }) => dishes);
  const names = new Set(rows.filter(({ seats }) => seats[diet] > 0).map(({ dish }) => dish));
  if (names.size > 0) return [...names].join(', ');
  if (rows.some(({ without }) => without[diet] > 0)) return texts.noSubstitute;
  return diet === 'noPork' ? texts.noPork : texts.noMeat;
}

/** What the cook must know, then lines to write on. */
export function notePanel(place: KitchenPart, warnings: readonly string[], language: Language): Markup {
  const items = noteItems(place, warnings, language);
  return html`<div class="notes"><h3>${sheetTexts(language).toKnow}</h3><ul>${items.map(({ text, strong }) => html`<li class="${strong ? 'strong' : ''}">${text}</li>`)}</ul><div class="lines"><i></i><i></i></div></div>`;
}

interface Note {
  readonly text: string;
  readonly strong: boolean;
}

function noteItems(
  { tables, dishes, place }: KitchenPart,
  warnings: readonly string[],
  language: Language,
): readonly Note[] {
  const texts = kitchenTexts(language);
  const one = place.kitchenId === null;
  const named = (site: string, text: string) => (one ? text : texts.of(site, text));
  const flags = tables.flatMap(({ site, flags: own }) =>
    own
      .filter((flag) => flag !== 'no-menu' || dishes.length > 0)
      .map((flag) => ({ text: named(site, sheetTexts(language).flag[flag]), strong: true })),
  );
  const revisions = tables.flatMap(({ site, revision }) =>
    revision
      ? [{ text: named(site, texts.revision(formatSigned(revision.difference, language))), strong: true }]
      : [],
  );
  const alone = tables.filter(({ meals }) => meals.children === null);
  const portionsAlone = alone.map(({ site }) => ({ text: named(site, texts.portionsAlone), strong: true }));
  const counted = [
    ...(tables.some(({ meals }) => meals.counted) ? [texts.counted] : []),
    ...(place.pools && tables.length > 1 ? [texts.pooled] : []),
  ].map((text) => ({ text, strong: false }));
  const notes = tables
    .filter(({ meals }) => meals.note !== '')
    .map(({ site, meals }) => ({ text: named(site, meals.note), strong: false }));
  const problems = new Map(
    dishes.flatMap((dish) =>
      dish.problems
        .filter(({ code }) => code !== 'no-pack')
        .map(({ code, message }) => [message, code === 'short-delivery'] as const),
    ),
  );
  return [
    ...warnings.map((text) => ({ text, strong: true })),
    ...sharedOnce(revisions, one),
    ...sharedOnce(flags, one),
    ...sharedOnce(portionsAlone, one),
    ...counted,
    ...notes,
    ...[...problems].map(([text, strong]) => ({ text, strong })),
  ];
}

/** With many sites the same flag once for all would fill the page: at most as many as can be read. */
function sharedOnce(notes: readonly Note[], one: boolean): readonly Note[] {
  const most = 4;
  return one || notes.length <= most ? notes : notes.slice(0, most);
}
