import { join } from 'node:path';
import type { ApiEvent } from '../../../../electron/api/contract.ts';
import { createService } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = temporaryFolder();

afterEach(() => jest.useRealTimers());

test('after midnight, or a night asleep, pages are told that today is another day', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  let today = '2026-01-14';
  const service = createService({ dataFolder: join(folder, 'night'), today: () => today });
  const events: ApiEvent[] = [];
  service.subscribe((event) => events.push(event));
  service.followClock();
  jest.advanceTimersByTime(60_000);
  expect(events).toEqual([]);
  today = '2026-01-15';
  jest.advanceTimersByTime(60_000);
  expect(events).toEqual([{ type: 'changed' }]);
  expect(await service.call('app.state', {}, { language: 'fr' })).toMatchObject({ value: { today } });
  await service.close();
});
