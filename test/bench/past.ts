import { rmSync } from 'node:fs';
import type { Hindcasts } from '../../electron/api/records.ts';
import { modelFolder } from '../../electron/service/context/data-folder.ts';
import { createService, type Service } from '../../electron/service/host/service.ts';
import { runsInBackground } from '../../electron/service/host/use-cases.ts';
import { WorkerPool } from '../../electron/service/host/worker-pool.ts';
import { midWeek, missingForApp, nantesFiles, withData } from './served.ts';

const date = '2017-06-15';
/** Milliseconds between two clicks. */
const pause = 100;

async function ask<T>(service: Service, method: 'plan.week' | 'plan.cell' | 'plan.past', input: object) {
  const result = await service.call(method, input, { language: 'fr' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}

/** Milliseconds until the past forecasts are all there, and of each click meanwhile. */
async function hindcast(folder: string) {
  const jobs = new WorkerPool({ runsInBackground });
  const service = createService({ dataFolder: folder, today: () => midWeek, jobs });
  await ask(service, 'plan.week', { from: '2017-06-12', to: '2017-06-16' });
  const start = performance.now();
  let took = 0;
  const all = (async () => {
    while ((await ask<Hindcasts>(service, 'plan.past', { siteId: 1, date })).done < 1);
    took = performance.now() - start;
  })();
  const clicks: number[] = [];
  for (let site = 1; took === 0; site = (site % 80) + 1) {
    const clicked = performance.now();
    await ask(service, 'plan.cell', { siteId: site, date });
    clicks.push(performance.now() - clicked);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await all;
  await service.close();
  return { took, clicks: clicks.sort((a, b) => a - b) };
}

/** The panel's band of past forecasts: replayed, and with the refits of the time before; and clicks meanwhile. */
export async function benchPast(): Promise<void> {
  const missing = missingForApp() ?? (nantesFiles().length === 0 ? 'the files of Nantes are absent' : null);
  if (missing !== null) {
    console.log(`past: skipped, ${missing}`);
    return;
  }
  await withData(nantesFiles, async (folder) => {
    rmSync(modelFolder(folder), { recursive: true, force: true });
    const { took: fitted, clicks } = await hindcast(folder);
    const { took: kept } = await hindcast(folder);
    const [median = 0, most = 0] = [clicks[clicks.length >> 1], clicks.at(-1)];
    console.log(
      `past forecasts of Nantes: replayed ${fitted.toFixed(0)} ms; from kept refits ${kept.toFixed(0)} ms, ×${(kept / fitted).toFixed(2)}; numbers of a click meanwhile (bar 100 ms): median ${median.toFixed(0)} ms, most ${most.toFixed(0)} ms`,
    );
  });
}
