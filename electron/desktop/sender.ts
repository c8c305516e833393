import type { WebFrameMain } from 'electron';
import { isOwnPage } from './addresses.ts';

export type SenderFrame = Pick<WebFrameMain, 'url' | 'parent'>;

/** Only our own page, in the window itself and not in a frame of it, may talk to the main process. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
