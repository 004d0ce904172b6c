import { lateView } from '../ui/lazyView.ts';

/** Nothing can be clicked before the first picture. */
export const BoxActions = lateView(async () => (await import('../views/boxActions/BoxActions.tsx')).BoxActions);

/** A notice that is there first waits in the store. */
export const Notices = lateView(async () => (await import('../views/notices/Notices.tsx')).Notices);
