import { type AppStore, setUi } from '../store/createAppStore.ts';
import type { Files } from '../store/services.ts';
import { errorDetails, messageOf } from './errorDetails.ts';

/** Errors that no panel catches become a message with what a report of them needs. The console has them as well. */
export function watchErrors(store: AppStore, files: Pick<Files, 'copyText'>): void {
  const tell = (error: unknown): void => {
    const details = errorDetails(error);
    setUi(store, {
      notice: {
        kind: 'error',
        key: 'error.uncaught',
        params: { message: messageOf(error) },
        action: { label: 'error.copyDetails', run: () => void copy(details) },
      },
    });
  };
  const copy = async (details: string): Promise<void> => {
    const isCopied = await files.copyText(details);
    setUi(store, {
      notice: isCopied ? { kind: 'info', key: 'notice.copied' } : { kind: 'error', key: 'notice.copyRefused' },
    });
  };
  // A resize that a resize causes is put off to the next frame and reported as an error, which has no error object.
  window.addEventListener('error', ({ error }) => error != null && tell(error));
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
