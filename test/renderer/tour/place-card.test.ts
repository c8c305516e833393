import { placeCard } from '../../../renderer/tour/place-card.ts';

const card = { width: 340, height: 180 };
const window = { width: 1280, height: 720 };

test.each([
  ['below what it points at', { left: 250, top: 140, width: 200, height: 54 }, { left: 250, top: 208 }],
  [
    'above where there is no room below',
    { left: 250, top: 600, width: 200, height: 54 },
    { left: 250, top: 406 },
  ],
  [
    'within the window at its right edge',
    { left: 1180, top: 20, width: 80, height: 30 },
    { left: 926, top: 64 },
  ],
  [
    'before a part as high as the window',
    { left: 910, top: 40, width: 350, height: 640 },
    { left: 556, top: 40 },
  ],
  ['after one at the left edge', { left: 10, top: 40, width: 300, height: 640 }, { left: 324, top: 40 }],
])('%s', (_name, target, place) => {
  expect(placeCard(target, card, window)).toEqual(place);
});

test('stands in the middle while there is nothing to point at', () => {
  expect(placeCard(null, card, window)).toEqual({ left: 470, top: 270 });
});
