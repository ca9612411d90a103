import { parseArgs } from 'node:util'
import { type BehaviourName, behaviourNames } from './behaviour.ts'
import type { LineOptions } from './line.ts'

export type BotOptions = {
  /** The walking socket without its region: `ws://localhost:8080`. */
  readonly url: URL
  readonly region: string
  readonly n: number
  /** Length of the measured window. */
  readonly seconds: number
  readonly behaviour: BehaviourName
  /** How many of the n follow everybody they see, as a phone does. */
  readonly twins: number
  readonly jsonFile: string | null
  /** Connections begun in a second. */
  readonly ramp: number
  /** Seconds between the last one's entry and the window. */
  readonly warmUp: number
  /** Mean of a citizen's wait at a counter, seconds. */
  readonly wait: number
  readonly seed: number
  readonly line: LineOptions
}

export const usage = `npm run bots -- [OPTIONS]: people walk a mall that runs on this machine, and what it costs is measured.

  --url URL            ws://localhost:8080; loopback only
  --region SLUG        kukar
  --behaviour NAME     citizens: from counter to counter, with a wait at each; out by the door, and somebody else comes in
                       roam: everybody turns once or twice a second
                       crowd: everybody gathers in the middle of the hall and mills about
                       mixed: citizens and roamers, half and half
  --n N                100 people
  --twins N            0 of them simulate all they see, as a phone does, and are compared at the end
  --seconds S          20 measured
  --warm-up S          10 before that, after everybody is in
  --ramp N             150 come in a second
  --wait S             18 at a counter, the mean of an exponential
  --seed N             1
  --json FILE          {"figures": …, "samples": …} for programs

The line between, for every one of them and both ways; what is sent stays in order, as with TCP:
  --delay MS           0, one way
  --jitter MS          0, give or take
  --stall MS           0: nothing comes through for so long …
  --stall-every S      … about this often (0: never)
  --cut-every S        0: the connection is torn about this often, and made anew
`

const numbers = {
  n: { fallback: 100, least: 1, most: 20_000, whole: true },
  twins: { fallback: 0, least: 0, most: 5000, whole: true },
  seconds: { fallback: 20, least: 1, most: 3600, whole: false },
  'warm-up': { fallback: 10, least: 0, most: 600, whole: false },
  ramp: { fallback: 150, least: 1, most: 2000, whole: false },
  wait: { fallback: 18, least: 0.5, most: 600, whole: false },
  seed: { fallback: 1, least: 0, most: 2 ** 31, whole: true },
  delay: { fallback: 0, least: 0, most: 10_000, whole: false },
  jitter: { fallback: 0, least: 0, most: 10_000, whole: false },
  stall: { fallback: 0, least: 0, most: 60_000, whole: false },
  'stall-every': { fallback: 0, least: 0, most: 3600, whole: false },
  'cut-every': { fallback: 0, least: 0, most: 3600, whole: false },
} as const
type NumberName = keyof typeof numbers

/** Reads the command line; null when help is asked for. @throws TypeError that names the option and the remedy */
export function readOptions(args: readonly string[]): BotOptions | null {
  const text = { type: 'string' } as const
  const named = Object.fromEntries(Object.keys(numbers).map((name) => [name, text])) as Record<NumberName, typeof text>
  const { values } = parseArgs({
    args: [...args],
    options: { ...named, url: text, region: text, behaviour: text, json: text, help: { type: 'boolean' } },
  })
  if (values.help === true) return null
  const number = (name: NumberName): number => readNumber(name, values[name])
  const n = number('n')
  const twins = number('twins')
  if (twins > n) throw new TypeError(`--twins must not be above --n ${n}, got ${twins}`)
  const line: LineOptions = {
    delayMs: number('delay'),
    jitterMs: number('jitter'),
    stallMs: number('stall'),
    stallEveryMs: number('stall-every') * 1000,
    cutEveryMs: number('cut-every') * 1000,
  }
  if (line.stallMs > 0 !== line.stallEveryMs > 0) throw new TypeError('--stall and --stall-every go together: give both or neither')
  if (line.stallEveryMs > 0 && line.stallEveryMs < 2 * line.stallMs + 1000)
    throw new TypeError(
      `--stall-every ${line.stallEveryMs / 1000} must leave room for stalls of ${line.stallMs} ms: at least twice that and a second`,
    )
  return {
    url: readUrl(values.url ?? 'ws://localhost:8080'),
    region: values.region ?? 'kukar',
    behaviour: readBehaviour(values.behaviour ?? 'citizens'),
    jsonFile: values.json ?? null,
    n,
    twins,
    seconds: number('seconds'),
    ramp: number('ramp'),
    warmUp: number('warm-up'),
    wait: number('wait'),
    seed: number('seed'),
    line,
  }
}

function readNumber(name: NumberName, text: string | undefined): number {
  const { fallback, least, most, whole } = numbers[name]
  const value = text === undefined ? fallback : text.trim() === '' ? Number.NaN : Number(text)
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value
  throw new TypeError(`--${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, got ${text}`)
}

function readBehaviour(name: string): BehaviourName {
  const known = behaviourNames.find((one) => one === name)
  if (known === undefined) throw new TypeError(`--behaviour must be one of ${behaviourNames.join(', ')}, got ${name}`)
  return known
}

/** Bots are a load: they may be let loose on one's own machine only. */
function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'ws:' && url.protocol !== 'http:'))
    throw new TypeError(`--url must look like ws://localhost:8080, got ${text}`)
  if (!isLoopback(url.hostname))
    throw new TypeError(
      `--url must be on loopback (localhost, 127.0.0.1, [::1]), got ${url.hostname}: bots are for a server on this machine only`,
    )
  return new URL(`ws://${url.host}`)
}

/** Whether a URL's hostname can only be this machine. */
export function isLoopback(hostname: string): boolean {
  // URL has brought every spelling of an IPv4 address to four decimal numbers.
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}
