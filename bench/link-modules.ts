import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Gives another tree the packages of this one, but its own workspace. Caches are left behind. Paths are `node_modules` folders. */
export function linkModules(from: string, to: string): void {
  mkdirSync(join(to, '@balai'), { recursive: true })
  symlinkSync(join(dirname(to), 'engine'), join(to, '@balai', 'engine'), 'junction')
  for (const name of readdirSync(from)) {
    const isOwn = name === '@balai' || (name.startsWith('.') && name !== '.bin')
    if (!isOwn) symlinkSync(join(from, name), join(to, name), 'junction')
  }
}
