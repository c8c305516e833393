import type { CommandName } from './commands.ts';
import type { ApiEvent, CallOptions, Input, Method, Output, Result } from './contract.ts';
import type { FileRef } from './records.ts';

/** What a page knows of a file that was dropped on it; the DOM's `File` is one. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/** What a host gives the renderer. The desktop's preload exposes one; over HTTP the renderer makes its own. */
export interface Bridge {
  readonly host: 'desktop' | 'browser';
  call<M extends Method>(method: M, input: Input<M>, options: CallOptions): Promise<Result<Output<M>>>;
  cancel(job: string): Promise<void>;
  /** Returns the function that stops listening. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Opens the system's file dialog; an empty list when the user gave up. */
  pickFiles(): Promise<readonly FileRef[]>;
  addFiles(files: readonly DroppedFile[]): Promise<readonly FileRef[]>;
  /** Files the system asked the app to open (double-click, drop on the icon); none in the browser host. */
  openedFiles(listener: (files: readonly FileRef[]) => void): () => void;
  /** What the native menu asks of the page; in the browser host the page has its own keys. */
  commands(listener: (command: CommandName) => void): () => void;
  /** Prints an HTML sheet through the system's print dialog. */
  printSheet(html: string): Promise<void>;
  /**
   * Saves a sheet where the user says (the browser downloads it): the body is text where `mime` is `text/…`, else
   * base64. `false` when the user gave up.
   */
  saveSheet(sheet: {
    readonly fileName: string;
    readonly mime: string;
    readonly body: string;
  }): Promise<boolean>;
  /** Saves a copy of all data where the user says (the browser downloads it). `false` when the user gave up. */
  saveCopy(options: CallOptions): Promise<Result<boolean>>;
  /** Opens the system's file dialog for a backup; `null` when the user gave up. */
  pickBackup(): Promise<FileRef | null>;
  /** Shows the data folder in the system's own window; the browser host cannot. */
  openDataFolder(): Promise<void>;
}
