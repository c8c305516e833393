import { appendFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../built.ts';

// Which functions a test file ran in its own process, as V8 tells: started before the file's modules are read. Block by
// block it would cost half of the time of such a test, by function a tenth. Jest's own coverage maps each module of each
// test file back to its source; here that is done once, by `print-lines.mjs`.

const rooms = ['assets', 'db', 'electron', 'forecasting', 'renderer'].map((room) =>
  join(projectFolder, room),
);

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: false });

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** A module as one line: its path, and each function's place with whether it ran, outer ones before inner ones. */
function recordOf(path: string, functions: readonly { readonly ranges: readonly Range[] }[]): string {
  const ranges = functions.flatMap((one) =>
    one.ranges.map(({ startOffset, endOffset, count }) => [startOffset, endOffset, count]),
  );
  return `${JSON.stringify([path, ranges])}\n`;
}

afterAll(() => {
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    const records = result.flatMap(({ url, functions }) => {
      const path = url.startsWith('file:') ? fileURLToPath(url) : url;
      return rooms.some((room) => path.startsWith(room)) ? [recordOf(path, functions)] : [];
    });
    const folder = process.env.LINES_OF_TESTS ?? '';
    appendFileSync(join(folder, `${process.env.JEST_WORKER_ID}.jsonl`), records.join(''));
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
});
