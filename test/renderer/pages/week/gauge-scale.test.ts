import { gaugeAt, gaugeScale } from '../../../../renderer/pages/week/gauge-scale.ts';
import { planRow } from './rows.ts';

describe('the gauge', () => {
  test('runs from 30 to 100 % of the places', () => {
    const scale = gaugeScale(160, [planRow()]);
    expect(scale).toEqual({ from: 48, to: 160, end: 160, usual: true });
    expect(gaugeAt(scale, 48)).toBe(0);
    expect(gaugeAt(scale, 160)).toBe(100);
    expect(gaugeAt(scale, 104)).toBeCloseTo(50);
  });

  test('holds a site that serves more than it has places', () => {
    const scale = gaugeScale(100, [planRow({ low: 110, order: 130, high: 140 })]);
    expect(scale.usual).toBe(false);
    expect(scale.end).toBe(100);
    expect(gaugeAt(scale, 140)).toBeLessThan(100);
    expect(gaugeAt(scale, 100)).toBeLessThan(gaugeAt(scale, 110));
  });

  test('starts at nothing for a site that fills less than a third', () => {
    expect(gaugeScale(200, [planRow({ low: 20, order: 26, high: 30 })]).from).toBe(0);
  });

  test('has no end mark where the places are unknown', () => {
    const scale = gaugeScale(null, [planRow({ low: 40, order: 50, high: 60 })]);
    expect(scale.end).toBeNull();
    expect(gaugeAt(scale, 60)).toBeLessThan(100);
  });

  test('nothing leaves the track', () => {
    const scale = gaugeScale(160, [planRow()]);
    expect(gaugeAt(scale, 0)).toBe(0);
    expect(gaugeAt(scale, 999)).toBe(100);
  });
});
