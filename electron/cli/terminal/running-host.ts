import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { remove } from '../../../db/files/patience.ts';
import { cacheFolder } from '../../service/context/data-folder.ts';
import { isOwnFolder } from '../../service/context/own-folder.ts';

// A second start asks the host that runs for a new way in. They meet at a socket in a folder that only this user
// enters, or at a pipe of Windows, which lets other users listen, but not ask.

/** A way in: an address to print, or a file that leads a browser to one. */
export type WayIn = 'address' | 'file';

const isWayIn = (word: string): word is WayIn => word === 'address' || word === 'file';

/** How long a host may take to answer, in milliseconds: one that hangs is not waited for. */
const patience = 3_000;

/** Where the host of a data folder is asked; `null` where there is no safe place. */
function meetingPlace(dataFolder: string): string | null {
  const name = createHash('sha256').update(realPath(dataFolder)).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\bonne-mesure-${name}`;
  const folder = cacheFolder();
  return isOwnFolder(folder) ? join(folder, `host-${name}`) : null;
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** A new way in to the host that runs on a data folder; `null` where none does. */
export function askRunningHost(dataFolder: string, way: WayIn): Promise<string | null> {
  const place = meetingPlace(dataFolder);
  if (place === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(place, () => socket.write(`${way}\n`));
    const end = () => {
      socket.destroy();
      resolve(answer === '' ? null : answer);
    };
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.setTimeout(patience, end).on('end', end).on('error', end);
  });
}

function answer(socket: Socket, newWayIn: (way: WayIn) => string): void {
  let asked = '';
  socket.on('error', () => socket.destroy());
  socket.setEncoding('utf8').on('data', (text: string) => {
    asked += text;
    if (!asked.endsWith('\n') && asked.length < 100) return;
    const way = asked.trim();
    if (isWayIn(way)) socket.end(newWayIn(way));
    else socket.destroy();
  });
}

/** Answers second starts until it is closed. `null` where that cannot be: a second start is then a second host. */
export function answerSecondStarts(
  dataFolder: string,
  newWayIn: (way: WayIn) => string,
): Promise<Server | null> {
  const place = meetingPlace(dataFolder);
  if (place === null) return Promise.resolve(null);
  // Left by a host that was killed: one that runs would have answered.
  if (process.platform !== 'win32') {
    remove(place);
    // A folder that cannot be read keeps what is in it.
    removeDeadPlaces(place).catch(() => undefined);
  }
  const server = createServer((socket) => answer(socket, newWayIn));
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(place, () => resolve(server));
  });
}

/** Milliseconds: a host that is just being started listens a moment after its place is there. */
const young = 60_000;

/** Removes the places that hosts of other data folders left when they were killed: nobody answers there any more. */
async function removeDeadPlaces(own: string): Promise<void> {
  const folder = dirname(own);
  const others = readdirSync(folder).filter(
    (name) => /^host-[0-9a-f]{24}$/.test(name) && name !== basename(own),
  );
  for (const name of others) {
    const place = join(folder, name);
    const { mtimeMs } = statSync(place, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > young && (await isDead(place))) remove(place);
  }
}

function isDead(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place, () => {
      socket.destroy();
      resolve(false);
    });
    socket.unref();
    socket.on('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED'));
  });
}
