import { fitAttendance } from '../../forecasting/models/attendance.ts';
import { nantesHistory } from '../forecasting/support/nantes.ts';

/** A process of its own, so that nothing else counts: import Nantes' files, fit, print the peak in MB. */
const model = fitAttendance(nantesHistory(), '2017-06-29');
model.forecast(1, '2017-07-06');
console.log((process.resourceUsage().maxRSS / 1000).toFixed(0));
