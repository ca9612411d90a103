import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type InlineConfig, type Plugin } from 'vite'
import { leanPixi } from './scripts/vite-lean-pixi.ts'
import { rapierWasm } from './scripts/vite-rapier-wasm.ts'
import { serviceWorker } from './scripts/vite-service-worker.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Each page's folder under `game/page`, and the name under which the server finds its HTML in `dist/client`. */
const pages: Readonly<Record<string, string>> = {
  citizen: 'citizen.html',
  officer: 'petugas.html',
  board: 'papan.html',
  kiosk: 'kios.html',
  ticket: 'tiket.html',
  proof: 'bukti.html',
  voice: 'pengaduan.html',
  integrity: 'integritas.html',
  payment: 'bayar.html',
  statistics: 'statistik.html',
  survey: 'skm.html',
  rights: 'data-saya.html',
  notices: 'kabar.html',
  admin: 'pengelola.html',
  verify: 'cek.html',
  documents: 'dokumen.html',
}

/** Android Chrome 87 is the oldest browser that is promised; the others are of the same year. */
const oldestBrowsers = ['es2020', 'chrome87', 'firefox78', 'safari14']

/**
 * Files of a few lines that several parts need. Each in a chunk of its own would be a request of its own, and a browser makes six at a time: on a bad
 * line that is half a second more until the list answers.
 */
const smallParts = /\/(open-storage|call-sentence|request-key|wake-socket|core\/assert|app-context|ticket-state)\.tsx?$/

const shared: InlineConfig = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/** The pages and their threads, into `dist/client`; everything but the HTML has its content's hash in its name. */
export function clientConfig(outDir: string = join(root, 'dist/client')): InlineConfig {
  const inputs = Object.keys(pages).filter((page) => existsSync(join(root, `game/page/${page}/index.html`)))
  return {
    ...shared,
    plugins: [rapierWasm(), leanPixi(), serviceWorker(), plainPageNames(outDir)],
    worker: { format: 'es', plugins: () => [rapierWasm(), leanPixi()] },
    build: {
      outDir,
      emptyOutDir: true,
      target: oldestBrowsers,
      // Nothing inlined: a data: address would need a looser content security policy and could not be kept by the browser.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: Object.fromEntries(inputs.map((page) => [page, join(root, `game/page/${page}/index.html`)])),
        // Tables of refusals are put together by spreading, which looks like an effect: nobody on a page reads them.
        treeshake: { moduleSideEffects: [{ test: /\/game\/(api|case)\//, sideEffects: false }] },
        output: { codeSplitting: { groups: [{ name: 'base', test: smallParts }] } },
      },
    },
  }
}

/** The citizen's page as a function from data to HTML, one file for Node with everything in it. */
export function serverConfig(outDir: string = join(root, 'dist/server')): InlineConfig {
  return {
    ...shared,
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node24',
      ssr: join(root, 'game/page/citizen/render.tsx'),
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'citizen.js', codeSplitting: false } },
    },
  }
}

/** The verification page as a function too, beside it; build it after `serverConfig`, which empties the folder. */
export function verifyServerConfig(outDir: string = join(root, 'dist/server')): InlineConfig {
  const { build, ...config } = serverConfig(outDir)
  const output = { entryFileNames: 'verify.js', codeSplitting: false }
  return { ...config, build: { ...build, emptyOutDir: false, ssr: join(root, 'game/page/verify/render.tsx'), rolldownOptions: { output } } }
}

/** Moves `game/page/officer/index.html` to `petugas.html`; addresses inside are absolute. */
function plainPageNames(outDir: string): Plugin {
  return {
    name: 'plain-page-names',
    writeBundle() {
      for (const [page, name] of Object.entries(pages)) {
        const from = join(outDir, `game/page/${page}/index.html`)
        if (!existsSync(from)) continue
        mkdirSync(dirname(join(outDir, name)), { recursive: true })
        renameSync(from, join(outDir, name))
      }
      rmSync(join(outDir, 'game'), { recursive: true, force: true })
    },
  }
}

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? serverConfig() : clientConfig()))
