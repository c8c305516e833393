import type { FittedErrors } from '../domain/fitted.ts';
import { fewestSites, type LibraryCertainty, type LibraryLead } from '../domain/library.ts';
import type { Hooks } from '../domain/types.ts';
import type { Sources } from '../features/inputs.ts';
import { buildSchema, type Schema } from '../features/schema.ts';
import { sizeBounds, sizeClass } from '../models/error-model.ts';
import { SiteModel } from '../models/site-model.ts';
import { TooLittleForLibrary } from './too-little.ts';

/** Five decimals of a log ratio are a thousandth of a meal in a hundred; 0 is added because JSON knows no −0. */
const short = (value: number) => Math.round(value * 1e5) / 1e5 + 0;
/** Three digits of a precision are enough to weigh with. */
const threeDigits = (value: number) => Number(value.toPrecision(3));

/** What the regression of one lead learns from newcomers (`newcomers.ts`); a group of fewer than five sites is not told. */
export function learnLead(
  sources: Sources,
  townSiteOf: ReadonlyMap<number, number>,
  lead: number,
  day: number,
  hooks: Hooks,
): LibraryLead {
  const model = new SiteModel(sources, lead);
  model.advance(day, hooks);
  const fitted = model.serialise();
  if (fitted === null) throw new TooLittleForLibrary(sources.frame.series.length, model.lead.rows.length);
  const { words } = sources.menu;
  const schema = buildSchema(words.length);
  const sites = sitesOf(sources, townSiteOf, model, schema.size);
  const { assumed, known } = model.lead.variances();
  const effects = fitted.coefficients.map((b, c) => short(sites.columns[c] === 1 ? b : schema.prior[c]));
  const precision = effects.map((_, c) =>
    sites.columns[c] === 1 ? threeDigits(Math.max(0, 1 / known[c] - 1 / assumed[c])) : 0,
  );
  const certainty: LibraryCertainty = {
    ...byGroup(schema, words, precision),
    assumed: Object.fromEntries(
      schema.groups.flatMap(({ name, offset, size }) =>
        size === 0 ? [] : [[name, threeDigits(assumed[offset])] as const],
      ),
    ),
  };
  return {
    lead,
    ...byGroup(schema, words, effects),
    means: Object.fromEntries(fitted.means.map(([term, mean]) => [term, short(mean)])),
    errors: told(fitted.errors, sites.sizes),
    certainty,
  };
}

/** Figures of the columns by group, those of words by word. */
function byGroup(schema: Schema, words: readonly string[], of: readonly number[]) {
  const word = schema.groups.find(({ name }) => name === 'word');
  return {
    effects: Object.fromEntries(
      schema.groups
        .filter((group) => group !== word)
        .map(({ name, offset, size }) => [name, of.slice(offset, offset + size)] as const),
    ),
    words: Object.fromEntries(words.map((text, i) => [text, of[(word?.offset ?? 0) + i]])),
  };
}

/** 1 for the columns and the size classes of which the rows of at least five sites tell. */
function sitesOf(
  { frame }: Sources,
  townSiteOf: ReadonlyMap<number, number>,
  { lead }: SiteModel,
  columns: number,
): { readonly columns: Uint8Array; readonly sizes: Uint8Array } {
  const ofColumns = new FewestSites(columns);
  const ofSizes = new FewestSites(sizeBounds.length + 1);
  const towns = frame.series.map(({ site }) => townSiteOf.get(site.id) ?? site.id);
  const { start, column } = lead.design;
  for (let r = 0; r < lead.rows.length; r++) {
    const site = towns[lead.rows.site[r]];
    ofSizes.meet(sizeClass(lead.rows.level[r]), site);
    for (let i = start[r]; i < start[r + 1]; i++) ofColumns.meet(column[i], site);
  }
  return { columns: ofColumns.enough, sizes: ofSizes.enough };
}

/** Counts different sites of some things, no further than it must. */
class FewestSites {
  readonly enough: Uint8Array;
  private readonly seen: Set<number>[];

  constructor(size: number) {
    this.enough = new Uint8Array(size);
    this.seen = Array.from({ length: size }, () => new Set());
  }

  meet(thing: number, site: number): void {
    if (this.enough[thing] === 1) return;
    const own = this.seen[thing];
    own.add(site);
    if (own.size >= fewestSites) this.enough[thing] = 1;
  }
}

/** Sizes of which fewer than five sites tell have the mean shape of the others; where none has five, of all. */
function told({ scale, shapes, pooled, correlation }: FittedErrors, sizes: Uint8Array): FittedErrors {
  const enough = shapes.filter((_, size) => sizes[size] === 1);
  const of = enough.length > 0 ? enough : shapes;
  const mean = shapes[0].map((_, i) => of.reduce((sum, shape) => sum + shape[i], 0) / of.length);
  return {
    scale: scale.map(short),
    shapes: shapes.map((shape, size) => (sizes[size] === 1 ? shape : mean).map(short)),
    pooled: pooled.map((shape) => shape.map(short)),
    correlation: short(correlation),
  };
}
