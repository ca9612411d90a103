import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const trimmedFolder = fileURLToPath(new URL('../engine/physics/wasm/', import.meta.url))

/** The published `init`: no argument, and 2 MB of base64 in place of one. */
const inlinedInit =
  /function (\w+)\(\)\{(return \w+\(this,void 0,void 0,\(?function\*\(\)\{yield \w+\()\w+\.toByteArray\("[A-Za-z0-9+/=]+"\)\.buffer\)/g

/** Where the glue takes over the exports of the instance. */
const takenExports = /(\w+=)(\w+\.exports)(,\w+\.__wbindgen_wasm_module=)/g

/** A call of an export that is not in the trimmed file says so, instead of "is not a function"; the exports themselves are called as before. */
const namingTrimmed = `const namingTrimmed = (exports) => Object.assign(Object.create(new Proxy({}, { get: (_, name) =>
  /^(raw|__wb|version|reserve_)/.test(String(name)) ? () => { throw new Error('rapier export ' + name + ' was trimmed: run npm run trim-rapier') } : undefined })), exports);`

/** What runs at load but changes nothing: marked, it leaves the bundle together with the classes that nobody uses. */
const withoutEffect = /new FinalizationRegistry\(|Object\.freeze\(/g

/**
 * Takes the base64 copy of the WASM out of @dimforge/rapier3d-compat and emits engine/physics/wasm/rapier-trimmed.wasm instead, the
 * part of it that the engine calls. `init(source = url of that file)` then fetches and compiles it while it arrives; `source` may be
 * whatever wasm-bindgen takes: URL, Request, Response, WebAssembly.Module or bytes. The build fails when the trimmed file was not
 * made from the installed package. Only for browser code: Node keeps the package as it is, and computes the same bits.
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
        const found = [inlinedInit, takenExports].map((pattern) => code.match(pattern)?.length ?? 0)
        if (found.some((count) => count !== 1)) {
          this.error(
            `${id} inlines its WASM in a way that is not known (${found.join(' and ')} matches): adapt scripts/vite-rapier-wasm.ts to it`,
          )
        }
        const wrong = wrongTrimmedFile(dirname(id.split('?')[0]))
        if (wrong) this.error(`${wrong}: run npm run trim-rapier`)
        const loaded = code
          .replace(inlinedInit, 'function $1(source=rapierWasmUrl){$2{module_or_path:source})')
          .replace(takenExports, '$1namingTrimmed($2)$3')
          .replace(withoutEffect, '/*@__PURE__*/$&')
        const file = join(trimmedFolder, 'rapier-trimmed.wasm')
        return { code: `import rapierWasmUrl from ${JSON.stringify(`${file}?url`)};${namingTrimmed}${loaded}`, map: { mappings: '' } }
      },
    },
  }
}

type TrimmedList = Readonly<Record<'source' | 'trimmed', { readonly file: string; readonly sha256: string }>>

/** Says what is wrong with the trimmed file for the package in that folder; null when it was made from it. */
function wrongTrimmedFile(packageFolder: string): string | null {
  const { source, trimmed } = JSON.parse(readFileSync(join(trimmedFolder, 'used-exports.json'), 'utf8')) as TrimmedList
  for (const [path, sha256] of [
    [join(packageFolder, source.file), source.sha256],
    [join(trimmedFolder, trimmed.file), trimmed.sha256],
  ]) {
    if (!existsSync(path)) return `${path} is missing`
    if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256)
      return `${path} is not the file listed in used-exports.json`
  }
  return null
}
