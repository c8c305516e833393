import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const messageSchema = z.object({ words: z.array(z.string()), folder: z.string(), data: z.unknown() });

type SecondInstance = (words: string[], folder: string, data: unknown) => void;

/** One instance per profile: a file holds the first one's number, a folder takes what later ones tell it. */
export function takeLock(profile: string, data: unknown, onSecond: SecondInstance): boolean {
  const lock = join(profile, 'standin.lock');
  const inbox = join(profile, 'standin-inbox');
  mkdirSync(inbox, { recursive: true });
  if (!claim(lock)) {
    const message = { words: process.argv, folder: process.cwd(), data };
    writeFileSync(join(inbox, `${process.pid}.json`), JSON.stringify(message));
    return false;
  }
  process.on('exit', () => rmSync(lock, { force: true }));
  const timer = setInterval(() => deliver(inbox, onSecond), 50);
  timer.unref();
  return true;
}

function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function deliver(inbox: string, onSecond: SecondInstance): void {
  for (const name of readdirSync(inbox)) {
    const file = join(inbox, name);
    const text = readFileSync(file, 'utf8');
    if (text.endsWith('}')) {
      rmSync(file);
      const { words, folder, data } = messageSchema.parse(JSON.parse(text));
      onSecond(words, folder, data);
    }
  }
}
