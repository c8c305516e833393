import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a program (NODE_OPTIONS=--import): one function of `fs` fails for paths of a pattern, the first n
// times. FAULT is JSON: { "call": "rmSync", "code": "EBUSY", "path": "pattern", "times": 1 }; without `times`, always.

/** @type {{ call: 'rmSync', code: string, path: string, times?: number }} */
const { call, code, path, times = Number.POSITIVE_INFINITY } = JSON.parse(process.env.FAULT ?? '{}');
const pattern = new RegExp(path);
const real = fs[call];
let left = times;

fs[call] = (...given) => {
  if (left > 0 && given.some((one) => typeof one === 'string' && pattern.test(one))) {
    left -= 1;
    throw Object.assign(new Error(`${code}: ${call}, '${given[0]}'`), { code, syscall: call });
  }
  return real(...given);
};
syncBuiltinESMExports();
