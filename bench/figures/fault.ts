import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { linkModules } from '../link-modules.ts'
import type { Edit } from './figure.ts'

/**
 * Applies the edits of a fault to texts by path. Pure.
 * @throws TypeError when a text is not found exactly once: the code has moved on, and the fault must follow it
 */
export function plantEdits(edits: readonly Edit[], read: (file: string) => string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { file, find, replace } of edits) {
    const before = texts.get(file) ?? read(file)
    const found = before.split(find).length - 1
    if (found !== 1) {
      throw new TypeError(
        `the fault's text occurs ${found} times in ${file}, it must occur once; adapt bench/figures/table.ts: ${find.slice(0, 90)}`,
      )
    }
    texts.set(
      file,
      before.replace(find, () => replace),
    )
  }
  return texts
}

/** Copies what the repository holds, as it lies on the disk now, into a new temporary folder. The caller removes it by `remove`. */
export function copyTree(root: string): { readonly root: string; readonly remove: () => void } {
  const git = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  if (git.status !== 0) throw new TypeError(`git ls-files failed in ${root}: a fault is planted in a copy of a git checkout`)
  const copy = mkdtempSync(join(tmpdir(), 'balai-fault-'))
  const remove = (): void => rmSync(copy, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  try {
    for (const file of git.stdout.split('\0')) {
      // A file that was deleted but not yet committed is still listed.
      if (file === '' || !existsSync(join(root, file))) continue
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      cpSync(join(root, file), join(copy, file))
    }
    linkModules(join(root, 'node_modules'), join(copy, 'node_modules'))
  } catch (error) {
    remove()
    throw error
  }
  return { root: copy, remove }
}

export function writeEdits(root: string, edits: readonly Edit[]): void {
  for (const [file, text] of plantEdits(edits, (path) => readFileSync(join(root, path), 'utf8'))) writeFileSync(join(root, file), text)
}
