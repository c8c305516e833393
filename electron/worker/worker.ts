import { parentPort } from 'node:worker_threads';
import { freeMemory } from '../service/host/free-memory.ts';
import { perform } from '../service/host/perform.ts';
import {
  type CloseMessage,
  type JobMessage,
  type JobReply,
  jobState,
  type WarmUpMessage,
} from '../service/host/protocol.ts';
import { warmUp } from '../service/host/warm-up.ts';
import { Workspace } from '../service/host/workspace.ts';

/** Progress is told at most this often, in milliseconds. */
const progressEvery = 50;

/** Milliseconds without a job after which what the last ones left behind is collected. */
const rest = 1_000;

/** The thread keeps its database open and its models fitted from one job to the next. */
let workspace: Workspace | undefined;

function workspaceOf(dataFolder: string): Workspace {
  if (workspace?.dataFolder !== dataFolder) {
    workspace?.close();
    workspace = new Workspace(dataFolder);
  }
  return workspace;
}

async function run({ id, request, flag }: JobMessage): Promise<void> {
  const tell = (reply: JobReply) => parentPort?.postMessage(reply);
  let lastTold = 0;
  const result = await perform(workspaceOf(request.dataFolder), request, {
    onProgress(stage, done) {
      const now = performance.now();
      if (done >= 1 || now - lastTold >= progressEvery) {
        lastTold = now;
        tell({ type: 'progress', id, stage, done });
      }
    },
    cancelled: () => Atomics.load(flag, 0) === jobState.cancelled,
    mayKeep: () =>
      Atomics.compareExchange(flag, 0, jobState.running, jobState.keeping) !== jobState.cancelled,
  });
  tell({ type: 'done', id, result });
}

let resting: NodeJS.Timeout | undefined;

/** Nobody waits for a thread that rests. */
function restAfter(doing: Promise<void>): Promise<void> {
  clearTimeout(resting);
  return doing.finally(() => {
    clearTimeout(resting);
    resting = setTimeout(freeMemory, rest).unref();
  });
}

/** What is under way; it never fails, for its failure is its answer. */
let work: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: JobMessage | WarmUpMessage | CloseMessage) => {
  if (message.type === 'job') {
    work = restAfter(run(message));
  } else if (message.type === 'warm-up') {
    work = restAfter(warmUp(workspaceOf(message.request.dataFolder), message.request));
  } else {
    void work.finally(() => {
      workspace?.close();
      process.exit();
    });
  }
});
