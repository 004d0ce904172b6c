import { lazy, type ReactElement, Suspense } from 'react';

const Actions = lazy(async () => ({ default: (await import('../views/boxActions/BoxActions.tsx')).BoxActions }));
const Toasts = lazy(async () => ({ default: (await import('../views/notices/Notices.tsx')).Notices }));

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
