import { attributeNames } from '../../../electron/api/menu-balance.ts';
import { dishAttributes } from '../../../forecasting/domain/balance-records.ts';

test('the contract takes every attribute of a dish that the domain knows, in the same order', () => {
  expect(attributeNames).toEqual(dishAttributes);
});
