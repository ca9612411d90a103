import { CodedError } from '@balai/engine/core'
import { type Figure, formatRow, judge, type Measurement } from './figure.ts'

/** What a run of the board found. A key is in it only when it was measured. */
export type Board = { readonly figures: Readonly<Record<string, number>>; readonly samples: Readonly<Record<string, number>> }
export type BoardRun = { readonly board: Board; readonly short: readonly string[]; readonly absent: readonly string[] }

/** @throws TypeError when a key is not in the table, with the keys that are */
export function chooseFigures(table: readonly Figure[], keys: readonly string[]): readonly Figure[] {
  if (keys.length === 0) return table
  return keys.map((key) => {
    const figure = table.find((one) => one.key === key)
    if (figure === undefined) throw new TypeError(`no figure is called ${key}; there are: ${table.map((one) => one.key).join(', ')}`)
    return figure
  })
}

/** Measures one after the other, so that none disturbs another. Rows go to `print`, reasons for a missing row to `complain`. */
export async function runBoard(
  figures: readonly Figure[],
  out: { readonly print: (line: string) => void; readonly complain: (sentence: string) => void },
): Promise<BoardRun> {
  const values: Record<string, number> = {}
  const samples: Record<string, number> = {}
  const short: string[] = []
  const absent: string[] = []
  for (const figure of figures) {
    let found: Measurement
    try {
      found = await figure.measure()
    } catch (error) {
      absent.push(figure.key)
      out.complain(`${figure.key} is absent: ${reasonOf(error)}`)
      continue
    }
    values[figure.key] = found.value
    samples[figure.key] = found.n
    if (judge(figure, found) === 'short') short.push(figure.key)
    out.print(formatRow(figure, found))
    if (found.n < figure.leastSamples)
      out.complain(`${figure.key} does not count: ${found.n} samples, at least ${figure.leastSamples} are needed`)
  }
  return { board: { figures: values, samples }, short, absent }
}

/** 1: something fell short. 2: nothing did, but something that was asked for is absent. */
export function exitCodeOf(run: BoardRun): number {
  if (run.short.length > 0) return 1
  return run.absent.length > 0 ? 2 : 0
}

function reasonOf(error: unknown): string {
  if (error instanceof CodedError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
