import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The calls of the file system that may be refused, and the functions that make them. */
const functions = {
  rename: ['renameSync', 'linkSync'],
  rm: ['rmSync', 'unlinkSync', 'rmdirSync'],
  open: [
    ...['openSync', 'open', 'readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync'],
    ...['mkdirSync', 'mkdtempSync', 'readdirSync'],
  ],
  stat: ['statSync', 'lstatSync', 'realpathSync'],
  utimes: ['utimesSync'],
  fsync: ['fsyncSync'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof fs)[]>>;

export type FaultyCall = keyof typeof functions;
export const faultyCalls = Object.keys(functions) as readonly FaultyCall[];

export const codes = ['EBUSY', 'EPERM', 'EACCES', 'ENOSPC', 'EIO', 'UNKNOWN'] as const;
/** What a virus scanner or a sync client makes a system say, and what has passed a moment later. */
export const passingCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'UNKNOWN']);

export interface Fault {
  readonly call: FaultyCall;
  readonly code: (typeof codes)[number];
  /** Which call is refused, from 1; `null`: every one. */
  readonly nth: number | null;
}

type Any = (...given: unknown[]) => unknown;

let fault: Fault | null = null;
let counts: Record<FaultyCall, number> | null = null;
let isOurs: (path: string) => boolean = () => false;

const noCounts = (): Record<FaultyCall, number> => ({
  rename: 0,
  rm: 0,
  open: 0,
  stat: 0,
  utimes: 0,
  fsync: 0,
});

function refuse(call: FaultyCall, given: readonly unknown[]): NodeJS.ErrnoException | null {
  if (counts === null) return null;
  const path = given.find((one): one is string => typeof one === 'string' && isOurs(one));
  if (call !== 'fsync' && path === undefined) return null;
  counts[call] += 1;
  if (fault?.call !== call || (fault.nth !== null && fault.nth !== counts[call])) return null;
  const { code } = fault;
  return Object.assign(new Error(`${code}: operation failed, ${call} '${path}'`), {
    code,
    syscall: call,
    ...(path === undefined ? {} : { path }),
  });
}

/** Puts the calls that may be refused in the place of the real ones; what it answers puts those back. */
function patch(): () => void {
  const all = fs as unknown as Record<string, Any>;
  const names = faultyCalls.flatMap((call) =>
    functions[call].map((name) => ({ call, name, real: all[name] as Any })),
  );
  for (const { call, name, real } of names) {
    const patched = (...given: unknown[]) => {
      const error = refuse(call, given);
      if (error === null) return real(...given);
      const last = given.at(-1);
      if (name !== 'open' || typeof last !== 'function') throw error;
      return process.nextTick(() => (last as Any)(error));
    };
    all[name] = Object.assign(patched, real);
  }
  const { wait } = Atomics;
  // Nobody need wait: the clock of these tests is the number of tries.
  Atomics.wait = () => 'timed-out';
  syncBuiltinESMExports();
  return () => {
    for (const { name, real } of names) all[name] = real;
    Atomics.wait = wait;
    syncBuiltinESMExports();
  };
}

/** Does some work while calls on paths of ours are counted, and the one that is named is refused. */
export async function withFault<T>(
  of: Fault | null,
  ours: (path: string) => boolean,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly counts: Readonly<Record<FaultyCall, number>> }> {
  const counted = noCounts();
  [fault, counts, isOurs] = [of, counted, ours];
  const putBack = patch();
  try {
    return { value: await work(), counts: counted };
  } finally {
    putBack();
    [fault, counts] = [null, null];
  }
}
