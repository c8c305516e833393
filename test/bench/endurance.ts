import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { prepare, scenarios, tryFaults } from '../endurance/fault-matrix.ts';
import { kill, referenceOf, works } from '../endurance/kills.ts';

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

const killsOfEach = 40;

/** Each work killed at moments spread by chance over the time that it takes, and a little after. */
async function kills(folder: string) {
  await prepare(folder);
  const random = seededRandom(15);
  const wrong: string[] = [];
  for (const [name, work] of Object.entries(works)) {
    const reference = await referenceOf(folder, work);
    for (let round = 0; round < killsOfEach; round += 1) {
      const share = 1.1 * random();
      const found = await kill(folder, work, reference, share);
      wrong.push(...found.map((problem) => `${name} at ${share.toFixed(2)}: ${problem}`));
    }
  }
  return { tried: `${Object.keys(works).length * killsOfEach} kills`, wrong };
}

const parts: Readonly<Record<string, Part>> = { faults, kills };

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
