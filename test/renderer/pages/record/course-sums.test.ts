import type { RecordedDishRow, RecordRow } from '../../../../electron/api/records.ts';
import { courseSums } from '../../../../renderer/pages/record/course-sums.ts';

const dish = (name: string, course: RecordedDishRow['course'], prepared: number, left: number | null) =>
  ({ dish: name, course, prepared, left, served: null, ranOut: false }) as RecordedDishRow;
const main = [dish('Saucisse', 'main', 121, 4), dish('Galette', 'main', 12, 2)];
const row = (dishes: readonly RecordedDishRow[], children: number | null = 118) =>
  ({ dishes, children, served: { A: 9 } }) as RecordRow;

test('the portions of a choice add up beside the diners', () => {
  expect(courseSums(row([dish('Carottes', 'starter', 133, 21), ...main]))).toEqual([
    { course: 'main', parts: [117, 10], sum: 127, diners: 127 },
  ]);
});

test('nothing is said while one of them is not known, ran out, or nobody counted the diners', () => {
  expect(courseSums(row([...main.slice(1), dish('Saucisse', 'main', 121, null)]))).toEqual([]);
  expect(courseSums(row([...main.slice(1), { ...dish('Saucisse', 'main', 121, 0), ranOut: true }]))).toEqual(
    [],
  );
  expect(courseSums(row(main, null))).toEqual([]);
});
