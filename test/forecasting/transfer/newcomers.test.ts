import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describeWithShared } from '../../support/shared.ts';
import type { Compared, NewcomerFigures } from './report.ts';

// A small part of what `report.ts` measures: every sixth of the towns, a few origins.
describeWithShared("towns without a past, with a library of Nantes' other canteens", () => {
  const script = join(import.meta.dirname, 'report.ts');
  const measured = (...words: readonly string[]): Compared =>
    JSON.parse(execFileSync(process.execPath, [script, ...words, '--json'], { encoding: 'utf8' }));
  let found: Compared;
  beforeAll(() => {
    found = measured('2015', '9', '1', '5', '4,16');
  }, 400_000);

  const at = (which: 'without' | 'with', weeks: number) =>
    found[which].find((figures) => figures.weeks === weeks) as NewcomerFigures;

  // After 16 weeks the site's own recent level is about as good alone: what a library tells is won before.
  test('err less in their first weeks than without it, and less than the mean of the last four', () => {
    expect(at('with', 4).wape).toBeLessThan(0.95 * at('without', 4).wape);
    expect(at('with', 16).wape).toBeLessThan(1.03 * at('without', 16).wape);
    for (const weeks of [4, 16]) {
      expect(at('with', weeks).wape).toBeLessThan(0.95 * at('with', weeks).sameWeekday4);
    }
  });

  test('order less too much, and miss hardly more', () => {
    for (const weeks of [4, 16]) {
      // A rule's width is learned too: the surplus without a library fell from 10.4 to 6.9 and 6.5 %.
      expect(at('with', weeks).over).toBeLessThan(at('without', weeks).over + 0.4);
      expect(at('with', weeks).over).toBeLessThan(7.5);
      expect(at('with', weeks).under).toBeLessThan(at('without', weeks).under + 0.6);
    }
  });

  test('without any record the range is as wide as canteens differ', () => {
    const [first] = measured('2015', '9', '1', '1', '0').with as readonly [NewcomerFigures];
    expect(first.coverage80).toBeGreaterThan(70);
    expect(first.coverage80).toBeLessThan(90);
  }, 200_000);
});
