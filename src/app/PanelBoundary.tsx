import { Component, type ErrorInfo, type ReactNode } from 'react';
import { t } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './App.module.css';
import { errorDetails, messageOf } from './errorDetails.ts';

interface PanelBoundaryProps {
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
  readonly componentStack: string;
}

/** Keeps the rest of the app alive when one panel fails; the panel says why and can be tried again. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly failure: Failure | null }> {
  override readonly state: { readonly failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown): { readonly failure: Failure } {
    return { failure: { error, componentStack: '' } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ failure: { error, componentStack: componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <div role="alert" className={styles.crashed}>
        <p>{t('app.crashed', { message: messageOf(failure.error) })}</p>
        <Button label={t('app.retry')} onPress={() => this.setState({ failure: null })} />
        <CopyButton
          label={t('error.copyDetails')}
          text={() => errorDetails(failure.error, failure.componentStack)}
          copiedText={t('notice.copied')}
          failedText={t('notice.copyRefused')}
        />
      </div>
    );
  }
}
