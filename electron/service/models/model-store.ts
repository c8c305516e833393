import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { partOf } from '../../../db/files/parts.ts';
import { remove, rename, setTime, writeNew } from '../../../db/files/patience.ts';
import { makePrivateFolder, privateFile } from '../../../db/files/private.ts';
import { readOwnText } from '../../../db/files/reading.ts';
import type { FittedLead, FittedStore } from '../../../forecasting/domain/fitted.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import { fittedProblem } from '../../../forecasting/models/fitted-problem.ts';
import type { DishHindcast } from '../context/ports.ts';
import { dishHindcastsProblem } from './dish-hindcasts-problem.ts';
import { modelCodeHash } from './model-code-hash.ts';
import { trainingDataHash } from './training-data-hash.ts';

/**
 * Files kept: of some twenty kilobytes each the origins of a few weeks with deadlines, at two leads, and of some
 * three hundred the replays of the past.
 */
const capacity = 48;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
/** The first line of a file is the hash of the second: a file that was cut or changed is seen to be so. */
const sealed = (body: string) => `${hashOf(body)}\n${body}\n`;

function opened(text: string): unknown {
  const [hash, body] = text.split('\n');
  return body !== undefined && hash === hashOf(body) ? JSON.parse(body) : null;
}

/** The refits of one replay of the past, kept when it is done. */
export interface HindcastStore {
  find(): readonly (FittedLead | null)[] | null;
  keep(fits: readonly (FittedLead | null)[]): void;
}

/** Refits before there was enough to fit are `null`. */
function hindcastProblem(found: unknown): string | null {
  if (!Array.isArray(found)) return 'replay';
  const problems = found.map((fit: unknown) => (fit === null ? null : fittedProblem(fit)));
  return problems.find((problem) => problem !== null) ?? null;
}

/** The days and the lead of a replay, and the last day whose records its refits see. */
export interface HindcastKey {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly lead: number;
  readonly lastFit: IsoDate;
}

/** A period of dishes, the lead of their forecasts, and a text that differs where records of dishes do. */
export interface DishKey {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly lead: number;
  readonly records: string;
}

/** The forecasts of dishes of one period. */
export interface DishStore {
  /** Differs whenever something differs that they are made from. */
  readonly key: string;
  find(): readonly DishHindcast[] | null;
  keep(lines: readonly DishHindcast[]): void;
}

/**
 * Fitted models as files beside the database, so that the app need not fit again what it fitted yesterday. They are
 * no data: what is missing, damaged, of other records or of another version of the code is fitted anew, and where
 * the folder cannot be written nothing is kept.
 */
export class ModelStore {
  readonly #folder: string;

  readonly #code: string | undefined;

  /** `code`: see `codeStamp`. */
  constructor(folder: string, code?: string) {
    this.#folder = folder;
    this.#code = code;
  }

  /** The models fitted to what a history holds up to the end of `origin`. */
  of(history: History, origin: IsoDate): FittedStore {
    const key = this.#key(history, origin);
    const fileOf = (lead: number) => join(this.#folder, `${origin}-${lead}-${key}.json`);
    return {
      find: (lead) => this.#sound(fileOf(lead), fittedProblem) as FittedLead | null,
      keep: (lead, fitted) => this.#write(fileOf(lead), sealed(JSON.stringify(fitted))),
    };
  }

  /** The refits of a replay, fitted to what a history holds up to the end of the last one. */
  ofHindcast(history: History, { from, to, lead, lastFit }: HindcastKey): HindcastStore {
    const key = this.#key(history, lastFit);
    const file = join(this.#folder, `past-${from}-${to}-${lead}-${key}.json`);
    return {
      find: () => this.#sound(file, hindcastProblem) as ReturnType<HindcastStore['find']>,
      keep: (fits) => this.#write(file, sealed(JSON.stringify(fits))),
    };
  }

  /** The forecasts of the dishes of a period, made from what a history and the records of dishes hold up to its end. */
  ofDishes(history: History, { from, to, lead, records }: DishKey): DishStore {
    const key = this.#key(history, to, records);
    const file = join(this.#folder, `dishes-${from}-${to}-${lead}-${key}.json`);
    return {
      key: file,
      find: () => this.#sound(file, dishHindcastsProblem) as ReturnType<DishStore['find']>,
      keep: (lines) => this.#write(file, sealed(JSON.stringify(lines))),
    };
  }

  #key(history: History, origin: IsoDate, more = ''): string {
    return hashOf(`${this.#code ?? modelCodeHash()} ${trainingDataHash(history, origin)}${more}`).slice(
      0,
      32,
    );
  }

  /** What a file holds; one with numbers that cannot be is thrown away, and what it stands for is fitted anew. */
  #sound(file: string, problemOf: (found: unknown) => string | null): unknown {
    const found = this.#read(file);
    const problem = found === null ? null : problemOf(found);
    if (problem === null) return found;
    console.error(`model thrown away, fitted anew: ${basename(file)}: ${problem} holds what is no number`);
    remove(file);
    return null;
  }

  #read(file: string): unknown {
    try {
      const found = opened(readOwnText(file));
      // The files not asked for longest are the first to go.
      setTime(file, new Date());
      return found;
    } catch {
      return null;
    }
  }

  #write(file: string, text: string): void {
    try {
      makePrivateFolder(this.#folder);
      const unfinished = partOf(file);
      writeNew(unfinished, text, privateFile);
      rename(unfinished, file);
      this.#prune();
    } catch {
      // Not kept: the next start takes longer, nothing else.
    }
  }

  #prune(): void {
    const files = readdirSync(this.#folder).map((name) => join(this.#folder, name));
    const ages = files.map((file) => [statSync(file).mtimeMs, file] as const);
    for (const [, file] of ages.sort(([a], [b]) => b - a).slice(capacity)) {
      remove(file);
    }
  }
}
