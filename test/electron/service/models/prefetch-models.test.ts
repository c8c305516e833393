import { join } from 'node:path';
import { importFiles } from '../../../../db/import/import-files.ts';
import { listOrders } from '../../../../db/orders.ts';
import type { ProgressStage } from '../../../../electron/api/contract.ts';
import type { Plan } from '../../../../electron/api/records.ts';
import { perform } from '../../../../electron/service/host/perform.ts';
import type { JobRequest } from '../../../../electron/service/host/protocol.ts';
import { Workspace } from '../../../../electron/service/host/workspace.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';

const folder = temporaryFolder();
const workspaces: Workspace[] = [];
const week = { from: '2026-01-12', to: '2026-01-16' };
const deadline = { type: 'lead', days: 1, at: '09:00' };

function workspaceOn(name: string): Workspace {
  const workspace = new Workspace(join(folder, name));
  workspaces.push(workspace);
  return workspace;
}

async function ask(workspace: Workspace, request: Partial<JobRequest>) {
  const stages = new Set<ProgressStage>();
  const hooks = {
    onProgress: (stage: ProgressStage) => stages.add(stage),
    cancelled: () => false,
    mayKeep: () => true,
  };
  const time = { today: '2026-01-14', now: '2026-01-14T08:00' };
  const { dataFolder } = workspace;
  const result = await perform(
    workspace,
    { method: 'plan.week', input: week, language: 'fr', files: [], dataFolder, ...time, ...request },
    hooks,
  );
  expect(result).toMatchObject({ ok: true });
  return { value: result.ok ? (result.value as Plan) : null, stages: [...stages] };
}

async function canteen(name: string): Promise<Workspace> {
  const workspace = workspaceOn(name);
  const path = writeUnder(folder, `${name}.csv`, attendanceCsv('2025-03-01', '2026-01-13'));
  importFiles(workspace.db, [{ path, name: 'attendance.csv' }], { now: '2026-01-14T08:00' });
  for (const siteId of [1, 2]) {
    await ask(workspace, { method: 'orderRules.save', input: { siteId, rule: deadline } });
  }
  return workspace;
}

afterAll(() => {
  for (const workspace of workspaces) workspace.close();
});

test('what was fitted ahead is not fitted again, and is equal to the bit', async () => {
  const prepared = await canteen('prepared');
  const plain = await canteen('plain');
  expect((await ask(prepared, { ahead: true })).stages).toContain('fit');
  const found = await ask(workspaceOn('prepared'), {});
  expect(found.stages).not.toContain('fit');
  const fitted = await ask(plain, {});
  expect(fitted.stages).toContain('fit');
  expect(found.value).toEqual(fitted.value);
});

test('nothing is written of orders whose deadline is past, by looking at them', async () => {
  const workspace = await canteen('orders');
  const tomorrow = { today: '2026-01-15', now: '2026-01-15T10:00' };
  await ask(workspace, { ...tomorrow, ahead: true });
  expect(listOrders(workspace.db, week.from, week.to)).toEqual([]);
  await ask(workspace, tomorrow);
  expect(listOrders(workspace.db, week.from, week.to)).toEqual([]);
});
