import type { MenuDish } from '../../../../electron/api/records.ts';
import {
  dishesOfDraft,
  menuDraftOf,
  withLine,
  withoutLine,
} from '../../../../renderer/pages/menus/menu-draft.ts';

const dish = (name: string, choice: number | null = null): MenuDish => ({
  key: name,
  name,
  dish: name,
  course: 'main',
  choice,
  family: null,
  markers: [],
});

test('a menu becomes lines, and lines that nobody touched become the same menu', () => {
  const menu = [
    dish('soup'),
    dish('roast', 4),
    dish('dhal', 4),
    dish('fish', 5),
    dish('eggs', 5),
    dish('pear'),
  ];
  const lines = menuDraftOf(menu);
  expect(lines.map(({ orAbove }) => orAbove)).toEqual([false, false, true, false, true, false]);
  expect(dishesOfDraft(lines).map(({ dish: name, choice }) => [name, choice])).toEqual([
    ['soup', null],
    ['roast', 1],
    ['dhal', 1],
    ['fish', 2],
    ['eggs', 2],
    ['pear', null],
  ]);
});

test('a day without menu begins with the usual courses; empty lines are dropped', () => {
  const lines = menuDraftOf([]);
  expect(lines.map(({ course }) => course)).toEqual(['starter', 'main', 'side', 'dairy', 'dessert']);
  expect(dishesOfDraft(lines)).toEqual([]);
  const typed = lines.map((line, i) => (i === 1 ? { ...line, dish: ' Roast ' } : line));
  expect(dishesOfDraft(typed)).toEqual([{ dish: 'Roast', course: 'main', choice: null }]);
});

test('a choice with a line that is empty or gone is none', () => {
  const lines = menuDraftOf([dish('roast', 1), dish('dhal', 1)]);
  const emptied = lines.map((line, i) => (i === 0 ? { ...line, dish: '' } : line));
  expect(dishesOfDraft(emptied)).toEqual([{ dish: 'dhal', course: 'main', choice: null }]);
  expect(withoutLine(lines, 0)).toEqual([{ ...lines[1], orAbove: false }]);
});

test('a new line follows, with a name of its own', () => {
  const lines = withLine(withoutLine(menuDraftOf([dish('a'), dish('b'), dish('c')]), 1));
  expect(lines.map(({ id }) => id)).toEqual([0, 2, 3]);
  expect(withLine([])).toEqual([{ id: 0, dish: '', course: null, orAbove: false }]);
});
