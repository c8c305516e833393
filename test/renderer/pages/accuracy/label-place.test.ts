import { plotOf } from '../../../../renderer/pages/accuracy/frontier.ts';
import { dialledPlace, levelPlace, namePlace } from '../../../../renderer/pages/accuracy/label-place.ts';

const size = { width: 560, height: 260 };
const corners = [
  { over: 2, under: 0 },
  { over: 10, under: 4 },
];

describe('the words at the marks of the frontier', () => {
  const plot = plotOf(corners, size);
  const lines = ['80 % en vigueur', '5,2 % de surplus, 0,6 % manque'] as const;
  const none = { names: [], curve: [] };
  const staff = { at: { over: 6.8, under: 0.72 }, text: 'Équipe de cuisine' };

  test('a level keeps clear of the name of a mark near it', () => {
    const level = { at: { over: 7.3, under: 0.4 }, text: '90' };
    const place = levelPlace(plot, level, [staff]);
    const nameBottom = plot.y(staff.at.under) + namePlace(plot, staff.at).y + 3;
    expect(plot.y(level.at.under) + (place?.y ?? 0) - 9).toBeGreaterThan(nameBottom);
  });

  test('where every place of a level covers a name it has none', () => {
    const right = { at: { over: 9.8, under: 0.05 }, text: 'Équipe de cuisine' };
    expect(levelPlace(plot, { at: { over: 9, under: 0.1 }, text: '95' }, [right])).toBeNull();
  });

  test('a level on the axis has its label above it, not below the axis', () => {
    expect(levelPlace(plot, { at: { over: 9, under: 0.1 }, text: '95' }, [])).toMatchObject({ y: -9 });
  });

  test('elsewhere it stands under the curve', () => {
    expect(levelPlace(plot, { at: { over: 3, under: 2 }, text: '50' }, [staff])).toMatchObject({ y: 12 });
  });

  test('what the dial says stands under its line, near the axis above the curve on its right', () => {
    const high = { over: 4, under: 2 };
    expect(dialledPlace(plot, high, lines, none)).toEqual({ x: plot.left + 8, y: plot.y(2) + 15 });
    const low = dialledPlace(plot, { over: 5, under: 0.3 }, lines, none);
    expect(low.x).toBeGreaterThan(plot.x(5));
    expect(low.y + 15).toBeLessThan(plot.y(0.3));
    expect(dialledPlace(plot, { over: 10, under: 0.1 }, lines, none).x).toBeLessThan(plot.right - 100);
  });

  test('what the dial says covers no other mark and no name, wherever they are', () => {
    const width = 7 * lines[1].length;
    for (let over = 2; over <= 10; over += 0.25) {
      for (let under = 0; under <= 4; under += 0.125) {
        const at = { over: 7, under: 0.72 };
        const other = { ...staff, at: { over, under } };
        const words = dialledPlace(plot, at, lines, { names: [other], curve: [] });
        const mark = { x: plot.x(over), y: plot.y(under) };
        const name = namePlace(plot, other.at);
        const left = mark.x + name.x - (name.textAnchor === 'end' ? 7 * staff.text.length : 0);
        const line = mark.y + name.y;
        const besideName = left >= words.x + width || left + 7 * staff.text.length <= words.x;
        const offName = line - 11 >= words.y + 18 || line + 3 <= words.y - 11;
        expect({ over, under, clear: besideName || offName }).toEqual({ over, under, clear: true });
      }
    }
  });

  test('it stands near its mark where the curve is low, above a name that is in the way, and off the curve', () => {
    const at = { over: 6, under: 0.65 };
    const near = dialledPlace(plot, at, lines, { names: [staff], curve: [] });
    expect(near.x).toBe(plot.x(at.over) + 10);
    expect(plot.y(at.under) - near.y).toBeLessThan(60);
    const curve = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((over) => ({ over, under: 4 * 0.7 ** (over - 2) }));
    const width = 7 * lines[1].length;
    for (const point of curve) {
      const words = dialledPlace(plot, point, lines, { names: [staff], curve });
      const covered = curve.filter(
        ({ over, under }) =>
          plot.x(over) > words.x &&
          plot.x(over) < words.x + width &&
          plot.y(under) > words.y - 11 &&
          plot.y(under) < words.y + 18,
      );
      expect({ point, covered }).toEqual({ point, covered: [] });
    }
  });

  test('a name near the right edge goes to the left of its mark', () => {
    expect(namePlace(plot, { over: 9.5, under: 2 }).textAnchor).toBe('end');
  });
});
