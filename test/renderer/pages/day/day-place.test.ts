import { placeOf } from '../../../../renderer/pages/day/day-place.ts';

test('an address names a site, a kitchen, or all of them', () => {
  expect(placeOf('5')).toEqual({ siteId: 5, kitchenId: null });
  expect(placeOf('k3')).toEqual({ siteId: null, kitchenId: 3 });
  for (const text of [undefined, 'all', 'x7']) {
    expect(placeOf(text)).toEqual({ siteId: null, kitchenId: null });
  }
});
