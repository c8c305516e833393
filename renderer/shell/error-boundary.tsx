import { Component, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../ui/button.tsx';
import { ErrorView, StateView } from '../ui/states.tsx';

interface BoundaryProps {
  /** A new value clears the error: another page is shown. */
  readonly place: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | null;
  readonly place: string;
}

/** Keeps a fault of one page from taking the window with it. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Fault error={error} onReopen={() => this.reopen(error)} />;
  }

  private reopen(error: Error): void {
    // A part of the page that could not be fetched is asked for only once: only a new page asks again.
    if (isUnfetched(error)) void reloadWhereAnswered();
    else this.setState({ error: null });
  }
}

const isUnfetched = (error: Error) => error.message.includes('dynamically imported');

/** Whether the program still serves its page; the desktop's own window always has it. */
async function answers(): Promise<boolean> {
  if (!location.protocol.startsWith('http')) return true;
  try {
    await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/** A page that nobody serves any more would be lost by its reload. */
async function reloadWhereAnswered(): Promise<void> {
  if (await answers()) location.reload();
}

/** True once it is known that the page is missing because the program is gone, not because it was updated. */
function useGone(error: Error): boolean {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let asked = true;
    if (isUnfetched(error)) void answers().then((there) => asked && setGone(!there));
    return () => {
      asked = false;
    };
  }, [error]);
  return gone;
}

function Fault(props: { readonly error: Error; onReopen(): void }) {
  const { t } = useTranslation();
  const gone = useGone(props.error);
  if (gone) {
    return (
      <main className="page">
        <ErrorView
          error={{
            kind: 'internal',
            message: t('error.unreachable'),
            remedy: t('error.unreachableRemedy'),
          }}
          onAgain={props.onReopen}
        />
      </main>
    );
  }
  return (
    <main className="page">
      <StateView bad icon="warning" title={t('error.page')} text={t('error.pageHint')}>
        <p className="mono">{props.error.message}</p>
        <Button look="primary" onClick={props.onReopen}>
          {t('error.reopen')}
        </Button>
      </StateView>
    </main>
  );
}
