/** @jest-environment jsdom */
import type { AppState } from '../../../electron/api/records.ts';
import { requestFirstWeek } from '../../../renderer/app/first-week.ts';
import { EarlyRequests, type Line } from '../../../renderer/bridge/first-calls.ts';

const state = {
  empty: false,
  suggestedWeek: '2026-12-14',
  settings: { language: 'en', serviceLevel: 0.8 },
} as unknown as AppState;

/** What is asked of a host in some state before the page is there. */
async function askedOf(value: unknown, address: string, ok = true) {
  const asked: unknown[][] = [];
  const line = {
    call: async (method: string, input: unknown, { language }: { language: string }) => {
      asked.push([method, input, language]);
      return { ok, value };
    },
    subscribe: () => () => undefined,
  } as unknown as Line;
  await requestFirstWeek(new EarlyRequests(line), address);
  return asked;
}

const ofWeek = ['plan.week', { from: '2026-12-14', to: '2026-12-18', allLevels: true }, 'en'];

test.each(['', '#', '#/', '#/week', '#/week/'])('at %p the suggested week is asked for', async (address) => {
  const asked = await askedOf(state, address);
  expect(asked.map(([method]) => method)).toEqual(['app.state', 'plan.week']);
  expect(asked[1]).toEqual(ofWeek);
});

test.each(['#/week/2026-11-02', '#/data', '#/settings/rules'])('at %p only the state is', async (address) => {
  expect((await askedOf(state, address)).map(([method]) => method)).toEqual(['app.state']);
});

test('without data or without an answer there is no week to ask for', async () => {
  expect(await askedOf({ ...state, empty: true }, '')).toHaveLength(1);
  expect(await askedOf(undefined, '', false)).toHaveLength(1);
});
