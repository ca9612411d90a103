import { readdirSync, readFileSync } from 'node:fs'
import { ticksPerSecond } from './core-time.ts'

/** What a process and all its descendants have used since they began; threads are in it, and children that have ended. */
export type ProcessTree = {
  readonly processes: number
  /** Time on a core, in user and in kernel mode. */
  readonly cpuSeconds: number
  /** MB of 1,000,000 bytes. */
  readonly residentMb: number
}

/** Reads /proc, so Linux only. @throws Error when there is no such process */
export function readProcessTree(pid: number): ProcessTree {
  const rows = new Map<number, ProcessRow>()
  for (const name of readdirSync('/proc')) {
    const row = /^\d+$/.test(name) ? readRow(Number(name)) : null
    if (row !== null) rows.set(row.pid, row)
  }
  if (!rows.has(pid)) throw new Error(`process ${pid} is not running`)
  const tree = descendantsOf(pid, [...rows.values()])
  return {
    processes: tree.length,
    cpuSeconds: tree.reduce((sum, row) => sum + row.cpuTicks, 0) / ticksPerSecond,
    residentMb: tree.reduce((sum, row) => sum + residentMbOf(row.pid), 0),
  }
}

export type ProcessRow = { readonly pid: number; readonly parent: number; readonly cpuTicks: number }

/** The process itself and whoever it has started, directly or not. */
export function descendantsOf(pid: number, rows: readonly ProcessRow[]): ProcessRow[] {
  const children = rows.filter((row) => row.parent === pid).flatMap((row) => descendantsOf(row.pid, rows))
  return [...rows.filter((row) => row.pid === pid), ...children]
}

/** One line of /proc/PID/stat (proc(5)): the name in brackets may hold anything, brackets and spaces too. */
export function parseStat(stat: string): ProcessRow {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  // Counted from `state`, the third: ppid is the 4th, utime to cstime the 14th to 17th.
  return { pid: Number.parseInt(stat, 10), parent: fields[1], cpuTicks: fields[11] + fields[12] + fields[13] + fields[14] }
}

function readRow(pid: number): ProcessRow | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    // It has ended since the folder was listed.
    return null
  }
}

function residentMbOf(pid: number): number {
  const kib = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  return (kib * 1024) / 1e6
}
