import { Component, type ReactNode } from 'react';
import { t } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';

interface PanelBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps the rest of the app alive when one panel fails; the panel says why and can be tried again. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly message: string | null }> {
  override readonly state = { message: null };

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div role="alert" style={{ padding: 'var(--space-3)' }}>
        <p>{t('app.crashed', { message })}</p>
        <Button label={t('app.retry')} onPress={() => this.setState({ message: null })} />
      </div>
    );
  }
}
