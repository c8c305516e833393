import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { InDialog } from './floating.tsx';

interface DialogProps {
  readonly open: boolean;
  /** `box` in the middle, `sheet` from the right edge over the full height. */
  readonly shape: 'box' | 'sheet';
  readonly labelledBy: string;
  readonly dismissable?: boolean;
  onClose(): void;
  readonly children: ReactNode;
}

/** A modal: focus stays inside, Escape closes, and focus returns to where it was. */
export function DialogView(props: DialogProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={props.open}
      isDismissable={props.dismissable ?? true}
      isKeyboardDismissDisabled={props.dismissable === false}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className={props.shape}>
        <Dialog className="inner" aria-labelledby={props.labelledBy}>
          <InDialog value>{props.children}</InDialog>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
