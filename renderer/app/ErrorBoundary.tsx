import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from '../ui/States.tsx';

interface Props {
  /** What broke, for the sentence: `The Stories screen`. */
  what: string;
  children: ReactNode;
}

/** A bug in one screen leaves the rest of the window working. The library is not touched by it. */
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
