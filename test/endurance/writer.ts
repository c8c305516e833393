import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Method } from '../../electron/api/contract.ts';
import { createService } from '../../electron/service/host/service.ts';
import { runsInBackground } from '../../electron/service/host/use-cases.ts';
import { WorkerPool } from '../../electron/service/host/worker-pool.ts';
import { addDays, toDay, weekday } from '../../forecasting/calendar/day.ts';
import { wordsProblem } from './words-problem.ts';

// One of several programs on one data folder, started as a process of its own: it writes, imports, takes back and backs
// up, and tells at its end what it was told. Its words: the folder, its number from 0, how many writes, how many
// backups among them.

/** What one of the programs was told. */
export interface Told {
  /** Days that were said to be closed, and days whose count was said to be saved. */
  readonly closed: readonly string[];
  readonly counted: readonly string[];
  /** Days whose counts were imported, and not taken back. */
  readonly imported: readonly string[];
  readonly undone: readonly string[];
  readonly backups: number;
  /** Refused in words, as another program wrote for too long. */
  readonly refused: number;
  readonly faults: readonly string[];
}

export const today = '2026-01-14';

/** Working days of the past or of the time to come, those of each program apart. */
function* workingDays(from: string): Generator<string, never> {
  for (let date = from; ; date = addDays(date, 1)) {
    const day = weekday(toDay(date));
    if (day >= 1 && day <= 5) yield date;
  }
}

async function write([
  folder = '',
  number = '0',
  writes = '0',
  backups = '0',
]: readonly string[]): Promise<Told> {
  const own = Number(number);
  const service = createService({
    dataFolder: folder,
    today: () => today,
    jobs: new WorkerPool({ runsInBackground, ahead: true }),
  });
  const told = {
    closed: [] as string[],
    counted: [] as string[],
    imported: [] as string[],
    undone: [] as string[],
    backups: 0,
    refused: 0,
    faults: [] as string[],
  };
  const ask = async <M extends Method>(method: M, input: Input<M>) => {
    const result = await service.call(method, input, { language: 'fr' });
    const said = result.ok ? (result.warnings ?? []) : [result.error];
    for (const error of said) {
      const problem = wordsProblem(error) ?? (result.ok ? error.message : null);
      if (problem !== null) told.faults.push(`${method}: ${problem}`);
    }
    if (!result.ok) told.refused += 1;
    return result.ok ? { value: result.value } : null;
  };
  const ahead = workingDays(`${2027 + 2 * own}-01-04`);
  const past = workingDays(`${2000 + 3 * own}-01-03`);
  const importing = async () => {
    const date = past.next().value;
    const file = join(folder, '..', `import-${own}.csv`);
    writeFileSync(file, `site_type;date;prevision;reel;site_nom\nE;${date};130;125;LES TILLEULS\n`);
    const { ticket } = await service.registerFile(file);
    const report = await ask('imports.run', { tickets: [ticket] });
    if (report === null || report.value.batch === null) return;
    told.imported.push(date);
    if (
      told.imported.length % 2 === 0 &&
      (await ask('imports.undo', { batch: report.value.batch })) !== null
    ) {
      told.undone.push(date);
      told.imported.pop();
    }
  };
  const backingUp = async () => {
    const made = await ask('backups.make', {});
    if (made === null) return;
    told.backups += 1;
    if (!existsSync(join(folder, 'backups', made.value.name)))
      told.faults.push(`${made.value.name} is missing`);
  };
  const total = Number(writes);
  for (let i = 0; i < total; i += 1) {
    const share = (of: number) => Math.floor(((i + 1) * of) / total) - Math.floor((i * of) / total);
    if (i % 2 === 0) {
      const date = ahead.next().value;
      const closures = [{ kind: 'closure', from: date, to: date, siteId: null }] as const;
      if ((await ask('closures.save', { closures: [...closures] })) !== null) told.closed.push(date);
    } else {
      const date = past.next().value;
      const days = [{ date, served: 100 + (i % 20) }];
      if ((await ask('attendance.save', { siteId: 1, days })) !== null) told.counted.push(date);
    }
    if (i % 10 === 5) await importing();
    for (let of = share(Number(backups)); of > 0; of -= 1) await backingUp();
  }
  await service.close();
  return told;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify(await write(process.argv.slice(2))));
}
