import type { OfflineFiles } from '../build/offlinePlugin.ts';

/** What is used of a service worker's global scope; the library of types knows pages and workers only. */
interface ServiceScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
}

// Filled in while the app is built.
declare const OFFLINE_FILES: OfflineFiles;
declare const POLICY: string;

export const scope = self as unknown as ServiceScope;
export const files = OFFLINE_FILES;
/** Of a Content-Security-Policy header. */
export const policy = POLICY;
