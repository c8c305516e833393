import { ServiceError } from '../context/errors.ts';

const codeOf = (error: unknown): string => {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? '');
};

/** Why a backup could not be written to a folder, in words; another error stays what it is. */
export function backupFailure(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) {
    return new ServiceError('file', (t) => t.backups.diskFull);
  }
  if (
    /^(EACCES|EPERM|EBUSY|EIO|UNKNOWN|EROFS|EEXIST|ENOTDIR|ENOENT|SQLITE_(READONLY|CANTOPEN|PERM|IOERR))/.test(
      code,
    )
  ) {
    return new ServiceError('file', (t) => t.backups.folderUnusable(folder));
  }
  if (code === 'HollowCopyError') {
    return new ServiceError('file', (t) => t.backups.notWhole);
  }
  return code === 'DamagedDatabaseError' || /^SQLITE_(CORRUPT|NOTADB)/.test(code)
    ? new ServiceError('damaged-data', (t) => t.backups.dataDamaged)
    : error;
}

/** Why a file cannot be restored, in words; another error stays what it is. */
export function restoreFailure(error: unknown, name: string): unknown {
  const code = codeOf(error);
  if (code === 'ForeignDatabaseError' || code === 'SQLITE_NOTADB') {
    return new ServiceError('refused', (t) => t.backups.notOurs(name));
  }
  if (code === 'NewerDatabaseError') {
    return new ServiceError('refused', (t) => t.backups.newer(name));
  }
  return code === 'DamagedDatabaseError' || /^SQLITE_CORRUPT/.test(code)
    ? new ServiceError('refused', (t) => t.backups.damaged(name))
    : error;
}
