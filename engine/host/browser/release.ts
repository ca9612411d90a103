import { releaseProxy } from 'comlink'

/** Lets go of a listener that lives in another thread, whose end would else stay open; one of this thread's own is left alone. */
export function release(listener: object): void {
  const end: unknown = (listener as { [releaseProxy]?: unknown })[releaseProxy]
  if (typeof end === 'function') (end as () => void)()
}
