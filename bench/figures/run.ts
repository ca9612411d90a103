/**
 * `npm run figures -- [KEY …] [--json FILE]`: measures and prints `key value unit n bar ok|short`.
 * `npm run figures -- --break KEY`: the same measurement on a copy with the figure's fault in it, which must print `short`.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CodedError } from '@balai/engine/core'
import { chooseFigures, exitCodeOf, runBoard } from './board.ts'
import { breakFigure } from './break-figure.ts'
import type { FigureErrorCode } from './figure.ts'
import { figures } from './table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

// An end by signal is an end with clean-up: what was started or copied goes with it.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, break: { type: 'string' } } })
  if (values.break === undefined) process.exitCode = await measure(positionals, values.json)
  else {
    const [figure] = chooseFigures(figures, [values.break])
    complain(`${figure.key}, with a fault: ${figure.fault.description}`)
    const isSeen = await breakFigure(figure, root, print)
    if (!isSeen) complain(`${figure.key} did not see its fault`)
    process.exitCode = isSeen ? 0 : 1
  }
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function measure(keys: readonly string[], jsonFile: string | undefined): Promise<number> {
  const chosen = chooseFigures(figures, keys)
  const isBuilt = !chosen.some((figure) => figure.needsPages) || buildPages()
  const missing = async (): Promise<never> => {
    throw new CodedError<FigureErrorCode>('no-pages', 'the pages could not be built: see the lines above')
  }
  const measured = chosen.map((figure) => (figure.needsPages && !isBuilt ? { ...figure, measure: missing } : figure))
  const run = await runBoard(measured, { print, complain })
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(run.board, null, 2)}\n`)
  return exitCodeOf(run)
}

/** What was built before may be older than the code. */
function buildPages(): boolean {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0
}
