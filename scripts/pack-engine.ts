/**
 * `npm run pack:engine [FOLDER]`: the engine as a package that others can install: FOLDER/balai-engine-VERSION.tgz, by default in dist/engine.
 * Inside the repository the workspace goes on resolving to sources; what is packed is built into a folder of its own.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { leanPixi } from './vite-lean-pixi.ts'
import { rapierWasm } from './vite-rapier-wasm.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const engine = join(root, 'engine')
/** Where the files lie that are bundled whole, in the sources and in the package. */
const packaged = 'host/browser/packaged'
const wasm = 'rapier-trimmed.wasm'
/** As old as the product's own pages. */
const oldestBrowsers = ['es2020', 'chrome87', 'firefox78', 'safari14']

type Manifest = { readonly name: string; readonly version: string; readonly exports: Readonly<Record<string, string>> } & Record<
  string,
  unknown
>

/** Builds and packs. @returns path of the tarball. @throws Error with the output of the step that failed */
export async function packEngine(folder: string): Promise<string> {
  const stage = join(folder, 'package')
  const dist = join(stage, 'dist')
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  compile(dist)
  for (const file of globSync('**/*.{js,d.ts}', { cwd: dist })) rewrite(join(dist, file))
  await Promise.all([
    bundle(join(dist, packaged), 'sim.worker.js', join(engine, packaged, 'sim.worker.ts')),
    bundle(join(dist, packaged), 'render.worker.js', join(engine, packaged, 'render.worker.ts')),
    bundle(join(dist, packaged), 'rapier.js', rapierEntry),
  ])
  for (const file of ['sim.worker.js', 'rapier.js']) nameWasm(join(dist, packaged, file))

  const manifest = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as Manifest
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(packedManifest(manifest), null, 2)}\n`)
  cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'))
  cpSync(join(engine, 'physics/wasm/NOTICE.md'), join(dist, packaged, `${wasm}.notice.md`))
  for (const file of ['README.md', 'plaza.png']) cpSync(join(engine, file), join(stage, file))
  run('npm', ['pack', '--silent', '--pack-destination', folder, stage])
  return join(folder, `balai-engine-${manifest.version}.tgz`)
}

/** Modules one by one with their types, so that an application's bundler takes what it uses. */
function compile(dist: string): void {
  const config = join(dist, 'tsconfig.json')
  const compilerOptions = {
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
    composite: false,
    emitDeclarationOnly: false,
    rewriteRelativeImportExtensions: true,
    rootDir: engine,
    outDir: dist,
  }
  const include = [join(engine, '**/*.ts')]
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include }))
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config])
  rmSync(config)
}

/** What the compiler leaves as it stands: names in declarations, a worker's file, and the physics that browsers and Node have each their own of. */
function rewrite(file: string): void {
  const isTypes = file.endsWith('.d.ts')
  const text = readFileSync(file, 'utf8')
  const renamed = isTypes
    ? text.replace(/((?:from |import\()['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2')
    : text.replace(/(new URL\('\.\/[^']+)\.ts'/g, "$1.js'").replace(/from '@dimforge\/rapier3d-compat'/g, "from '#rapier'")
  if (renamed !== text) writeFileSync(file, renamed)
}

/** Not a file: `rapierNames` is what stands in it. */
const rapierEntry = join(engine, 'physics/packed-rapier.js')

/** Of Rapier what the engine names, and no base64: the module finds its WASM file beside itself. */
function rapierNames(): string {
  const names = globSync('physics/*.ts', { cwd: engine }).flatMap((file) => {
    const imports = readFileSync(join(engine, file), 'utf8').matchAll(/import \{([^}]+)\} from '@dimforge\/rapier3d-compat'/g)
    return [...imports].flatMap((found) => found[1].split(','))
  })
  return `export { ${[...new Set(names.map((name) => name.replace(/\btype /, '').trim()))].filter(Boolean).join(', ')} } from '@dimforge/rapier3d-compat'`
}

/** One file with everything in it: a worker cannot look up the names of packages. */
async function bundle(outDir: string, name: string, input: string): Promise<void> {
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [
      rapierWasm(),
      leanPixi(),
      {
        name: 'rapier-entry',
        enforce: 'pre',
        resolveId(id) {
          if (id === rapierEntry) return id
          // A library's files would be written into its scripts as base64.
          return id.endsWith(`${wasm}?url`) ? `${id}&no-inline` : null
        },
        load: (id) => (id === rapierEntry ? rapierNames() : null),
      },
    ],
    build: {
      outDir,
      emptyOutDir: false,
      target: oldestBrowsers,
      // Not a page: nothing is to be loaded ahead of an import.
      lib: { entry: input, formats: ['es'], fileName: () => name },
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
      license: { fileName: name.replace(/js$/, 'third-party.md') },
      rolldownOptions: {
        output: { assetFileNames: '[name][extname]', codeSplitting: false, minify: name.endsWith('.worker.js') },
      },
    },
  })
}

/** As bundlers know it: a plain text that begins with a dot. @throws Error when the file is not asked for exactly once */
function nameWasm(file: string): void {
  const text = readFileSync(file, 'utf8')
  const parts = text.split(new RegExp(`new URL\\([\`'"]${wasm}[\`'"], ?import\\.meta\\.url\\)`))
  if (parts.length !== 2) throw new Error(`${file} asks for ${wasm} ${parts.length - 1} times, once is right: adapt scripts/pack-engine.ts`)
  writeFileSync(file, parts.join(`new URL('./${wasm}', import.meta.url)`))
}

/** The workspace's manifest with built files in place of sources. */
function packedManifest({ private: _private, exports: doors, ...manifest }: Manifest): object {
  const built = (source: string): string | object => {
    if (source.endsWith('.wasm')) return `./dist/${packaged}/${wasm}`
    const module = `./dist/${source.slice(2, -3)}`
    return source.endsWith('.worker.ts') ? `${module}.js` : { types: `${module}.d.ts`, default: `${module}.js` }
  }
  return {
    ...manifest,
    engines: { node: '>=20' },
    exports: {
      ...Object.fromEntries(Object.entries(doors).map(([door, source]) => [door, built(source)])),
      './package.json': './package.json',
    },
    imports: { '#rapier': { node: '@dimforge/rapier3d-compat', default: `./dist/${packaged}/rapier.js` } },
  }
}

function run(command: string, args: readonly string[]): void {
  const { error, status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tarball = await packEngine(resolve(process.argv[2] ?? join(root, 'dist/engine')))
  console.log(tarball)
}
