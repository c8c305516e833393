import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import { describeWithShared, nantesFolder } from '../../support/shared.ts';
import { dishTable } from './dish-table.ts';

const keyOf = (text: string) => normaliseDish(text).key;
const family = (text: string) => familyOf(keyOf(text));
const named = Object.entries(dishTable).flatMap(([expected, names]) =>
  names.map((name) => [name, expected] as const),
);

describe('families', () => {
  test.each(named)('%s: %s', (name, expected) => {
    expect(family(name)).toBe(expected);
  });

  test('the table is long', () => {
    expect(named.length).toBeGreaterThanOrEqual(150);
  });

  test('what no rule knows has none', () => {
    expect(['Brimborion', 'X', '12', '', ' -'].map(family)).toEqual([null, null, null, null, null]);
  });
});

describe('one dish under its spellings', () => {
  test.each<readonly string[]>([
    [
      'Hachis Parmentier*',
      'hachis  parmentier BIO',
      'HACHIS PARMENTIER',
      'Hachis-parmentier°',
      'hachis parmentier.',
    ],
    ['Rôti de bœuf', 'roti boeuf', 'RÔTIS DE BŒUF', 'Ro\u0302ti de boeuf'],
    ['Carottes râpées', 'carotte rapée bio', 'Carottes rapees'],
    ['St Paulin', 'Saint-Paulin', 'saint paulin AOP'],
    ['Purée de pommes de terre', 'puree pdt', 'Purée de p de terre'],
    ['Haricots verts', 'H. verts', 'haricot vert', 'Haricots verts 5/1'],
    ['Yaourt aromatisé', 'yaourts aro', 'Yaourts aromatisés bio'],
    ['Demi-pamplemousse', '1/2 pamplemousse', 'demi pamplemousse'],
    ['Lasagnes VG', 'lasagnes végétariennes', 'Lasagne végétarien'],
    ['Poisson meunière', 'poisson meuniere 70g', 'Poisson meunière MSC'],
    ['Gâteaux', 'gateau'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(keyOf)).size).toBe(1);
  });

  test.each([
    ['Pâtes', 'Pâté'],
    ['Pommes', 'Pommes de terre'],
    ['Lasagnes', 'Lasagnes VG'],
    ['Chipolatas', 'Chipolatas sans porc'],
    ['Haricots verts', 'Haricots blancs'],
    ['Riz', 'Riz au lait'],
    ['Poire', 'Poireau'],
  ])('%s is not %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test.each<[string, string, readonly string[]]>([
    ['Hachis Parmentier*', 'Hachis Parmentier', ['asterisk']],
    ['hachis  parmentier BIO', 'Hachis parmentier', ['organic']],
    ['Kiwi° bio *', 'Kiwi', ['organic', 'asterisk', 'degree']],
    ['Chipolatas sans porc', 'Chipolatas sans porc', ['no-pork']],
    ['Jambon s/porc', 'Jambon s/porc', ['no-pork']],
    ['Lasagnes VG', 'Lasagnes VG', ['vegetarian']],
    ['Bolognaise végétarienne', 'Bolognaise végétarienne', ['vegetarian']],
    ['Poulet Label Rouge', 'Poulet', ['red-label']],
    ['Comté AOP local', 'Comté', ['pdo', 'local']],
    ['Hoki (MSC)', 'Hoki', ['msc']],
    ['BANANE ÉQUITABLE', 'Banane', ['fairtrade']],
    ['Biscuit', 'Biscuit', []],
    ['Localité', 'Localité', []],
    ['RIZ CRÉOLE', 'Riz créole', []],
  ])('%s: shown as %s, %j', (text, name, markers) => {
    expect(normaliseDish(text)).toMatchObject({ name, markers });
  });
});

describeWithShared('all dishes of Nantes, 2011 to 2017', () => {
  const dishes = ['menus_2011-2016.csv', 'menus_2016-2017.csv'].flatMap((file) => {
    const bytes = readFileSync(join(nantesFolder, file));
    const text = new TextDecoder(
      bytes.includes(0x9c) || bytes.includes(0xe9) ? 'windows-1252' : 'utf-8',
    ).decode(bytes);
    return (Papa.parse<string[]>(text).data.slice(1) ?? [])
      .map((row) => row[2] ?? '')
      .filter((dish) => keyOf(dish) !== '');
  });

  test('at least 95 % of the dish-days have a family', () => {
    expect(dishes.length).toBeGreaterThan(7000);
    const known = dishes.filter((dish) => family(dish) !== null).length;
    expect(known / dishes.length).toBeGreaterThan(0.95);
  });

  test('spellings come together', () => {
    expect(new Set(dishes.map(keyOf)).size).toBeLessThan(new Set(dishes).size * 0.75);
  });
});
