/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Bridge } from '../../../electron/api/bridge.ts';
import { BridgeProvider } from '../../../renderer/bridge/bridge-context.tsx';
import { useEditCall } from '../../../renderer/bridge/use-api.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { ShellProvider, useShell } from '../../../renderer/shell/shell-context.tsx';
import { useUndoableNotice } from '../../../renderer/shell/use-undoable-notice.ts';

/** A host whose answers the test gives by hand, in the order of its calls. */
function handHost() {
  const calls: { readonly method: string; readonly input: unknown; answer(result: unknown): void }[] = [];
  const bridge = {
    host: 'browser',
    call: (method: string, input: unknown) => new Promise((answer) => calls.push({ method, input, answer })),
    cancel: async () => undefined,
    subscribe: () => () => undefined,
  } as unknown as Bridge;
  return { calls, bridge };
}

function Page() {
  const call = useEditCall();
  const notice = useUndoableNotice();
  const { step, failed } = useShell();
  const edit = async () => {
    try {
      notice('done', (await call('sites.remove', { siteId: 1 })).edits);
    } catch (problem) {
      failed(problem);
    }
  };
  return (
    <>
      <button type="button" onClick={() => void edit()}>
        edit
      </button>
      <button type="button" onClick={() => void step('undo')}>
        undo
      </button>
    </>
  );
}

function show(bridge: Bridge): void {
  render(
    <TranslationProvider i18n={createI18n('en')}>
      <QueryClientProvider client={new QueryClient()}>
        <BridgeProvider bridge={bridge}>
          <ShellProvider>
            <Page />
          </ShellProvider>
        </BridgeProvider>
      </QueryClientProvider>
    </TranslationProvider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const answered = (edit: number) => ({ ok: true, value: {}, edit });

/** One edit was kept, and another is under way when it is taken back. */
async function takenBackUnderWay() {
  const { calls, bridge } = handHost();
  show(bridge);
  press('edit');
  await act(async () => calls[0]?.answer(answered(7)));
  press('edit');
  press('undo');
  return calls;
}

test('what is taken back while an edit is under way is that edit, not the one before it', async () => {
  const calls = await takenBackUnderWay();
  await act(async () => calls[1]?.answer(answered(8)));
  await waitFor(() => expect(calls).toHaveLength(3));
  expect(calls[2]).toMatchObject({ method: 'edits.step', input: { edits: [8], way: 'undo' } });
});

test('when that edit is refused, there is nothing to take back: what was done before stays', async () => {
  const calls = await takenBackUnderWay();
  const error = { kind: 'input', message: 'no', remedy: '' };
  await act(async () => calls[1]?.answer({ ok: false, error }));
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
  press('undo');
  await waitFor(() => expect(calls).toHaveLength(3));
  expect(calls[2]).toMatchObject({ method: 'edits.step', input: { edits: [7], way: 'undo' } });
  await act(async () => calls[2]?.answer({ ok: true, value: {} }));
  expect(calls).toHaveLength(3);
});
