import type { Library } from '../../../forecasting/domain/library.ts';
import { buildSchema } from '../../../forecasting/features/schema.ts';
import { leadOf, withPrior } from '../../../forecasting/models/library-prior.ts';
import { learnLibrary } from '../../../forecasting/transfer/learn.ts';
import { CannotMerge, mergeLibraries } from '../../../forecasting/transfer/merge.ts';
import { roundTown } from '../../../forecasting/transfer/round-town.ts';
import { syntheticCity } from '../support/synthetic.ts';

const origin = '2014-07-31';
const townOf = (name: string, seed: number): Library =>
  learnLibrary(syntheticCity({ sites: 6, firstYear: 2012, years: 2, seed }), { origin, name, leads: [6] });

const towns = ['Aubigny', 'Bréal', 'Clisson'].map((name, i) => townOf(name, i + 1));
const [a, b, c] = towns as [Library, Library, Library];
const all = mergeLibraries(towns, 'all');

/** A town like the first whose Thursdays are otherwise. */
function withThursday(town: Library, name: string, effect: number): Library {
  const leads = town.leads.map((lead) => ({
    ...lead,
    effects: {
      ...lead.effects,
      weekday: (lead.effects.weekday ?? []).map((e, w) => (w === 4 ? e + effect : e)),
    },
    means: { ...lead.means, usual: (lead.means.usual ?? 0) + effect / 1000 },
  }));
  return { ...town, name, leads };
}

test('the order does not matter, nor the number of steps', () => {
  const orders = [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a],
  ];
  for (const order of orders) expect(mergeLibraries(order, 'all')).toEqual(all);
  for (const [one, two, three] of orders) {
    expect(mergeLibraries([mergeLibraries([one, two], 'two'), three], 'all')).toEqual(all);
    expect(mergeLibraries([one, mergeLibraries([two, three], 'two')], 'all')).toEqual(all);
  }
});

test('each town is kept with what it was learned from; rounding it again changes nothing', () => {
  expect(all.towns?.map(({ name, learnedFrom }) => [name, learnedFrom.sites])).toEqual([
    ['Aubigny', 6],
    ['Bréal', 6],
    ['Clisson', 6],
  ]);
  expect(all.learnedFrom).toMatchObject({
    sites: 18,
    siteDays: towns.reduce((sum, { learnedFrom }) => sum + learnedFrom.siteDays, 0),
  });
  for (const town of towns) expect(roundTown(roundTown(town))).toEqual(roundTown(town));
});

test('rounding moves an effect by less than a tenth of its standard error', () => {
  const [before] = a.leads;
  const [after] = roundTown(a).leads;
  for (const [name, effects] of Object.entries(before?.effects ?? {})) {
    effects.forEach((effect, column) => {
      const precision = before?.certainty?.effects[name]?.[column] ?? 0;
      if (precision === 0) return;
      const moved = Math.abs(effect - (after?.effects[name]?.[column] ?? Number.NaN));
      expect(moved * Math.sqrt(precision)).toBeLessThan(0.1);
    });
  }
});

const thursday = (library: Library) => {
  const { effects, width } = leadOf(library, 6);
  return { effect: effects.weekday?.[4] ?? Number.NaN, width: width?.effects.weekday?.[4] ?? Number.NaN };
};

test('where towns agree the prior is sharper than that of one town, where they do not it is wider', () => {
  const alike = mergeLibraries([a, withThursday(a, 'Bis', 0.001), withThursday(a, 'Ter', -0.001)], '');
  const apart = mergeLibraries([a, withThursday(a, 'Bis', 0.6), withThursday(a, 'Ter', -0.6)], '');
  expect(thursday(alike).width).toBeLessThan(0.7);
  expect(thursday(apart).width).toBeGreaterThan(1.5 * thursday(alike).width);
  expect(thursday(apart).effect).toBeCloseTo(thursday(roundTown(a)).effect, 1);
});

test('the errors of the next town are the wider, the more effects differ between towns', () => {
  const widened = (others: readonly Library[]) => {
    const [lead] = mergeLibraries([a, ...others], 'two').leads;
    return lead?.errors.scale[0] ?? Number.NaN;
  };
  const [alike, unlike] = [0.001, 0.5].map((effect) =>
    widened([withThursday(a, 'Bréal', effect), withThursday(a, 'Clisson', -effect)]),
  );
  // Towns of one and the same error: their mean is that of the first, plus what the next one's effects add.
  const own = roundTown(a).leads[0]?.errors.scale[0] ?? Number.NaN;
  expect(alike ?? 0).toBeGreaterThan(own);
  expect(unlike ?? 0).toBeGreaterThan((alike ?? 0) + 0.01);
});

test('the width reaches the penalty of the fit', () => {
  const lead = leadOf(all, 6);
  const words = Object.keys(lead.words);
  const schema = buildSchema(words.length);
  const { penalty } = withPrior(schema, words, lead, 1);
  const { offset } = schema.groups.find(({ name }) => name === 'weekday') ?? { offset: -5 };
  expect(penalty[offset + 4]).toBeCloseTo((schema.penalty[offset + 4] ?? 0) / thursday(all).width, 9);
  // What no town knows stays as it was.
  expect(penalty[offset + 7]).toBe(schema.penalty[offset + 7]);
});

test('a town counts once, whatever its name, and one that does not say how sure it is does not count', () => {
  const twice = (libraries: readonly Library[]) => () => mergeLibraries(libraries, '');
  expect(twice([a, { ...b, name: ' AUBIGNY ' }])).toThrow(CannotMerge);
  expect(twice([a, { ...a, name: 'Other' }])).toThrow(CannotMerge);
  expect(twice([mergeLibraries([a, b], ''), mergeLibraries([b, c], '')])).toThrow(CannotMerge);
  expect(
    twice([
      { ...a, name: '' },
      { ...b, name: '' },
    ]),
  ).toThrow(CannotMerge);
  const leads = c.leads.map(({ certainty: _, ...lead }) => lead);
  expect(twice([a, { ...c, leads }])).toThrow(expect.objectContaining({ problem: 'certainty' }));
});
