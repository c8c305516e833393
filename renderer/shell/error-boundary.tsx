import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { StateView } from '../ui/states.tsx';

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
    // A part of the page that could not be fetched (the program was updated meanwhile) is asked for only once.
    if (error.message.includes('dynamically imported')) location.reload();
    else this.setState({ error: null });
  }
}

function Fault(props: { readonly error: Error; onReopen(): void }) {
  const { t } = useTranslation();
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
