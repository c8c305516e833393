import { createService } from '../../electron/service/host/service.ts';
import { WorkerJobs } from '../../electron/service/host/worker-jobs.ts';

/** Run as a process of its own, so that its memory is its own: `node import-alone.ts FOLDER FILE`. */
const [dataFolder = '', path = ''] = process.argv.slice(2);
const service = createService({ dataFolder, jobs: new WorkerJobs() });
const { ticket } = await service.registerFile(path);
const result = await service.call('imports.run', { tickets: [ticket] }, { language: 'en' });
await service.close();
if (!result.ok) {
  throw new Error(result.error.message);
}
const imported = result.value.files[0]?.imported ?? 0;
console.log(JSON.stringify({ imported, peakMegabytes: process.resourceUsage().maxRSS / 1000 }));
