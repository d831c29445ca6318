import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from '../ui/States.tsx';

interface Props {
  /** The part that broke, as the subject of the sentence: `The Stories screen`. */
  what: string;
  children: ReactNode;
}

/**
 * ErrorBoundary contains a bug in one screen, so that the rest of the window keeps working. The library is not
 * affected.
 */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorState
        title={`${this.props.what} stopped working`}
        message={`Your library is safe, and your changes until now are saved. The error was: ${error.message}`}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
