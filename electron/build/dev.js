import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { projectFolder } from './builds.js';

// `npm run dev`: the app in the browser from its sources, on sample canteens in a data folder of its own. A page is
// replaced as it is saved; a change of the service starts it anew and loads the page again.

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean' } },
});
const dataFolder = values.data ?? join(projectFolder, 'dist', 'dev-data');
const program = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  join(projectFolder, 'electron', 'cli', 'main.ts'),
];

/** @type {() => Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (socket.address());
      socket.close(() => resolve(port));
    });
  });

const port = await freePort();
const service = `http://127.0.0.1:${port}`;

/** What the running service knows the page by: the cookie, and the key that goes with every call. */
let cookie = '';
let pageKey = '';
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

/** Resolves once the service answers; its own words go to the terminal only when it fails. */
async function startService() {
  const words = [...program, 'serve', '--data', dataFolder, '--port', String(port)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  /** @type {string} */
  const address = await new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', () => reject(new Error('the service does not start; mend and save')));
  });
  const admitted = await fetch(address);
  cookie = admitted.headers.get('set-cookie')?.split(';')[0] ?? '';
  const pass = /#pass=([\w-]+)/.exec(await admitted.text())?.[1];
  const traded = await fetch(`${service}/enter`, {
    method: 'POST',
    headers: { cookie, origin: service, 'content-type': 'application/json' },
    body: JSON.stringify({ pass }),
  });
  pageKey = (await traded.json()).key;
}

async function stopService() {
  const child = running;
  running = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

if (!existsSync(join(dataFolder, 'canteen.sqlite'))) {
  const loading = spawn(process.execPath, [...program, 'sample', '--data', dataFolder], { stdio: 'ignore' });
  await new Promise((resolve) => loading.once('exit', resolve));
}
await startService();

const vite = await createServer({
  configFile: join(projectFolder, 'vite.config.ts'),
  server: {
    host: '127.0.0.1',
    port: Number(values.port ?? 5173),
    open: values.open ?? false,
    proxy: {
      '/api': {
        target: service,
        changeOrigin: true,
        // Other pages of the browser are not let in.
        bypass: ({ headers: { host, origin } }) =>
          origin !== undefined && new URL(origin).host !== host ? false : undefined,
        configure: (proxy) => {
          proxy.on('proxyReq', (request, { headers }) => {
            // To the service the page's calls come from its own page.
            request.setHeader('cookie', cookie);
            request.setHeader('x-bonne-mesure-key', pageKey);
            if (headers.origin !== undefined) request.setHeader('origin', service);
          });
        },
      },
    },
  },
});

let restarting = Promise.resolve();
/** @type {NodeJS.Timeout | undefined} */
let waiting;

const rooms = ['assets', 'db', 'electron', 'forecasting'].map((room) => join(projectFolder, room));
vite.watcher.add(rooms).on('all', (_event, file) => {
  if (!rooms.some((room) => file.startsWith(room)) || !/\.(ts|json|sql)$/.test(file)) return;
  // An editor that saves several files at once starts the service once.
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    restarting = restarting
      .then(async () => {
        await stopService();
        await startService();
        vite.ws.send({ type: 'full-reload' });
        console.log('service restarted');
      })
      .catch((error) => console.error(String(error)));
  }, 200);
});

await vite.listen();
vite.printUrls();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, async () => {
    await Promise.all([stopService(), vite.close()]);
    process.exit(0);
  });
}
