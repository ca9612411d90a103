import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A core for the server alone and one for its crowd: neither takes the other's time. */
export type Cores = { readonly server: number; readonly crowd: number }

/** @returns null where processes cannot be kept on two cores: not Linux, no `taskset`, or one core only */
export function findCores(): Cores | null {
  if (process.platform !== 'linux' || spawnSync('taskset', ['--version']).error !== undefined) return null
  const [server, crowd] = coresIn(allowedCores())
  return crowd === undefined ? null : { server, crowd }
}

/** The command that runs another one on a core; as it is where there are no cores to choose. */
export function onCore(core: number | null, command: readonly string[]): readonly string[] {
  return core === null ? command : ['taskset', '-c', String(core), ...command]
}

/** What `start` starts stays on the core: a child inherits it from the thread that forks. This thread goes back where it was. */
export async function startOnCore<T>(core: number | null, start: () => Promise<T>): Promise<T> {
  if (core === null) return start()
  const before = allowedCores()
  stay(String(core))
  try {
    return await start()
  } finally {
    stay(before)
  }
}

/** `0-2,5` → 0, 1, 2, 5. */
export function coresIn(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first, last] = part.split('-').map(Number)
    return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i)
  })
}

function allowedCores(): string {
  return /^Cpus_allowed_list:\s+(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
}

function stay(list: string): void {
  const { status, stderr } = spawnSync('taskset', ['-cp', list, String(process.pid)], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`this process could not be kept on core ${list}: ${stderr}`)
}
