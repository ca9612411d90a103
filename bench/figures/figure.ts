import type { ErrorTable } from '@balai/engine/core'

/** What one run of a measurement found. */
export type Measurement = {
  /** In the figure's unit. */
  readonly value: number
  /** How many things were looked at: steps, tickets, files, answers. */
  readonly n: number
}

/** One change to one file: `find` occurs there exactly once and becomes `replace`. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string }

/** A number the project is held to, with the fault that it exists to see. */
export type Figure = {
  readonly key: string
  readonly unit: string
  /** The largest value that is still good, or the smallest where `moreIsBetter`. */
  readonly bar: number
  readonly moreIsBetter?: true
  /** Fewer samples than this prove nothing. */
  readonly leastSamples: number
  /** It drives the built pages or the server that serves them. */
  readonly needsPages: boolean
  /** @throws CodedError of `figureErrors` when this machine cannot measure it, any other error when the measurement failed */
  readonly measure: () => Promise<Measurement>
  readonly fault: { readonly description: string; readonly edits: readonly Edit[] }
}

/** Why a figure is absent from the board. */
const figureErrors = {
  'no-browser': { meaning: 'no Chromium or Chrome was found', remedy: 'install one or set CHROME_PATH' },
  'no-firefox': { meaning: 'no Firefox was found', remedy: 'apt-get install firefox-esr' },
  'no-qemu': {
    meaning: 'programs for arm64 cannot be run beside those for x64',
    remedy: 'on Linux on x64, apt-get install qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross',
  },
  'no-arm64-node': { meaning: 'npm could not fetch Node for arm64', remedy: 'run it once where npm reaches its registry' },
  'no-cgroup': { meaning: 'the browser could not be held back to a share of a processor', remedy: 'run as root on Linux with cgroup v1' },
  'no-proc': { meaning: 'memory of a process is read from /proc, which only Linux has', remedy: 'measure on Linux' },
  'no-loop-device': { meaning: 'a file cannot be mounted as a disk', remedy: 'run as root on Linux' },
  'too-slow': { meaning: 'this machine had too little time for the crowd', remedy: 'measure when nothing else runs' },
  'not-comparable': {
    meaning: 'product or peer did not run as it is known to',
    remedy: 'measure when nothing else runs; npm run bench:peers says more',
  },
  'no-pages': { meaning: 'the pages could not be built', remedy: 'read the lines above; npm run build shows the same' },
} as const satisfies ErrorTable
export type FigureErrorCode = keyof typeof figureErrors

type Verdict = 'ok' | 'short'
type Bar = Pick<Figure, 'bar' | 'moreIsBetter' | 'leastSamples'>

/** A figure without its sample is short, and so is one that is not a number: an empty sample would pass every bar. */
export function judge(figure: Bar, found: Measurement): Verdict {
  const isGood = figure.moreIsBetter === true ? found.value >= figure.bar : found.value <= figure.bar
  return found.n >= figure.leastSamples && isGood ? 'ok' : 'short'
}

/** `key value unit n bar ok|short`, padded so that rows stand under each other. */
export function formatRow(figure: Bar & Pick<Figure, 'key' | 'unit'>, found: Measurement): string {
  const value = Number.isInteger(found.value) ? String(found.value) : found.value.toFixed(Math.abs(found.value) < 2 ? 3 : 1)
  const cells = [
    figure.key.padEnd(22),
    value.padStart(8),
    figure.unit.padEnd(10),
    String(found.n).padStart(6),
    String(figure.bar).padStart(5),
  ]
  return [...cells, judge(figure, found)].join(' ')
}
