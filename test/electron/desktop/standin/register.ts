import { registerHooks } from 'node:module';
import { runInThisContext } from 'node:vm';
import { z } from 'zod';

// Loaded before the app's main file: `electron` becomes the stand-in, and the test that started this process
// may run functions in it, as Playwright does with the real Electron.

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context);
  },
});

const order = z.object({ id: z.number(), source: z.string(), argument: z.unknown().optional() });

process.on('message', async (message) => {
  const { id, source, argument } = order.parse(message);
  try {
    const run = runInThisContext(`(${source})`) as (electron: object, argument: unknown) => unknown;
    process.send?.({ id, value: await run(await import('./electron.ts'), argument) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.channel?.unref();
process.on('disconnect', () => process.exit(1));
