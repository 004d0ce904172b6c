import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { files, policy, scope } from './serviceScope.ts';

const PGLITE_CACHE = 'pglite';
const onUse = new Set(files.onUse.map((url) => new URL(url, scope.location.href).href));

/** Workers don't inherit the page's policy: it has to be in the headers of what they are loaded from. */
const addPolicy = {
  async handlerWillRespond({ response }: { readonly response: Response }): Promise<Response> {
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', policy);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  },
};

addPlugins([addPolicy]);
// A page asked for with any parameters is the same page.
precacheAndRoute([...files.precached], { ignoreURLParametersMatching: [/./] });
registerRoute(({ url }) => onUse.has(url.href), new CacheFirst({ cacheName: PGLITE_CACHE, plugins: [addPolicy] }));
cleanupOutdatedCaches();

// The first visit uses it at once, so that a PGlite fetched in it is kept; a new version waits until the reader agrees.
scope.addEventListener('activate', (event) => event.waitUntil(Promise.all([scope.clients.claim(), dropOldPglite()])));
scope.addEventListener('message', ({ data }) => data?.type === 'SKIP_WAITING' && void scope.skipWaiting());

async function dropOldPglite(): Promise<void> {
  const cache = await caches.open(PGLITE_CACHE);
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => !onUse.has(url)).map((request) => cache.delete(request)));
}
