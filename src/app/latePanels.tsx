import { type ReactElement, Suspense } from 'react';
import { lazyView } from '../ui/lazyView.ts';

const Actions = lazyView(async () => (await import('../views/boxActions/BoxActions.tsx')).BoxActions);
const Toasts = lazyView(async () => (await import('../views/notices/Notices.tsx')).Notices);

/** Nothing can be clicked before the first picture. */
export function BoxActions(): ReactElement {
  return (
    <Suspense fallback={null}>
      <Actions />
    </Suspense>
  );
}

/** A notice that is there first waits in the store. */
export function Notices(): ReactElement {
  return (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  );
}
