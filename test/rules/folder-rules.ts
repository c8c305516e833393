import { dirname } from 'node:path/posix';
import { type ImportEdge, importsOf, resolveImport, type SourceFile } from './import-rules.ts';

interface MutualPair {
  readonly folders: readonly [string, string];
  readonly reason: string;
}

/** Folders that may import each other. Seven at most: each one more is two folders that are read as one. */
export const mutualPairs: readonly MutualPair[] = [
  {
    folders: ['db/import', 'db/import/kinds'],
    reason: 'the list of kinds: an import picks the reader of a file, and each reader uses what all share',
  },
  {
    folders: ['db/import', 'db/import/understand'],
    reason:
      'what a table means is asked by the import, and judged by how its cells, dates and counts are read',
  },
];

interface Layers {
  readonly room: string;
  /** From the bottom to the top: a folder imports only those in the layers below it; one layer's do not meet. */
  readonly layers: readonly (readonly string[])[];
}

/** Inside these rooms imports go down only. A folder that is not listed is held by the rule on pairs alone. */
export const layered: readonly Layers[] = [
  {
    room: 'forecasting/',
    layers: [
      ['domain'],
      ['numerics', 'calendar', 'dishes', 'explain'],
      ['frame'],
      ['features'],
      ['models'],
      ['transfer', 'take-up'],
      ['orders'],
      ['evaluation', 'balance'],
      ['records', 'waste', 'impact', 'leaks'],
    ],
  },
  { room: 'electron/service/', layers: [['messages'], ['context']] },
  {
    room: 'renderer/',
    layers: [['i18n'], ['bridge', 'format'], ['ui', 'routes'], ['shell'], ['help', 'palette'], ['tour']],
  },
];

/** These two know all of their room, so nothing in it may know them. */
export const tops: readonly string[] = ['electron/service/host/', 'renderer/app/'];

interface FolderEdge extends ImportEdge {
  readonly to: string;
}

const folderOf = (path: string) => dirname(path);

function edgesBetweenFolders(files: readonly SourceFile[]): FolderEdge[] {
  return files.flatMap(importsOf).flatMap((edge) => {
    const to = resolveImport(edge);
    return to === null || folderOf(to) === folderOf(edge.from) ? [] : [{ ...edge, to }];
  });
}

const keyOf = (a: string, b: string) => [a, b].sort().join(' and ');

/** Pairs that import each other without leave, and leave that nobody uses any more. */
function pairViolations(
  edges: readonly FolderEdge[],
  allowed: readonly MutualPair[],
  folders: ReadonlySet<string>,
): string[] {
  const examples = new Map<string, string>();
  for (const { from, to } of edges) {
    examples.set(`${folderOf(from)}→${folderOf(to)}`, `${from} → ${to}`);
  }
  const found = new Map<string, string>();
  for (const [way, there] of examples) {
    const [a = '', b = ''] = way.split('→');
    const back = examples.get(`${b}→${a}`);
    if (a < b && back !== undefined) found.set(keyOf(a, b), `(${there}; ${back})`);
  }
  const listed = new Set(allowed.map(({ folders: [a, b] }) => keyOf(a, b)));
  const broken = [...found].filter(([key]) => !listed.has(key));
  const unused = allowed
    .filter(({ folders: both }) => both.every((folder) => folders.has(folder)))
    .map(({ folders: [a, b] }) => keyOf(a, b))
    .filter((key) => !found.has(key));
  return [
    ...broken.map(([key, where]) => `${key} import each other ${where}`),
    ...unused.map((key) => `${key} no longer import each other: take them off the list`),
  ];
}

function layerViolations(edges: readonly FolderEdge[]): string[] {
  return layered.flatMap(({ room, layers }) => {
    const layerOf = (path: string) => {
      const [folder] = path.startsWith(room) ? path.slice(room.length).split('/') : [];
      const layer = layers.findIndex((names) => folder !== undefined && names.includes(folder));
      return { folder, layer };
    };
    return edges.flatMap(({ from, to }) => {
      const [lower, upper] = [layerOf(to), layerOf(from)];
      if (upper.layer < 0 || !to.startsWith(room) || lower.folder === upper.folder) return [];
      return lower.layer >= 0 && lower.layer < upper.layer
        ? []
        : [`${from} may not import ${to}: in ${room} imports go down only`];
    });
  });
}

const topViolations = (edges: readonly FolderEdge[]) =>
  edges.flatMap(({ from, to }) =>
    tops
      .filter((top) => to.startsWith(top) && !from.startsWith(top) && from.startsWith(`${dirname(top)}/`))
      .map((top) => `${from} may not import ${to}: nothing beside it knows ${top}`),
  );

/** One line per broken rule of folders inside the rooms; an empty list when the house is in order. */
export function checkFolders(
  files: readonly SourceFile[],
  allowed: readonly MutualPair[] = mutualPairs,
): string[] {
  const edges = edgesBetweenFolders(files);
  const folders = new Set(files.map(({ path }) => folderOf(path)));
  return [...pairViolations(edges, allowed, folders), ...layerViolations(edges), ...topViolations(edges)];
}
