/** Where the service worker of the pages lies. */
const workerPath = '/sw.js'

/**
 * From now on this page opens without signal too: a draft that was begun can be gone on with after a reload. Registered only when there is a draft, so
 * that nobody else pays for it; where the browser has no service worker the draft is still kept, only the page itself needs signal to open again.
 */
export function keepPageOffline(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (workers === undefined) return
  void workers
    .register(workerPath)
    .then(() => workers.ready)
    .then(({ active }) => active?.postMessage({ type: 'keep', paths: [location.pathname, '/perkara'] }))
    .catch(() => undefined)
}
