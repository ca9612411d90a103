import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkModules } from '../link-modules.ts'

/** Another commit of this repository, checked out beside it. */
export type BaseTree = {
  readonly root: string
  /** The commit's own number, short. */
  readonly commit: string
  remove(): void
}

/**
 * Checks a commit out into a worktree of its own with the packages it needs: this tree's where the lock file is the same, else it installs.
 * The caller removes it.
 * @throws TypeError when git does not know the commit
 */
export function checkOutBase(root: string, base: string): BaseTree {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  const named = git('rev-parse', '--short', '--verify', `${base}^{commit}`)
  if (named.status !== 0)
    throw new TypeError(`${base} is no commit of this repository: name a branch, a tag or a commit that git log shows`)
  const folder = mkdtempSync(join(tmpdir(), 'balai-base-'))
  const remove = (): void => {
    git('worktree', 'remove', '--force', folder)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const added = git('worktree', 'add', '--detach', folder, base)
    if (added.status !== 0) throw new Error(`git worktree add failed: ${added.stderr.trim()}`)
    if (lockOf(folder) === lockOf(root)) linkModules(join(root, 'node_modules'), join(folder, 'node_modules'))
    else {
      const setUp = spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
      if (setUp.status !== 0) throw new Error(`the packages of ${base} could not be installed: see the lines above`)
    }
  } catch (error) {
    remove()
    throw error
  }
  return { root: folder, commit: named.stdout.trim(), remove }
}

const lockOf = (folder: string): string => readFileSync(join(folder, 'package-lock.json'), 'utf8')
