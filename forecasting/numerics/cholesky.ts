import { rowPairCode } from './row-pair-code.ts';

/** What of WebAssembly is used; the compiler knows it only beside a browser's page. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    initial: number;
  }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** Where matrices are factored, one at a time, and how two of their rows are filled. */
export interface FactorRoom {
  /** Room for so many numbers; what lay there is gone. */
  cells(count: number): Float64Array<ArrayBuffer>;
  /** Fills rows `j` (even) and `j + 1` of the matrix of `n` columns that lies there, up to column `j` (excluded). */
  fillPair(n: number, j: number): void;
}

const page = 65_536;

/** Takes two numbers at once. Fails where the processor or the system does not let it. */
export function vectorRoom(): FactorRoom {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(rowPairCode), { m: { m: memory } });
  const { f } = exports as { f: (n: number, j: number) => void };
  return {
    cells(count) {
      const lacking = Math.ceil((8 * count) / page) - memory.buffer.byteLength / page;
      if (lacking > 0) memory.grow(lacking);
      return new Float64Array(memory.buffer, 0, count);
    },
    fillPair: f,
  };
}

/** The same to the digit, one number after the other. */
export function plainRoom(): FactorRoom {
  let a = new Float64Array(0);
  return {
    cells(count) {
      if (a.length < count) a = new Float64Array(count);
      return a.subarray(0, count);
    },
    fillPair(n, j) {
      for (let i = 0; i < j; i++) {
        fillOne(a, n, j, i);
        fillOne(a, n, j + 1, i);
      }
    },
  };
}

function makeRoom(): FactorRoom {
  try {
    return vectorRoom();
  } catch {
    return plainRoom();
  }
}

/** One for each thread: a fit factors hundreds of matrices, and would otherwise allocate little else. */
let ownRoom: FactorRoom | undefined;

const sharedRoom = (): FactorRoom => {
  ownRoom ??= makeRoom();
  return ownRoom;
};

/** Room for a matrix that `factorShared` is to factor; it is good until the next one is asked for. */
export const sharedCells = (count: number): Float64Array => sharedRoom().cells(count);

/** Factors the matrix of `n` columns in the room that `sharedCells` gave; returns it. */
export const factorShared = (n: number): Float64Array => factorIn(sharedRoom(), n);

/** Factors a symmetric positive definite matrix in place; only the lower triangle is read and changed. */
export function cholesky(a: Float64Array, n: number, room = sharedRoom()): void {
  room.cells(n ** 2).set(a.subarray(0, n ** 2));
  a.set(factorIn(room, n));
}

/**
 * Rows and columns are taken two by two where they can be: each number that is read then serves two sums, and each sum
 * is four running ones, as `dot` adds them up.
 */
function factorIn(room: FactorRoom, n: number): Float64Array {
  const a = room.cells(n ** 2);
  for (let j = 0; j < n; j += 2) {
    if (j + 1 === n) {
      for (let i = 0; i < j; i++) fillOne(a, n, j, i);
      fillPivot(a, n, j);
      break;
    }
    room.fillPair(n, j);
    fillPivot(a, n, j);
    fillOne(a, n, j + 1, j);
    fillPivot(a, n, j + 1);
  }
  return a;
}

function fillPivot(a: Float64Array, n: number, j: number): void {
  const row = j * n;
  const d = a[row + j] - dot(a, row, row, j);
  if (!(d > 0)) throw new RangeError(`Not positive definite at column ${j}`);
  a[row + j] = Math.sqrt(d);
}

function fillOne(a: Float64Array, n: number, j: number, i: number): void {
  const rowJ = j * n;
  const rowI = i * n;
  a[rowJ + i] = (a[rowJ + i] - dot(a, rowI, rowJ, i)) / a[rowI + i];
}

/** Four running sums keep the processor's adders busy. */
function dot(a: Float64Array, p: number, q: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += a[p + k] * a[q + k];
    s1 += a[p + k + 1] * a[q + k + 1];
    s2 += a[p + k + 2] * a[q + k + 2];
    s3 += a[p + k + 3] * a[q + k + 3];
  }
  for (; k < n; k++) s0 += a[p + k] * a[q + k];
  return s0 + s1 + s2 + s3;
}
