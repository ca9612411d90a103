import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** The published `init`: no argument, and 2 MB of base64 in place of one. */
const inlinedInit =
  /function (\w+)\(\)\{(return \w+\(this,void 0,void 0,\(?function\*\(\)\{yield \w+\()\w+\.toByteArray\("[A-Za-z0-9+/=]+"\)\.buffer\)/g

/**
 * Takes the base64 copy of the WASM out of @dimforge/rapier3d-compat and emits the .wasm file that lies in the package instead.
 * `init(source = url of that file)` then fetches and compiles it while it arrives; `source` may be whatever wasm-bindgen takes:
 * URL, Request, Response, WebAssembly.Module or bytes. Only for browser code: Node keeps the package as it is.
 * Belongs into `plugins` and into `worker.plugins`. Serve the file as application/wasm; the page's CSP needs 'wasm-unsafe-eval'.
 */
export function rapierWasm(): Plugin {
  return {
    name: 'rapier-wasm',
    enforce: 'pre',
    // A module that the dev server bundles beforehand never comes through `transform`.
    config: () => ({ optimizeDeps: { exclude: ['@dimforge/rapier3d-compat'] } }),
    transform: {
      filter: { id: /@dimforge\/rapier3d-compat\/rapier\.mjs/ },
      handler(code, id, options) {
        if (options?.ssr) return null
        const file = join(dirname(id.split('?')[0]), 'rapier_wasm3d_bg.wasm')
        const found = code.match(inlinedInit)?.length ?? 0
        if (found !== 1 || !existsSync(file)) {
          this.error(`${id} inlines its WASM in a way that is not known (${found} matches): adapt scripts/vite-rapier-wasm.ts to it`)
        }
        const loaded = code.replace(inlinedInit, 'function $1(source=rapierWasmUrl){$2{module_or_path:source})')
        return { code: `import rapierWasmUrl from ${JSON.stringify(`${file}?url`)};${loaded}`, map: { mappings: '' } }
      },
    },
  }
}
