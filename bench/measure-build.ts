import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** `files`: names in dist/client, with `*` for a hash; `page`: every file that this page's HTML names. */
export type Budget = { readonly page?: string; readonly files?: readonly string[]; readonly mostBytes: number }

/**
 * Bytes on the wire of a budget's files: the `.br` beside a file where there is one, else the file.
 * @throws TypeError when there is no build, or when a name fits no file: an empty sum would pass every budget
 */
export function measureBudget(budget: Budget, clientDir: string): { readonly bytes: number; readonly files: readonly string[] } {
  if (!existsSync(clientDir)) throw new TypeError(`there is no build in ${clientDir}: run npm run build first`)
  const files = budget.page === undefined ? filesLike(budget.files ?? [], clientDir) : filesNamedBy(budget.page, clientDir)
  if (files.length === 0) throw new TypeError('the budget names no file')
  return { files, bytes: files.reduce((sum, file) => sum + packedBytes(join(clientDir, file)), 0) }
}

function filesNamedBy(page: string, clientDir: string): string[] {
  const html = readFileSync(join(clientDir, page), 'utf8')
  return [...new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]))]
}

function filesLike(names: readonly string[], clientDir: string): string[] {
  const all = readdirSync(clientDir, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  return names.flatMap((name) => {
    const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replace('*', '[A-Za-z0-9_-]{8}')}$`)
    const found = all.filter((file) => pattern.test(file))
    if (found.length === 0) throw new TypeError(`no file in ${clientDir} is called ${name}: follow the build in bench/budgets.json`)
    return found
  })
}

function packedBytes(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size
}
