/** A source file: path from the project's root with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }
export type Violation = {
  readonly rule: 'layer' | 'cycle' | 'door' | 'importer' | 'unlayered' | 'style'
  readonly file: string
  readonly message: string
}
export type Report = {
  readonly files: number
  readonly imports: number
  readonly layersSeen: readonly number[]
  readonly violations: readonly Violation[]
}

/** Folder → layer. The longest folder that fits counts. A file imports from a lower layer or its own folder. */
export const layers: Readonly<Record<string, number>> = {
  'engine/core': 0,
  'game/calendar': 0,
  'engine/input': 1,
  'engine/space': 1,
  'engine/physics': 1,
  'engine/snapshot': 1,
  'game/queue': 1,
  'game/case': 1,
  'game/contact': 1,
  'game/survey': 1,
  'engine/sim': 2,
  'engine/net': 2,
  'engine/render': 2,
  'game/api': 2,
  'game/stream': 2,
  'engine/host': 3,
  'game/mall': 3,
  'game/camera': 3,
  'server/store': 3,
  'server/papers/inspect': 3,
  workers: 4,
  server: 5,
  'game/page/shared': 5,
  'game/page/citizen': 6,
  'game/page/officer': 6,
  'game/page/board': 6,
  'game/page/kiosk': 6,
  'game/page/ticket': 6,
  'game/page/proof': 6,
  'game/page/voice': 6,
  'game/page/integrity': 6,
  'game/page/payment': 6,
  'game/page/verify': 6,
  'game/page/documents': 6,
  'game/page/statistics': 6,
  'game/page/survey': 6,
  'game/page/rights': 6,
  'game/page/notices': 6,
  'game/page/admin': 6,
}
/** Pure data that pages and workers may read; it imports nothing but itself. */
const dataFolders = ['assets']
/** Outside the product: may import anything, and no product file imports them. */
const outside = ['tests', 'bench', 'scripts', 'vite.config.ts', 'vitest.config.ts', 'vitest.browser.config.ts']

/** Third parties with one importing folder. */
export const importers: Readonly<Record<string, string | readonly string[]>> = {
  '@dimforge/rapier3d-compat': 'engine/physics',
  bitecs: 'engine/sim',
  'pixi.js': 'engine/render',
  comlink: 'engine/host',
  'hls.js': 'game/page/citizen',
  kysely: 'server/store',
  'node:sqlite': 'server/store',
  ws: 'server/socket',
  'openid-client': 'server/identity',
  'prom-client': 'server/http',
  pg: 'server/store',
  uplot: 'game/page/statistics',
  'web-push': 'server/notice',
  '@tus/server': 'server/papers',
  '@tus/file-store': 'server/papers',
  aws4fetch: 'server/papers',
  'jpeg-js': 'server/papers/inspect',
  pngjs: 'server/papers/inspect',
  // The kiosk draws codes on paper tickets, the server on documents; they share no folder that either may import.
  'tus-js-client': 'game/page/citizen',
  idb: 'game/page/citizen',
  'lean-qr': ['game/page/kiosk', 'game/page/payment', 'server/documents'],
  'pdf-lib': 'server/documents',
}
const forbiddenFolders = ['utils', 'common', 'types', 'helpers', 'misc']

const importPattern =
  /(?:^|[;\n}])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** What a file imports, as written. Comments do not count. */
export function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')
  return [...code.matchAll(importPattern)].map((match) => match[1] ?? match[2])
}

