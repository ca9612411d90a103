import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const source = fileURLToPath(new URL('../game/page/citizen/case/offline/service-worker.ts', import.meta.url))
/** What opens without signal: the citizen's page, and the part of it that fills in forms. */
const opened = ['game/page/citizen/index.html', 'game/page/citizen/case/index.ts', 'game/page/citizen/case/outbox/send-bytes.ts']
const openedByName = /assets\/(picture\.worker|case)-[\w-]+\.js$/

/**
 * Writes `/sw.js`, the citizen's service worker, with the names of the files that it keeps. It is one script without imports, because browsers of 2020 know
 * no modules there; its name stays, its content changes with the build.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = [...filesOf(bundle)].map((file) => `/${file}`).sort()
      const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await buildScript({ name, files }) })
    },
  }
}

/** The opened parts with all that they import and wear. */
function filesOf(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>()
  const add = (fileName: string): void => {
    const chunk = bundle[fileName]
    if (chunk === undefined || files.has(fileName)) return
    files.add(fileName)
    if (chunk.type !== 'chunk') return
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const imported of chunk.imports) add(imported)
  }
  for (const [fileName, chunk] of Object.entries(bundle)) {
    const module = chunk.type === 'chunk' ? (chunk.facadeModuleId ?? '') : ''
    if (openedByName.test(fileName) || opened.some((path) => module.endsWith(path))) add(fileName)
  }
  return files
}

async function buildScript({ name, files }: { name: string; files: readonly string[] }): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __BUILD__: JSON.stringify(name), __FILES__: JSON.stringify(files) },
    build: {
      write: false,
      target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
      modulePreload: { polyfill: false },
      rolldownOptions: { input: source, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!('output' in output)) throw new TypeError('the service worker was not built in one go')
  return output.output[0].code
}
