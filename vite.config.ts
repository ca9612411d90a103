import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type InlineConfig, type Plugin } from 'vite'
import { leanPixi } from './scripts/vite-lean-pixi.ts'
import { rapierWasm } from './scripts/vite-rapier-wasm.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Each page's folder under `game/page`, and the name under which the server finds its HTML in `dist/client`. */
const pages: Readonly<Record<string, string>> = {
  citizen: 'citizen.html',
  officer: 'petugas.html',
  board: 'papan.html',
  kiosk: 'kios.html',
  ticket: 'tiket.html',
  proof: 'bukti.html',
  statistics: 'statistik.html',
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
    plugins: [rapierWasm(), leanPixi(), plainPageNames(outDir)],
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
