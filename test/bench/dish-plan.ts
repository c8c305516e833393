import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, Method, Output } from '../../electron/api/contract.ts';
import { createService } from '../../electron/service/host/service.ts';
import { nantesFolder } from '../support/shared.ts';

const rounds = 5;
const week = { from: '2017-07-03', to: '2017-07-07' };

/** A week of 87 sites: portions, weight and packs of every dish, against the plan of meals alone. Both warm. */
export async function benchDishPlan(): Promise<void> {
  if (!existsSync(nantesFolder)) {
    console.log(`dishes: skipped, ${nantesFolder} is absent`);
    return;
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  const service = createService({ dataFolder, today: () => '2017-06-26' });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await service.call(method, input, { language: 'en' });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const best = async (method: 'plan.week' | 'plan.dishes') => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await ask(method, week);
      times.push(performance.now() - start);
    }
    return Math.min(...times.slice(1));
  };
  try {
    const { ticket } = await service.registerFile(nantesFolder);
    await ask('imports.run', { tickets: [ticket] });
    const meals = await best('plan.week');
    const dishes = await best('plan.dishes');
    const { rows } = await ask('plan.dishes', week);
    console.log(
      `dishes, a week of 87 sites, ${rows.length.toLocaleString('en')} site-dishes, warm: ${dishes.toFixed(0)} ms (bar 2,000); meals alone ${meals.toFixed(0)} ms; ×${(dishes / meals).toFixed(1)}`,
    );
  } finally {
    await service.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
