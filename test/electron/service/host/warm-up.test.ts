import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '../../../../db/import/import-files.ts';
import type { ProgressStage } from '../../../../electron/api/contract.ts';
import { databaseFile, modelFolder } from '../../../../electron/service/context/data-folder.ts';
import { perform } from '../../../../electron/service/host/perform.ts';
import { warmUp } from '../../../../electron/service/host/warm-up.ts';
import { Workspace } from '../../../../electron/service/host/workspace.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';

const folder = temporaryFolder();
const time = { today: '2026-01-14', now: '2026-01-14T08:00' };
const workspaces: Workspace[] = [];

function workspaceOn(name: string): Workspace {
  const workspace = new Workspace(join(folder, name));
  workspaces.push(workspace);
  return workspace;
}

const warm = (workspace: Workspace) => warmUp(workspace, { dataFolder: workspace.dataFolder, ...time });

/** The stages that the first page waits for. */
async function openWeek(workspace: Workspace): Promise<readonly ProgressStage[]> {
  const stages = new Set<ProgressStage>();
  const hooks = {
    onProgress: (stage: ProgressStage) => stages.add(stage),
    cancelled: () => false,
    mayKeep: () => true,
  };
  const input = { from: '2026-01-12', to: '2026-01-16' };
  const { dataFolder } = workspace;
  const request = { method: 'plan.week', input, language: 'fr', dataFolder, files: [], ...time } as const;
  expect(await perform(workspace, request, hooks)).toMatchObject({ ok: true });
  return [...stages];
}

beforeAll(() => {
  const { db } = workspaceOn('full');
  const name = 'attendance.csv';
  const path = writeUnder(folder, name, attendanceCsv('2025-03-01', '2026-01-13'));
  importFiles(db, [{ path, name }], { now: time.now });
});

afterAll(() => {
  for (const workspace of workspaces) workspace.close();
});

test('without models of its own it reads the records and fits nothing', async () => {
  const workspace = workspaceOn('full');
  await warm(workspace);
  expect(existsSync(modelFolder(workspace.dataFolder))).toBe(false);
  const waited = await openWeek(workspace);
  expect(waited).toContain('fit');
  expect(waited).not.toContain('load');
});

test('with them the week is there at once', async () => {
  const cold = workspaceOn('full');
  expect(await openWeek(cold)).toEqual(['load', 'forecast']);
  const warmed = workspaceOn('full');
  await warm(warmed);
  expect(await openWeek(warmed)).toEqual(['forecast']);
});

test('it makes no database where there is none, and says nothing of one that is damaged', async () => {
  const none = workspaceOn('none');
  await warm(none);
  expect(existsSync(databaseFile(none.dataFolder))).toBe(false);
  const damaged = join(folder, 'damaged');
  writeFileSync(writeUnder(damaged, 'canteen.sqlite', ''), 'no database at all, but a text of some length');
  await expect(warm(workspaceOn('damaged'))).resolves.toBeUndefined();
});
