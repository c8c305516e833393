import { Cancelled } from '../../../forecasting/domain/types.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { LeadModel } from '../../../forecasting/models/lead-model.ts';
import { syntheticCity } from '../support/synthetic.ts';

test('a fit that is cancelled on its way gives its training rows back', () => {
  const city = syntheticCity({ sites: 3, firstYear: 2016, years: 2 });
  const released = jest.spyOn(LeadModel.prototype, 'release');
  let asked = 0;
  const cancelled = () => asked++ > 3;
  expect(() => fitAttendance(city, '2018-03-12', { cancelled })).toThrow(Cancelled);
  const [model] = released.mock.contexts;
  expect(model?.design.column).toHaveLength(0);
  released.mockRestore();
});
