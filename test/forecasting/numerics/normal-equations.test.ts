import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { MultivariateLinearRegression } from 'ml-regression';
import { cholesky, type FactorRoom, plainRoom, vectorRoom } from '../../../forecasting/numerics/cholesky.ts';
import { NormalEquations, type SparseRows } from '../../../forecasting/numerics/normal-equations.ts';
import fixture from '../fixtures/ridge.json' with { type: 'json' };

/** Dense rows as the sparse rows of a design. */
function sparse(x: readonly (readonly number[])[]): SparseRows {
  const start = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of x) {
    row.forEach((v, c) => {
      if (v === 0) return;
      column.push(c);
      value.push(v);
    });
    start.push(column.length);
  }
  return {
    start: Int32Array.from(start),
    column: Uint16Array.from(column),
    value: Float32Array.from(value),
  };
}

const rows = sparse(fixture.x);
const y = Float64Array.from(fixture.y);
const w = Float64Array.from(fixture.w);
const penalty = Float64Array.from(fixture.penalty);

// The design keeps single precision: the fixture's three decimals differ from it by up to 1e-7.
function expectClose(actual: Float64Array, expected: readonly number[]): void {
  expected.forEach((v, i) => {
    expect(Math.abs(actual[i] - v)).toBeLessThan(2e-6);
  });
}

test('weighted ridge agrees with numpy (fixtures/ridge.py)', () => {
  const equations = new NormalEquations(penalty.length);
  equations.add(rows, y, w, 0, 60);
  expectClose(equations.solve(penalty), fixture.all);
});

test('rows added later and faded ones agree with a fit from scratch', () => {
  const equations = new NormalEquations(penalty.length);
  equations.add(rows, y, w, 0, 40);
  expectClose(equations.solve(penalty), fixture.first40);
  equations.fade(0.5);
  equations.add(rows, y, w, 40, 60);
  expectClose(equations.solve(penalty), fixture.faded);
});

test('a column that no row uses stays at zero', () => {
  const equations = new NormalEquations(penalty.length);
  equations.add(rows, y, w, 0, 60);
  expect(equations.solve(penalty)[8]).toBe(0);
});

test('without penalty and weights it is the least squares of ml-regression', () => {
  const used = fixture.x.map((row) => row.slice(0, 8));
  const theirs = new MultivariateLinearRegression(
    used,
    fixture.y.map((v) => [v]),
    { intercept: false },
  );
  const equations = new NormalEquations(8);
  equations.add(sparse(used), y, new Float64Array(60).fill(1), 0, 60);
  expectClose(
    equations.solve(new Float64Array(8)),
    theirs.weights.map((row) => row[0]),
  );
});

test('without rows the coefficients are the prior, with a heavy penalty they stay near it', () => {
  const prior = Float64Array.from(penalty, (_, i) => i / 10);
  expect([...new NormalEquations(penalty.length).solve(penalty, prior)]).toEqual([...prior]);
  const equations = new NormalEquations(penalty.length);
  equations.add(rows, y, w, 0, 60);
  expectClose(
    equations.solve(
      penalty.map(() => 1e9),
      prior,
    ),
    [...prior],
  );
});

test('the factor agrees with that of ml-matrix', () => {
  const n = 25;
  const base = Matrix.rand(n, n, { random: sequence() });
  const full = base.mmul(base.transpose()).add(Matrix.eye(n).mul(0.1));
  const mine = Float64Array.from(full.to1DArray());
  cholesky(mine, n);
  const theirs = new CholeskyDecomposition(full).lowerTriangularMatrix;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) expect(mine[i * n + j]).toBeCloseTo(theirs.get(i, j), 9);
  }
});

const rooms: readonly (readonly [string, () => FactorRoom])[] = [
  ['two numbers at once', vectorRoom],
  ['one after the other', plainRoom],
];

test.each(rooms)('factored %s it is that of one by one, to the digit', (_, makeRoom) => {
  const room = makeRoom();
  // Small after large, too: what lay in the room before is no part of it.
  for (const n of [1, 2, 3, 6, 7, 24, 25, 203, 40, 13, 8, 2]) {
    const base = Matrix.rand(n, n, { random: sequence() });
    const full = base.mmul(base.transpose()).add(Matrix.eye(n).mul(0.1));
    const mine = Float64Array.from(full.to1DArray());
    const plain = Float64Array.from(mine);
    cholesky(mine, n, room);
    oneByOne(plain, n);
    expect(mine).toEqual(plain);
  }
});

test('a matrix that is not positive definite is refused with its column', () => {
  expect(() => cholesky(Float64Array.from([1, 0, 2, 1]), 2)).toThrow(/column 1/);
});

/** Each entry by itself, with four running sums. */
function oneByOne(a: Float64Array, n: number): void {
  const at = (row: number, column: number) => a[row * n + column] ?? Number.NaN;
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) {
      const sums = [0, 0, 0, 0];
      const whole = i - (i % 4);
      for (let k = 0; k < i; k++) {
        const place = k < whole ? k % 4 : 0;
        sums[place] = (sums[place] ?? 0) + at(i, k) * at(j, k);
      }
      const rest = at(j, i) - sums.reduce((all, sum) => all + sum);
      a[j * n + i] = i === j ? Math.sqrt(rest) : rest / at(i, i);
    }
  }
}

function sequence(): () => number {
  let i = 0;
  return () => ((++i * 7919) % 1000) / 1000;
}
