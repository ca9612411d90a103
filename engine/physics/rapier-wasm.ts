import { init } from '@dimforge/rapier3d-compat'

// As published, `init` takes nothing and decodes the WASM inlined in the module. Built with scripts/vite-rapier-wasm.ts
// it takes what to load instead, and without an argument fetches the .wasm file that was emitted beside the bundle.
const load = init as (source?: unknown) => Promise<void>

// One exception to "no module-level state": the WASM instance is itself a module-level singleton inside Rapier,
// and a second `init` before the first has ended would replace the memory under the first one's worlds.
let loading: Promise<void> | null = null

/** Loads the WASM once for all worlds of this thread. After a failure (a lost connection) the next call tries again. */
export function loadRapier(source?: unknown): Promise<void> {
  loading ??= withoutNotice(() => load(source)).catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

type Warner = { warn: (...parts: unknown[]) => void }

/**
 * Rapier 0.19.3 hands its own bytes to its own loader in a form that the loader calls deprecated, and prints so.
 * The notice comes before the first await, so only this one call's turn of the event loop is silent.
 */
function withoutNotice<T>(call: () => T): T {
  const { console } = globalThis as unknown as { console?: Warner }
  if (!console) return call()
  const { warn } = console
  console.warn = () => {}
  try {
    return call()
  } finally {
    console.warn = warn
  }
}