/** Checks layers, doors, cycles, importers and a few matters of style over a whole tree. Pure. */
export function checkArchitecture(files: readonly SourceFile[]): Report {
  const violations: Violation[] = []
  const paths = new Set(files.map((file) => file.path))
  const edges = new Map<string, string[]>()
  const layersSeen = new Set<number>()
  let imports = 0
  for (const file of files) {
    const home = homeOf(file.path)
    const add = (rule: Violation['rule'], message: string): void => void violations.push({ rule, file: file.path, message })
    if (home === null) {
      add('unlayered', 'lies in no layered folder: give its folder a row in the table of layers')
      continue
    }
    if (home.layer !== null) layersSeen.add(home.layer)
    const isProduct = home.layer !== null
    if (isProduct && file.path.split('/').some((part) => forbiddenFolders.includes(part)))
      add('style', 'lies in a folder whose name says nothing')
    if (isProduct && /^export default/m.test(file.text)) add('style', 'has a default export')
    if (isProduct && /^export \* from/m.test(file.text)) add('style', 'has `export *`')
    edges.set(file.path, [])
    for (const specifier of importsOf(file.text)) {
      imports += 1
      const target = resolve(file.path, specifier)
      if (target === null) {
        const name = packageOf(specifier)
        const importer = importers[name]
        const mayImport = importer === undefined ? null : [importer].flat()
        if (isProduct && mayImport !== null && !mayImport.some((folder) => file.path.startsWith(`${folder}/`)))
          add('importer', `imports ${name}; only ${mayImport.join(' and ')} may`)
        continue
      }
      if (paths.has(target)) edges.get(file.path)?.push(target)
      if (isProduct) checkEdge(file.path, target, home, add)
      if (home.folder === 'assets' && homeOf(target)?.folder !== 'assets') add('layer', `imports ${target}: assets import only each other`)
    }
  }
  for (const cycle of findCycles(edges))
    violations.push({ rule: 'cycle', file: cycle[0], message: `cycle: ${[...cycle, cycle[0]].join(' → ')}` })
  return { files: files.length, imports, layersSeen: [...layersSeen].sort((a, b) => a - b), violations }
}

type Home = { readonly folder: string; readonly layer: number | null }

function homeOf(path: string): Home | null {
  const first = path.split('/')[0]
  if (outside.includes(first)) return { folder: first, layer: null }
  if (dataFolders.includes(first)) return { folder: first, layer: null }
  const parts = path.split('/').slice(0, -1)
  for (let length = parts.length; length > 0; length--) {
    const folder = parts.slice(0, length).join('/')
    if (layers[folder] !== undefined) return { folder, layer: layers[folder] }
  }
  return null
}

function checkEdge(from: string, to: string, home: Home, add: (rule: Violation['rule'], message: string) => void): void {
  const target = homeOf(to)
  if (target === null || dataFolders.includes(target.folder)) return
  if (target.layer === null) return add('layer', `imports ${to}, which is outside the product`)
  const isStranger = (a: string, b: string): boolean => a === 'server' && b.startsWith('game/page/')
  if (isStranger(home.folder, target.folder) || isStranger(target.folder, home.folder)) {
    add('layer', `imports ${to}: server and pages meet only over HTTP and sockets`)
  } else if (target.folder !== home.folder && target.layer >= (home.layer ?? 0)) {
    add('layer', `(layer ${home.layer}) imports ${to} (layer ${target.layer}): imports only go down`)
  }
  const folderFrom = from.slice(0, from.lastIndexOf('/'))
  const folderTo = to.slice(0, to.lastIndexOf('/'))
  const isDoor = to.endsWith('/index.ts')
  if (folderFrom === folderTo && isDoor && !from.endsWith('/index.ts'))
    add('door', `imports its own folder's index ${to}: import the real file`)
  if (target.folder !== home.folder && !isDoor && !isPicture(to)) add('door', `imports ${to}: across folders only the index is a door`)
}

/** Styles and locale files have no index. */
const isPicture = (path: string): boolean => !/\.[mc]?tsx?$/.test(path)

function resolve(from: string, specifier: string): string | null {
  const engine = /^@balai\/engine\/(.+)$/.exec(specifier)
  if (engine !== null) return `engine/${engine[1]}/index.ts`
  if (!specifier.startsWith('.')) return null
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('?')[0].split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  const [scope, name] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/** Strongly connected groups of more than one file (Tarjan 1972), or a file that imports itself. */
function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const cycles: string[][] = []
  const visit = (node: string): void => {
    const number = index.size
    index.set(node, number)
    low.set(node, number)
    stack.push(node)
    onStack.add(node)
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue
      if (!index.has(next)) {
        visit(next)
        low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0))
      } else if (onStack.has(next)) low.set(node, Math.min(low.get(node) ?? 0, index.get(next) ?? 0))
    }
    if (low.get(node) !== index.get(node)) return
    const group: string[] = []
    for (let popped = stack.pop(); popped !== undefined; popped = stack.pop()) {
      onStack.delete(popped)
      group.unshift(popped)
      if (popped === node) break
    }
    if (group.length > 1 || (edges.get(node) ?? []).includes(node)) cycles.push(group)
  }
  for (const node of edges.keys()) if (!index.has(node)) visit(node)
  return cycles
}
