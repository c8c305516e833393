import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import { writeWhole } from '../../db/files/patience.ts';
import type { Bridge } from '../api/bridge.ts';
import type { CallOptions, Input, Method, Output, Result } from '../api/contract.ts';
import type { FileRef, Settings, Sheet } from '../api/records.ts';
import { copyName } from '../service/backups/copy-name.ts';
import type { Service } from '../service/host/service.ts';
import type { Calls } from './calls.ts';
import type { Requests } from './channels.ts';
import { logFailure } from './log.ts';
import { importable } from './opened-files.ts';
import { printSheet, sheetToPdf } from './printing.ts';
import type { SheetShelf } from './sheet-shelf.ts';
import type { Texts } from './texts.ts';

/** Work whose end the user waits for; what a page only reads is read again next time. */
const missed: ReadonlySet<Method> = new Set<Method>([
  'imports.run',
  'sample.load',
  'backtest.run',
  'backups.make',
  'backups.restore',
]);

type SavedSheet = Parameters<Bridge['saveSheet']>[0];

export interface DesktopEnvironment {
  readonly service: Service;
  readonly calls: Calls;
  readonly sheets: SheetShelf;
  window(): BrowserWindow;
  texts(): Texts;
  /** The user changed the settings; menu and theme follow. */
  onSettings(settings: Settings): void;
  /** Files are on their way to an import. */
  onFiles(paths: readonly string[]): void;
}

/** What the page may ask of the main process. */
export class DesktopRequests implements Requests {
  readonly #around: DesktopEnvironment;

  constructor(around: DesktopEnvironment) {
    this.#around = around;
  }

  async call<M extends Method>(method: M, input: Input<M>, options: CallOptions): Promise<Result<Output<M>>> {
    const { calls, service, onSettings } = this.#around;
    if ((method === 'sheet.make' || method === 'orders.export') && isPdfWish(input)) {
      return (await this.#pdf(method, input, options)) as Result<Output<M>>;
    }
    const result = await calls.track(
      { job: options.job, missed: missed.has(method) },
      service.call(method, input, options),
    );
    if (method === 'settings.save' && result.ok) {
      onSettings(result.value as Settings);
    }
    if (method === 'backups.restore' && result.ok) {
      await this.#followRestored(options);
    }
    return result;
  }

  async cancel(job: string): Promise<void> {
    this.#around.service.cancel(job);
  }

  async pickFiles(): Promise<readonly FileRef[]> {
    const texts = this.#around.texts();
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#around.window(), {
      title: texts.pickTitle,
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: texts.dataFiles, extensions: [...importable] },
        { name: texts.allFiles, extensions: ['*'] },
      ],
    });
    return canceled ? [] : this.addFiles(filePaths);
  }

  addFiles(paths: readonly string[]): Promise<readonly FileRef[]> {
    this.#around.onFiles(paths);
    return Promise.all(paths.map((path) => this.#around.service.registerFile(path)));
  }

  /** A printer that is missing is told here: the page waits for no more than the dialog's end. */
  async printSheet(html: string): Promise<void> {
    const texts = this.#around.texts();
    try {
      await printSheet(this.#around.sheets, html, this.#around.window());
    } catch (error) {
      logFailure('printing', error);
      await dialog.showMessageBox(this.#around.window(), {
        type: 'error',
        message: texts.notPrinted,
        detail: texts.notPrintedRemedy,
      });
    }
  }

  async saveSheet(sheet: SavedSheet): Promise<boolean> {
    const texts = this.#around.texts();
    const fileName = basename(sheet.fileName);
    const { canceled, filePath } = await dialog.showSaveDialog(this.#around.window(), {
      title: texts.saveTitle,
      defaultPath: join(documentsFolder(), fileName),
      filters: saveFilters(fileName, texts),
    });
    if (canceled || !filePath) {
      return false;
    }
    try {
      writeWhole(filePath, Buffer.from(sheet.body, sheet.mime.startsWith('text/') ? 'utf8' : 'base64'));
      return true;
    } catch (error) {
      logFailure('saving of a sheet', error);
      await dialog.showMessageBox(this.#around.window(), {
        type: 'error',
        message: texts.notSaved,
        detail: `${filePath}\n\n${texts.notSavedRemedy}`,
      });
      return false;
    }
  }

  async saveCopy(options: CallOptions): Promise<Result<boolean>> {
    const { calls, service, texts, window } = this.#around;
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title: texts().saveCopyTitle,
      defaultPath: join(documentsFolder(), copyName()),
      filters: backupFilters(texts()),
    });
    if (canceled || !filePath) {
      return { ok: true, value: false };
    }
    const tickets = [service.registerTarget(filePath)];
    const call = service.call('backups.save', { tickets }, options);
    const saved = await calls.track({ job: options.job, missed: true }, call);
    return saved.ok ? { ...saved, value: true } : saved;
  }

  async pickBackup(): Promise<FileRef | null> {
    const { service, texts, window } = this.#around;
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      title: texts().pickBackupTitle,
      properties: ['openFile'],
      filters: backupFilters(texts()),
    });
    const [path] = filePaths;
    return canceled || !path ? null : service.registerFile(path);
  }

  async openDataFolder(): Promise<void> {
    await shell.openPath(this.#around.service.dataFolder);
  }

  /** Language and theme came with the data. */
  async #followRestored(options: CallOptions): Promise<void> {
    const { service, onSettings } = this.#around;
    const state = await service.call('app.state', {}, { language: options.language });
    if (state.ok) {
      onSettings(state.value.settings);
    }
  }

  /** Chromium is at hand here: it prints the sheet itself, instead of a browser that may not be installed. */
  async #pdf(
    method: 'sheet.make' | 'orders.export',
    input: object,
    options: CallOptions,
  ): Promise<Result<Sheet>> {
    const { calls, service, sheets } = this.#around;
    const made = await calls.track(
      { job: options.job, missed: false },
      service.call(method, { ...input, format: 'html' }, options),
    );
    if (!made.ok) {
      return made;
    }
    const pdf = await sheetToPdf(sheets, made.value.body, this.#around.window());
    const fileName = made.value.fileName.replace(/\.html$/, '.pdf');
    return { ok: true, value: { fileName, mime: 'application/pdf', body: pdf.toString('base64') } };
  }
}

const isPdfWish = (input: unknown): input is { readonly format: 'pdf' } =>
  typeof input === 'object' && input !== null && 'format' in input && input.format === 'pdf';

/** Where people keep what they write; the home where that folder is on a share or a disk that is not there. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return app.getPath('home');
  }
}

const backupFilters = (texts: Texts): FileFilter[] => [
  { name: texts.backupFiles, extensions: ['sqlite'] },
  { name: texts.allFiles, extensions: ['*'] },
];

function saveFilters(fileName: string, texts: Texts): FileFilter[] {
  const extension = extname(fileName).slice(1);
  const own = extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [];
  return [...own, { name: texts.allFiles, extensions: ['*'] }];
}
