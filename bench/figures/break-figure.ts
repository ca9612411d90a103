import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Board } from './board.ts'
import { copyTree, writeEdits } from './fault.ts'
import { type Figure, formatRow, judge } from './figure.ts'

/**
 * Plants the figure's fault in a copy of the tree, measures there in a process of its own, and prints the row.
 * @returns whether the fault was seen: the row says `short` with the sample the figure asks for
 * @throws TypeError when the fault's text is no longer in the code, Error when nothing could be measured in the copy
 */
export async function breakFigure(figure: Figure, root: string, print: (line: string) => void): Promise<boolean> {
  const copy = copyTree(root)
  // Also when a signal ends this process in the middle.
  process.once('exit', copy.remove)
  try {
    writeEdits(copy.root, figure.fault.edits)
    const report = join(copy.root, 'figures.json')
    const exitCode = await measureIn(copy.root, figure.key, report)
    const board = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Board) : null
    const value = board?.figures[figure.key]
    const n = board?.samples[figure.key]
    if (value === undefined || n === undefined) {
      throw new Error(`${figure.key} could not be measured with its fault (exit code ${exitCode}): that is not the same as being short`)
    }
    print(formatRow(figure, { value, n }))
    return judge(figure, { value, n }) === 'short'
  } finally {
    process.off('exit', copy.remove)
    copy.remove()
  }
}

function measureIn(root: string, key: string, report: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bench/figures/run.ts', key, '--json', report], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const end = (): void => void child.kill()
    // Before the copy is removed under its feet.
    process.prependOnceListener('exit', end)
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('exit', end)
      resolve(code)
    })
  })
}
