import { lazyView } from '../ui/lazyView.ts';

/** Nothing can be clicked before the first picture. */
export const BoxActions = lazyView(async () => (await import('../views/boxActions/BoxActions.tsx')).BoxActions);

/** A notice that is there first waits in the store. */
export const Notices = lazyView(async () => (await import('../views/notices/Notices.tsx')).Notices);
