import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startBrowserHost } from '../../browser/server.ts';
import { rendererFolder } from '../../browser/static-files.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { onEnteredLine } from '../terminal/entered-lines.ts';
import { CallFailed, UsageError } from '../terminal/errors.ts';
import { openInBrowser, WaysIn } from '../terminal/open-browser.ts';
import { numberOption } from '../terminal/parse-line.ts';
import { answerSecondStarts, askRunningHost } from '../terminal/running-host.ts';

/** How long the system is waited for when it opens a browser, in milliseconds. */
const longestOpening = 10_000;

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
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== 'listen') throw error;
    const { portUsed, portReserved, portClosed } = terminal.texts.cli.serve;
    const words = code === 'EADDRINUSE' ? portUsed : code === 'EACCES' ? portReserved : portClosed;
    throw new CallFailed({ kind: 'refused', ...words(port) });
  }
}

/** Prints an address; it is the first line of the answer. */
const print = (url: string, terminal: Terminal): void =>
  terminal.answer({ url, port: Number(new URL(url).port) }, () => url);

/** What opens a browser may stay as long as it does: then it is open. */
async function tookSoon(opened: Promise<boolean>): Promise<boolean> {
  const waiting = new AbortController();
  const open = setTimeout(longestOpening, true, { signal: waiting.signal });
  try {
    return await Promise.race([opened, open]);
  } finally {
    open.catch(() => undefined);
    waiting.abort();
  }
}

/** The host that runs already on these data gives a new way in: one host is enough. Answers whether there is one. */
async function enterRunning(terminal: Terminal, opens: boolean): Promise<boolean> {
  const { texts, service } = terminal;
  const file = opens ? await askRunningHost(service.dataFolder, 'file') : null;
  const isOpen = file !== null && (await tookSoon(openInBrowser(file)));
  const url = isOpen ? null : await askRunningHost(service.dataFolder, 'address');
  if (!isOpen && url === null) return false;
  terminal.note(texts.cli.serve.running);
  if (url !== null) print(url, terminal);
  return true;
}

async function serve(terminal: Terminal, port: number, opens: boolean): Promise<void> {
  const words = terminal.texts.cli.serve;
  const stopped = stopAsked();
  terminal.service.warmUp();
  terminal.service.followClock();
  const host = await start(port, terminal);
  const waysIn = new WaysIn();
  const newFile = () => waysIn.make(host.newAddress('handed-over'));
  const printNew = () => print(host.newAddress('printed'), terminal);
  const secondStarts = await answerSecondStarts(terminal.service.dataFolder, (way) =>
    way === 'file' ? newFile() : host.newAddress('printed'),
  );
  if (opens) {
    terminal.note(words.opening(host.origin));
    void openInBrowser(newFile()).then((isOpen) => {
      if (isOpen) return;
      terminal.note(words.cannotOpen);
      printNew();
    });
  } else {
    printNew();
    terminal.note(words.stop);
  }
  const listenNoMore = onEnteredLine(printNew);
  await stopped;
  listenNoMore();
  secondStarts?.close();
  waysIn.forget();
  await host.close();
}

export const serveCommand: Command = {
  options: { port: { type: 'string' }, open: { type: 'boolean' } },
  serves: true,
  words: [0, 0],
  async run(terminal, given) {
    const asked = numberOption(given, 'port', terminal.texts);
    const port = portOf(asked, terminal);
    if (!existsSync(join(rendererFolder(), 'index.html'))) {
      throw new CallFailed({ kind: 'refused', ...terminal.texts.cli.serve.notBuilt });
    }
    const opens = given.values.open === true;
    // Who names a port wants a host there.
    if (asked === undefined && (await enterRunning(terminal, opens))) return 0;
    await serve(terminal, port, opens);
    return 0;
  },
};
