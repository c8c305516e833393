import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Input, Method, Result } from '../../electron/api/contract.ts';
import { createService, type Service } from '../../electron/service/host/service.ts';
import { runsInBackground } from '../../electron/service/host/use-cases.ts';
import { WorkerPool } from '../../electron/service/host/worker-pool.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { dataOf, dataState, today } from './fault-matrix.ts';

// A program whose worker thread is ended again and again in the midst of its work, while the program itself goes on.
// Its words: the folder that was prepared, a seed, how many rounds of each work. It tells what was wrong.

type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Result<unknown>>;
type Work = (ask: Ask, service: Service, folder: string) => Promise<Result<unknown>>;

const works: Readonly<Record<string, Work>> = {
  import: async (ask, service, folder) =>
    ask('imports.run', { tickets: [(await service.registerFile(join(folder, 'more.csv'))).ticket] }),
  undo: (ask) => ask('imports.undo', { batch: 2 }),
  approve: (ask) => ask('orders.approve', { from: '2025-10-06', to: '2025-10-10', confirmHolidays: true }),
  restore: async (ask, service, folder) =>
    ask('backups.restore', {
      tickets: [(await service.registerFile(join(folder, 'earlier.sqlite'))).ticket],
    }),
};

const workers = new Set<Worker>();
process.on('worker', (worker: Worker) => {
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
});

interface Round {
  readonly before: string;
  readonly after: string;
  readonly answer: Result<unknown>;
  readonly milliseconds: number;
  readonly findings: readonly string[];
}

let rounds = 0;

/** One work on a folder of its own; `killAfter`: so many milliseconds after its beginning its thread is ended. */
async function round(root: string, work: Work, killAfter?: number): Promise<Round> {
  const folder = join(root, `thread-${++rounds}`);
  cpSync(join(root, 'canteens'), folder, { recursive: true });
  const jobs = new WorkerPool({ runsInBackground, ahead: true });
  const service = createService({ dataFolder: dataOf(folder), today: () => today, jobs });
  const ask: Ask = (method, input) => service.call(method, input, { language: 'fr' });
  // Open before: what is measured and ended is the work.
  await ask('orders.settleDeadlines', {});
  const before = dataState(folder);
  const start = performance.now();
  const killing =
    killAfter === undefined
      ? undefined
      : setTimeout(() => {
          for (const worker of workers) void worker.terminate();
        }, killAfter);
  const answer = await work(ask, service, folder);
  clearTimeout(killing);
  const milliseconds = performance.now() - start;
  const checked = await ask('data.check', {});
  await service.close();
  const findings = checked.ok
    ? (checked.value as { findings: readonly string[] }).findings
    : [checked.error.message];
  return { before, after: dataState(folder), answer, milliseconds, findings };
}

function wrongIn({ before, after, answer, findings }: Round, whole: string): readonly string[] {
  const wrong = [...findings];
  if (after !== before && after !== whole) wrong.push('the data are between before and after');
  if (answer.ok && after !== whole) wrong.push('it says that it is done, and it is not');
  if (!answer.ok && after !== before && /Rien n’a été changé|restées comme/.test(toldOf(answer)))
    wrong.push(`it says that nothing was changed, and it was: ${answer.error.message}`);
  return wrong;
}

const toldOf = (answer: Result<unknown>) =>
  answer.ok ? '' : `${answer.error.message} ${answer.error.remedy}`;

export interface ThreadKills {
  readonly kills: number;
  /** Of them, those whose call was not answered as done. */
  readonly refused: number;
  readonly wrong: readonly string[];
}

if (process.argv[1] === import.meta.filename) {
  const [root = '', seed = '0', each = '0'] = process.argv.slice(2);
  const random = seededRandom(Number(seed));
  const wrong: string[] = [];
  let [kills, refused] = [0, 0];
  for (const [name, work] of Object.entries(works)) {
    const whole = await round(root, work);
    if (!whole.answer.ok) wrong.push(`${name}: ${whole.answer.error.message}`);
    for (let i = 0; i < Number(each); i += 1) {
      const share = random();
      const killed = await round(root, work, share * whole.milliseconds);
      kills += 1;
      refused += killed.answer.ok ? 0 : 1;
      wrong.push(...wrongIn(killed, whole.after).map((one) => `${name} at ${share.toFixed(2)}: ${one}`));
    }
  }
  process.stdout.write(JSON.stringify({ kills, refused, wrong } satisfies ThreadKills));
}
