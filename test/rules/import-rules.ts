import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path/posix';
import { type Module, parseSync } from '@swc/core';

/** One import as written: who imports what, and whether only types cross. */
export interface ImportEdge {
  /** Path of the importing file, relative to the project, `/` separated. */
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** A source file: its path relative to the project and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Room {
  readonly folder: string;
  /** Project files it may import, as path prefixes; its own folder is always allowed. */
  readonly project: readonly string[];
  /** Project files of which it may import types only. */
  readonly typesOf?: readonly string[];
  /** Packages and Node modules it may import; without it any, but `electron`. */
  readonly packages?: readonly RegExp[];
  /** Packages it may not import. */
  readonly without?: readonly RegExp[];
}

const numerical = [/^ml-/, /^d3-random$/, /^date-fns(\/|$)/];
const electron = [/^electron(\/|$)/];
// Files are removed and renamed by one small room, whoever does it.
const hosts = ['electron/service/', 'electron/api/', 'db/files/'];

/** The rules of CONTRIBUTING.md, "Rooms". The first room whose folder holds the file counts. */
export const rooms: readonly Room[] = [
  { folder: 'forecasting/', project: [], packages: numerical },
  { folder: 'db/', project: ['forecasting/domain/'], without: electron },
  {
    folder: 'electron/api/',
    project: [],
    typesOf: ['forecasting/domain/'],
    packages: [/^zod$/, /^(@date-fns\/utc|date-fns)(\/|$)/],
  },
  {
    folder: 'electron/service/',
    project: ['db/', 'forecasting/', 'electron/api/', 'assets/', 'package.json'],
    without: electron,
  },
  { folder: 'electron/worker/', project: hosts, without: electron },
  { folder: 'electron/browser/', project: hosts, without: electron },
  { folder: 'electron/cli/', project: [...hosts, 'electron/browser/'], without: electron },
  { folder: 'electron/desktop/', project: hosts },
  {
    folder: 'renderer/',
    project: [
      'electron/api/balance-words.ts',
      'electron/api/commands.ts',
      'electron/api/counterfactual-words.ts',
      'electron/api/domain-lists.ts',
      'electron/api/domain-words.ts',
      'electron/api/file-kinds.ts',
      'electron/api/level-in-days.ts',
      'electron/api/library-limits.ts',
    ],
    typesOf: ['electron/api/'],
    without: [...electron, /^node:/],
  },
  { folder: 'assets/', project: [], without: electron },
];

const builtin = new Set(builtinModules);

const known = new WeakMap<SourceFile, readonly ImportEdge[]>();

/** The imports, re-exports and dynamic imports of a file, which is parsed once. Throws when it does not parse. */
export function importsOf(file: SourceFile): readonly ImportEdge[] {
  const edges = known.get(file) ?? parsedImports(file);
  known.set(file, edges);
  return edges;
}

/** Without a word of it no import is dynamic, and the tree need not be walked. */
const mayImportLater = /\brequire\b|\bimport\s*[(/]/;

function parsedImports(file: SourceFile): ImportEdge[] {
  const edges: ImportEdge[] = [];
  const add = (specifier: string, typeOnly: boolean) => edges.push({ from: file.path, specifier, typeOnly });
  const module: Module = parseSync(file.text, { syntax: 'typescript', tsx: file.path.endsWith('x') });
  for (const item of module.body) {
    if (item.type === 'ImportDeclaration') {
      add(item.source.value, item.typeOnly);
    } else if (item.type === 'ExportNamedDeclaration' && item.source) {
      add(item.source.value, 'typeOnly' in item && item.typeOnly === true);
    } else if (item.type === 'ExportAllDeclaration') {
      add(item.source.value, false);
    }
  }
  for (const specifier of mayImportLater.test(file.text) ? dynamicImports(module) : []) {
    add(specifier, false);
  }
  return edges;
}

/** `import('…')` and `require('…')` anywhere in the tree, where the name is written out. */
function dynamicImports(node: unknown): string[] {
  if (Array.isArray(node)) {
    return node.flatMap(dynamicImports);
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const found = Object.values(node).flatMap(dynamicImports);
  const call = node as {
    type?: string;
    callee?: { type?: string; value?: string };
    arguments?: { expression?: { type?: string; value?: string } }[];
  };
  const argument = call.arguments?.[0]?.expression;
  const loads = call.callee?.type === 'Import' || call.callee?.value === 'require';
  if (call.type === 'CallExpression' && loads && argument?.type === 'StringLiteral' && argument.value) {
    found.push(argument.value);
  }
  return found;
}

/** The project path that a relative import means, or `null` for a package. */
export function resolveImport(edge: ImportEdge): string | null {
  return edge.specifier.startsWith('.') ? normalize(join(dirname(edge.from), edge.specifier)) : null;
}

const startsWithAny = (path: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => path.startsWith(prefix));

function violation(edge: ImportEdge): string | null {
  const room = rooms.find(({ folder }) => edge.from.startsWith(folder));
  if (!room) {
    return null;
  }
  const target = resolveImport(edge);
  if (target !== null) {
    const allowed =
      startsWithAny(target, [room.folder, ...room.project]) ||
      (edge.typeOnly && startsWithAny(target, room.typesOf ?? []));
    return allowed ? null : `${edge.from} may not import ${target}`;
  }
  const name = builtin.has(edge.specifier) ? `node:${edge.specifier}` : edge.specifier;
  const refused =
    (room.packages && !room.packages.some((pattern) => pattern.test(name))) ||
    room.without?.some((pattern) => pattern.test(name));
  return refused ? `${edge.from} may not import ${name}` : null;
}

/** Chains of files that import each other. Types count too: a cycle of types is a cycle of thought. */
function cycles(edges: readonly ImportEdge[]): string[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const target = resolveImport(edge);
    if (target !== null) {
      next.set(edge.from, [...(next.get(edge.from) ?? []), target]);
    }
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const trainingDataHash = trail.indexOf(path);
    if (trainingDataHash >= 0) {
      found.push(`cycle: ${[...trail.slice(trainingDataHash), path].join(' → ')}`);
      return;
    }
    if (!done.has(path)) {
      for (const target of next.get(path) ?? []) {
        visit(target, [...trail, path]);
      }
      done.add(path);
    }
  };
  for (const path of next.keys()) {
    visit(path, []);
  }
  return found;
}

/** One line per broken rule; an empty list when the house is in order. */
export function checkImports(files: readonly SourceFile[]): string[] {
  const edges = files.flatMap(importsOf);
  const broken = edges.map(violation).filter((line) => line !== null);
  return [...new Set([...broken, ...cycles(edges)])];
}
