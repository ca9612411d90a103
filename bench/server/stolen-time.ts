import { readFileSync } from 'node:fs'

/** Jiffies of /proc/stat's first line: user, nice, system, idle, iowait, irq, softirq, steal. */
const stealField = 7

/**
 * Starts to watch how much of this machine's processors its host gives to others (steal time of /proc/stat).
 * @returns a function that tells the share since then, 0 to 1; 0 where the system does not say
 */
export function watchStolenTime(): () => number {
  const before = readTimes()
  return () => {
    const after = readTimes()
    const whole = after.whole - before.whole
    return whole > 0 ? (after.stolen - before.stolen) / whole : 0
  }
}

function readTimes(): { stolen: number; whole: number } {
  try {
    const fields = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].trim().split(/\s+/).slice(1, 9).map(Number)
    return { stolen: fields[stealField] ?? 0, whole: fields.reduce((sum, ticks) => sum + ticks, 0) }
  } catch {
    return { stolen: 0, whole: 0 }
  }
}
