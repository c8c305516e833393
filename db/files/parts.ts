import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Processes have numbers of their own on each computer, and a folder may be seen by several. */
const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

const ownPart = /\.([0-9a-f]{6})-(\d+)-[0-9a-f]{8}\.part(-journal|-wal|-shm)?$/;

/** What a file is written as before it is whole: no other program makes or removes a file of this name. */
export const partOf = (file: string): string =>
  `${file}.${computer}-${process.pid}-${randomUUID().slice(0, 8)}.part`;

/** The file that a part becomes; another path stays what it is. */
export const wholeOf = (path: string): string => path.replace(ownPart, '');

/** The process of this computer that a part belongs to; `null` for other files, and for those of other computers. */
export function processOfPart(name: string): number | null {
  const [, of, pid] = ownPart.exec(name) ?? [];
  return of === computer ? Number(pid) : null;
}
