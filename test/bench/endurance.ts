import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../electron/service/host/service.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { prepare, scenarios, tryFaults } from '../endurance/fault-matrix.ts';
import { folderCases } from '../endurance/folder-cases.ts';
import { inProcess, knownOf, methods, overHttp, tryHostile } from '../endurance/hostile-calls.ts';
import { hostileFiles, type MeasuredOutcome } from '../endurance/hostile-files.ts';
import type { ThreadKills } from '../endurance/killed-thread.ts';
import { kill, referenceOf, works } from '../endurance/kills.ts';
import { crowd } from '../endurance/many-processes.ts';
import { walkAtRandom } from '../endurance/random-actions.ts';
import { runProgram } from '../endurance/run-program.ts';
import { killServer, serverReference, serverWorks } from '../endurance/server-kills.ts';
import { fillOrderedTown } from '../support/ordered-town.ts';
import { copySample, TODAY as sampleToday } from '../support/sample-folder.ts';

/** Answers how much was tried, and what did not hold. */
type Part = (folder: string) => Promise<{ readonly tried: string; readonly wrong: readonly string[] }>;

const placesOfEach = 8;

/** Every use case with every call of the file system refused, with every code, once at each place and always. */
async function faults(folder: string) {
  await prepare(folder);
  let cells = 0;
  const wrong: string[] = [];
  for (const name of Object.keys(scenarios)) {
    const result = await tryFaults(folder, name, placesOfEach);
    cells += result.cells;
    wrong.push(...result.wrong);
  }
  return { tried: `${Object.keys(scenarios).length} use cases, ${cells} faults`, wrong };
}

const killsOfEach = 30;
const serverKillsOfEach = 6;

/**
 * Each work killed at moments spread by chance over the time that it takes, and a little after: of the command line, of
 * a server (all of its processes, or the one that serves), and of the worker thread alone.
 */
async function kills(folder: string) {
  await prepare(folder);
  const random = seededRandom(15);
  const wrong: string[] = [];
  let count = 0;
  const note = (name: string, share: number, found: readonly string[]) => {
    count += 1;
    wrong.push(...found.map((problem) => `${name} at ${share.toFixed(2)}: ${problem}`));
  };
  for (const [name, work] of Object.entries(works)) {
    const reference = await referenceOf(folder, work);
    for (let round = 0; round < killsOfEach; round += 1) {
      const share = 1.1 * random();
      note(name, share, await kill(folder, work, reference, share));
    }
  }
  for (const [name, work] of Object.entries(serverWorks)) {
    const reference = await serverReference(folder, work);
    for (const victim of ['group', 'child'] as const) {
      for (let round = 0; round < serverKillsOfEach; round += 1) {
        const share = 0.3 + 0.8 * random();
        note(
          `server, ${victim}, ${name}`,
          share,
          await killServer(folder, work, reference, { victim, share }),
        );
      }
    }
  }
  const threads = await runProgram<ThreadKills>('killed-thread.ts', [folder, '15', '20']);
  wrong.push(...threads.wrong.map((problem) => `worker thread, ${problem}`));
  const ofThreads = `${threads.kills} of the worker alone, ${threads.refused} of them refused`;
  return { tried: `${count} kills of processes, ${ofThreads}`, wrong };
}

const callsOfEach = 1_000;
/** Ten minutes for what the contract accepts, of each door and each data: milliseconds of one method. */
const budgetOfEach = 600_000 / methods.length;

/** Every method called with hostile inputs, in process and over HTTP, on the sample and on 87 made sites. */
async function calls(folder: string) {
  const wrong: string[] = [];
  let [tried, refused, left, slowest] = [0, 0, 0, 0];
  const memory: number[] = [];
  for (const [kind, open] of Object.entries({ inProcess, overHttp })) {
    for (const fill of [copySample, madeTown]) {
      const dataFolder = join(folder, `${kind}-${fill.name}`);
      mkdirSync(dataFolder);
      fill(dataFolder);
      const door = await open(createService({ dataFolder, today: () => sampleToday }));
      const known = await knownOf(door, sampleToday);
      for (const method of methods) {
        const found = await tryHostile(door, [method], {
          ...{ seed: 15, each: callsOfEach, budget: budgetOfEach },
          known,
        });
        tried += found.calls;
        refused += found.refused;
        left += found.left;
        slowest = Math.max(slowest, found.slowest);
        wrong.push(...found.wrong);
        memory.push(process.memoryUsage().rss / 1e6);
      }
      await door.close();
    }
  }
  if (slowest > 2_000) wrong.push(`a refusal took ${slowest.toFixed(0)} ms`);
  const most = Math.max(...memory).toFixed(0);
  return {
    tried: `${tried} calls (${left} left out, as their time was up), ${refused} refused in ${slowest.toFixed(0)} ms at most, ${most} MB at most`,
    wrong,
  };
}

