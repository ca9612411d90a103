import { readFileSync } from 'node:fs'

/** /proc counts in these, on every machine that Linux gives to programs. */
export const ticksPerSecond = 100

/** Time that a core has spent on anything at all since the machine began, seconds; NaN for a core that is not there. */
export function readCoreBusySeconds(core: number): number {
  return parseCoreBusy(readFileSync('/proc/stat', 'utf8'), core)
}

/** /proc/stat (proc(5)): user, nice, system, idle, iowait, irq, softirq, steal; guest time is in user already. */
export function parseCoreBusy(stat: string, core: number): number {
  const line = stat.split('\n').find((one) => one.startsWith(`cpu${core} `))
  if (line === undefined) return Number.NaN
  const [user, nice, system, , , irq, softirq, steal] = line.split(/\s+/).slice(1).map(Number)
  return (user + nice + system + irq + softirq + steal) / ticksPerSecond
}
