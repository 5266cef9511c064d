import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useMessages } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import classes from './error-boundary.module.css';

type Props = {
  readonly children: ReactNode;
  /** A change of it tries again, e.g. the address. */
  readonly resetOn: string;
};
type State = { readonly failed: boolean; readonly resetOn: string };

/** A screen that fails says so and what to do; the other screens and everything saved stand as before. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { failed: false, resetOn: this.props.resetOn };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetOn === state.resetOn ? null : { failed: false, resetOn: props.resetOn };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash again={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

const Crash = ({ again }: { readonly again: () => void }) => {
  const t = useMessages(shellMessages);
  return (
    <div className={classes.crash}>
      <Notice
        tone="wrong"
        alert
        title={t.crashTitle}
        actions={
          <>
            <Button onClick={again}>{t.crashReload}</Button>
            <Button
              variant="default"
              onClick={() => {
                window.location.hash = '#/';
                again();
              }}
            >
              {t.crashHome}
            </Button>
          </>
        }
      >
        {t.crashText}
      </Notice>
    </div>
  );
};