const madeTown = (dataFolder: string) =>
  fillOrderedTown(dataFolder, { sites: 87, from: '2026-11-16', to: '2026-12-11' });

const [walks, actionsOfEach] = [10, 200];

/** Random edits, each taken back and done again, of ten seeds. */
async function actions(folder: string) {
  const wrong: string[] = [];
  let [tried, done] = [0, 0];
  for (let seed = 1; seed <= walks; seed += 1) {
    const own = join(folder, String(seed));
    mkdirSync(own);
    const walked = await walkAtRandom(own, seed, actionsOfEach);
    tried += walked.actions;
    done += walked.done;
    wrong.push(...walked.wrong.map((problem) => `seed ${seed}: ${problem}`));
    console.error(`seed ${seed}: ${walked.done} of ${walked.actions}, ${walked.wrong.length} wrong`);
  }
  return { tried: `${tried} actions, ${done} that changed something`, wrong };
}

/** Every change of a data folder by others, at every moment. */
async function folders(folder: string) {
  const names = folderCases.map(({ name }) => name);
  const wrong = await runProgram<readonly string[]>('try-folder-cases.ts', [folder, ...names]);
  return { tried: `${names.length} changes of a folder`, wrong };
}

/** Three programs and the command line on one folder. */
async function processes(folder: string) {
  await prepare(folder);
  const found = await crowd(folder, { programs: 3, writes: 300, backups: 67, commands: 20 });
  const { saved, imports, backups, refused, wrong } = found;
  const tried = `${saved} writes, ${imports} imports, ${backups} backups by 3 programs, ${refused} refused in words`;
  return { tried, wrong };
}

/** Hostile files, each imported by a process of its own, and once more with a cancel after a moment. */
async function files(folder: string) {
  const wrong: string[] = [];
  const names = Object.keys(hostileFiles);
  let [most, slowest, latest] = [0, 0, 0];
  const importing = (name: string, ...cancelAfter: readonly string[]) => {
    const own = mkdtempSync(join(folder, 'file-'));
    return runProgram<MeasuredOutcome>('import-hostile.ts', [own, name, ...cancelAfter]);
  };
  for (const name of names) {
    try {
      const whole = await importing(name);
      const stopped = await importing(name, '200');
      const late = stopped.afterCancel ?? 0;
      most = Math.max(most, whole.megabytes);
      slowest = Math.max(slowest, whole.milliseconds);
      latest = Math.max(latest, late);
      if (whole.megabytes > 600) wrong.push(`${name}: ${whole.megabytes.toFixed(0)} MB`);
      if (late > 1_000) wrong.push(`${name}: went on for ${late.toFixed(0)} ms after a cancel`);
      if (whole.rows === 0 && whole.refused.length === 0) wrong.push(`${name}: no word`);
    } catch (error) {
      wrong.push(`${name}: ${String(error).slice(0, 200)}`);
    }
  }
  const tried = `${names.length} files, at most ${most.toFixed(0)} MB and ${slowest.toFixed(0)} ms, stopped after ${latest.toFixed(0)} ms`;
  return { tried, wrong };
}

const parts: Readonly<Record<string, Part>> = {
  faults,
  kills,
  calls,
  actions,
  folders,
  processes,
  files,
};

/** The long forms of what `test/endurance` tries in short: `npm run bench -- endurance`, or with the names of parts. */
export async function benchEndurance(): Promise<void> {
  const asked = process.argv.slice(2).filter((word) => word in parts);
  const root = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      const folder = join(root, name);
      mkdirSync(folder);
      const { tried, wrong } = await part(folder);
      console.log(`endurance, ${name}: ${tried}; ${wrong.length} wrong`);
      for (const line of wrong) console.log(`  ${line}`);
      if (wrong.length > 0) process.exitCode = 1;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
