import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type Electron from 'electron';
import type { CDPSession, Page } from 'playwright-core';
import { fromChromium } from './address.ts';
import { deliver } from './ipc-main.ts';
import { type BridgeNames, isolatedWorld, mainWorld, makeWire } from './page-scripts.ts';

const world = 'Electron Isolated Context';
const names: BridgeNames = { binding: 'standInSend', receive: 'standInReceive' };
const wire = makeWire();

interface Frame {
  readonly id: string;
  readonly url: string;
  readonly parentId?: string;
}
interface FrameTree {
  readonly frame: Frame;
  readonly childFrames?: readonly FrameTree[];
}
type Used =
  | 'setWindowOpenHandler'
  | 'getURL'
  | 'send'
  | 'printToPDF'
  | 'print'
  | 'reload'
  | 'getZoomFactor'
  | 'setZoomFactor';

/** What was printed, for tests to look at. */
export const printed: { readonly options: unknown; readonly pdf: Buffer; readonly text: string }[] = [];

/** A page of Chromium as Electron shows it to the main process. */
export class StandInWebContents extends EventEmitter implements Pick<Electron.WebContents, Used> {
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  readonly #page: Promise<Page>;
  #shown: Page | null = null;
  #link: CDPSession | null = null;
  /** Execution contexts of the page: which frame each belongs to, and which is the preload script's. */
  readonly #contexts = new Map<number, { readonly frameId: string; readonly preload: boolean }>();

  constructor(page: Promise<Page>) {
    super();
    this.#page = page;
  }

  /** Wires the page: bindings, preload script, events. Before the first document is loaded. */
  async wire(page: Page, preferences: Electron.WebPreferences): Promise<void> {
    this.#shown = page;
    const link = await page.context().newCDPSession(page);
    this.#link = link;
    if (preferences.javascript === false) {
      await link.send('Emulation.setScriptExecutionDisabled', { value: true });
    }
    this.#followContexts(link);
    link.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === names.binding) {
        void this.#heard(payload, executionContextId);
      }
    });
    await link.send('Page.enable');
    await link.send('Runtime.enable');
    await link.send('Runtime.addBinding', { name: names.binding, executionContextName: world });
    if (preferences.preload !== undefined) {
      await this.#installPreload(link, preferences.preload);
    }
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.emit('did-navigate');
    });
    page.on('load', () => this.emit('did-finish-load'));
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
  }

  #followContexts(link: CDPSession): void {
    link.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { readonly frameId: string };
      this.#contexts.set(context.id, { frameId, preload: context.name === world });
    });
    link.on('Runtime.executionContextDestroyed', (event) => this.#contexts.delete(event.executionContextId));
    link.on('Runtime.executionContextsCleared', () => this.#contexts.clear());
  }

  async #installPreload(link: CDPSession, file: string): Promise<void> {
    const preload = `(require, module, exports) => {${readFileSync(file, 'utf8')}\n}`;
    const isolated = `(${isolatedWorld})(${JSON.stringify(names)}, (${makeWire})(), ${preload})`;
    await link.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld})()` });
    await link.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: world });
  }

  async #heard(payload: string, contextId: number): Promise<void> {
    const { id, channel, values } = wire.decode(payload) as {
      readonly id: number;
      readonly channel: string;
      readonly values: readonly unknown[];
    };
    const senderFrame = await this.#frame(this.#contexts.get(contextId)?.frameId);
    const event = { senderFrame, sender: this as unknown as Electron.WebContents };
    await this.#deliver({ id, ...(await deliver(channel, event, values)) }, contextId);
  }

  async #frame(id: string | undefined): Promise<Electron.WebFrameMain | null> {
    const tree = await this.#link?.send('Page.getFrameTree');
    const frames = tree ? flatten(tree.frameTree) : [];
    const frame = frames.find((candidate) => candidate.id === id);
    if (!frame) {
      return null;
    }
    const parent = frame.parentId === undefined ? null : await this.#frame(frame.parentId);
    return { url: fromChromium(frame.url), parent } as Electron.WebFrameMain;
  }

  async #deliver(delivery: object, contextId: number): Promise<void> {
    const expression = `${names.receive}(${JSON.stringify(wire.encode(delivery))})`;
    // The page may be gone before its answer: Electron drops the answer as well.
    await this.#link?.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return fromChromium(this.#shown?.url() ?? '');
  }

  send(channel: string, ...values: unknown[]): void {
    const target = [...this.#contexts].find(([, { preload }]) => preload);
    if (target) {
      void this.#deliver({ channel, values: structuredClone(values) }, target[0]);
    }
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#page;
    return page.pdf({
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      format: typeof options.pageSize === 'string' ? options.pageSize : 'Letter',
    });
  }

  print(options?: Electron.WebContentsPrintOptions, done?: (success: boolean, reason: string) => void): void {
    const print = async () => {
      const page = await this.#page;
      const pdf = await page.pdf({ printBackground: true, format: 'A4' });
      printed.push({ options, pdf, text: await page.innerText('body') });
      done?.(true, '');
    };
    print().catch((error: unknown) => done?.(false, String(error)));
  }

  #zoomFactor = 1;

  getZoomFactor(): number {
    return this.#zoomFactor;
  }

  /** Chromium's protocol cannot zoom as Electron does: the factor is kept, the page stays as it is. */
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) {
      throw new Error('zoomFactor must be a double greater than 0.0');
    }
    this.#zoomFactor = factor;
  }

  reload(): void {
    void this.#page.then((page) => page.reload());
  }
}

const flatten = (tree: FrameTree): readonly Frame[] => [
  tree.frame,
  ...(tree.childFrames ?? []).flatMap(flatten),
];
