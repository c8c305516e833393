import { allFiles } from './source-files.ts';

test('fewer than 40 casts to a number in the whole project', () => {
  const lines = allFiles()
    .filter(({ path }) => /\.tsx?$/.test(path) && path !== 'test/rules/casts.test.ts')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, i) => (/\bas number\b/.test(line) ? [`${path}:${i + 1}`] : [])),
    );
  expect(lines.length < 40 ? [] : lines).toEqual([]);
});
