import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowserHost } from '../../browser/server.ts';
import { rendererFolder } from '../../browser/static-files.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { CallFailed, UsageError } from '../terminal/errors.ts';
import { numberOption } from '../terminal/parse-line.ts';

/** The system's own way to open an address. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

function openInBrowser(url: string, terminal: Terminal): void {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program as string, [...words, url], { stdio: 'ignore', detached: true });
  child.on('error', () => terminal.note(terminal.texts.cli.serve.cannotOpen));
  child.unref();
}

/** Ctrl-C, the system's end, or a terminal that is closed: each time the files that pages sent are removed. */
const stopAsked = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });

function portOf(value: number | undefined, { texts }: Terminal): number {
  const port = value ?? 0;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(texts.cli.serve.badPort(String(value)));
  }
  return port;
}

async function start(port: number, terminal: Terminal) {
  try {
    return await startBrowserHost({ service: terminal.service, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CallFailed({ kind: 'refused', ...terminal.texts.cli.serve.cannotListen(port, code) });
  }
}

export const serveCommand: Command = {
  options: { port: { type: 'string' }, open: { type: 'boolean' } },
  words: [0, 0],
  async run(terminal, given) {
    const { cli } = terminal.texts;
    const port = portOf(numberOption(given, 'port', terminal.texts), terminal);
    if (!existsSync(join(rendererFolder(), 'index.html'))) {
      throw new CallFailed({ kind: 'refused', ...cli.serve.notBuilt });
    }
    const stopped = stopAsked();
    terminal.service.warmUp();
    terminal.service.keepDeadlines();
    const host = await start(port, terminal);
    terminal.answer({ url: host.url, port: host.port }, () => host.url);
    terminal.note(cli.serve.stop);
    if (given.values.open) {
      openInBrowser(host.url, terminal);
    }
    await stopped;
    await host.close();
    return 0;
  },
};
