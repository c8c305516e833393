import { types } from 'node:util';
import { isDamage } from '../../../db/database.ts';
import { openDataCode } from '../../../db/files/open-data.ts';
import { wholeOf } from '../../../db/files/parts.ts';
import type { ApiError, ErrorKind } from '../../api/contract.ts';
import type { Language } from '../../api/records.ts';
import { type ErrorText, type Messages, messagesIn } from '../messages/messages.ts';

/** A failure that the person is told about in their own language. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly kind: ErrorKind;
  readonly text: (messages: Messages) => ErrorText;

  constructor(kind: ErrorKind, text: (messages: Messages) => ErrorText) {
    super(text(messagesIn('en')).message);
    this.kind = kind;
    this.text = text;
  }
}

type DescribedError = readonly [ErrorKind, (messages: Messages) => ErrorText];

/** The log's index needs room too, before anything is written. */
const diskFull = /^(SQLITE_(FULL|IOERR_SHMSIZE)|ENOSPC|EDQUOT)/;

export const isDiskFull = (error: unknown): boolean =>
  diskFull.test(String((error as { readonly code?: unknown } | null)?.code));

/** What is asked of networks and programs, not of files. */
const ofOthers = /^(accept|bind|connect|getaddrinfo|kill|listen|spawn)/;

/** Errors of SQLite, of the database's opening and of the file system, by their code or name. */
function describeError(
  error: Error & { code?: unknown; path?: unknown; dest?: unknown; syscall?: unknown },
): DescribedError {
  // A rename tells both names; the one that is known to the user is where it was to go.
  const named = error.syscall === 'rename' ? error.dest : error.path;
  const path = typeof named === 'string' ? wholeOf(named) : '';
  const code = typeof error.code === 'string' ? error.code : error.name;
  if (isDamage(error) || code === 'DamagedDatabaseError') {
    return ['damaged-data', (t) => t.errors.damagedData];
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return ['file', (t) => t.errors.dataInUse];
  }
  if (isDiskFull(error)) {
    return ['file', (t) => t.errors.diskFull];
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(code)) {
    return ['file', (t) => t.errors.dataFolderUnusable];
  }
  const isOfFiles = typeof error.syscall === 'string' && !ofOthers.test(error.syscall);
  if (isOfFiles && path === '') {
    return ['file', (t) => t.errors.diskTrouble];
  }
  switch (code) {
    case 'Cancelled':
    case 'ImportCancelled':
      return ['cancelled', (t) => t.errors.cancelled];
    case 'ForeignDatabaseError':
      return ['damaged-data', (t) => t.errors.foreignData];
    case 'NewerDatabaseError':
      return ['newer-data', (t) => t.errors.newerData];
    case 'ENOENT':
      return ['file', (t) => t.errors.fileMissing(path)];
    case openDataCode:
      return ['file', (t) => t.errors.openData(path)];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return ['file', (t) => t.errors.fileDenied(path)];
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return ['file', (t) => t.errors.notAFile(path)];
    case 'EBUSY':
    case 'ETXTBSY':
    case 'UNKNOWN':
      return ['file', (t) => t.errors.fileHeld(path)];
    case 'ENAMETOOLONG':
      return ['file', (t) => t.errors.nameTooLong(path)];
    case 'NoBrowserError':
      return ['refused', (t) => t.errors.noPdfPrinter];
    case 'PrintError':
      return ['file', (t) => t.errors.pdfFailed(error.message)];
    default:
      if (isOfFiles) return ['file', (t) => t.errors.diskTrouble];
      return ['internal', (t) => t.errors.internal(error.message)];
  }
}

/** Any thrown value as an error of the contract, in words. */
export function toApiError(thrown: unknown, language: Language): ApiError {
  // Not `instanceof`: an error may come from another realm, as a test runner's.
  const error = types.isNativeError(thrown) ? thrown : new Error(String(thrown));
  const [kind, text]: DescribedError =
    error instanceof ServiceError ? [error.kind, error.text] : describeError(error);
  return { kind, ...text(messagesIn(language)) };
}
