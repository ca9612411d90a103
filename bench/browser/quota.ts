import { chmodSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodedError } from '@balai/engine/core'
import type { FigureErrorCode } from '../figures/figure.ts'

/** A share of a processor that a program and all its children have together: what stands in for a phone. */
export type Quota = {
  /** A program to start instead of the one named: it joins the quota and becomes that program. */
  readonly launcher: string
  /** CPU time used by everything in the quota since it was made, seconds. */
  cpuSeconds(): number
  /** Resident memory of everything in it that nobody else shares, and its part of what is shared, MB of a million bytes (Linux PSS). */
  memoryMb(): number
  /** Takes it away. What runs in it must have ended. */
  remove(): void
}

const cpuRoot = '/sys/fs/cgroup/cpu'
const accountRoot = '/sys/fs/cgroup/cpuacct'
/** With the usual 100 ms a quarter of a core is two busy threads frozen for 87 ms at a time; a slow phone is slow evenly. */
const periodUs = 5000

/**
 * @param cores 0.05 to 8: how much of a processor; the quota holds for all threads together
 * @throws CodedError `no-cgroup` where there is no cgroup (v1) to write to
 */
export function createQuota(program: string, cores: number): Quota {
  if (!(cores >= 0.05 && cores <= 8)) throw new TypeError(`cores must be from 0.05 to 8, got ${cores}`)
  const name = `balai-${process.pid}-${Math.round(performance.now())}`
  const [cpu, account] = [join(cpuRoot, name), join(accountRoot, name)]
  try {
    mkdirSync(cpu)
    mkdirSync(account)
    writeFileSync(join(cpu, 'cpu.cfs_period_us'), String(periodUs))
    writeFileSync(join(cpu, 'cpu.cfs_quota_us'), String(Math.round(periodUs * cores)))
  } catch (error) {
    if (existsSync(cpu)) rmdirSync(cpu)
    const why = error instanceof Error ? error.message : String(error)
    throw new CodedError<FigureErrorCode>('no-cgroup', `no processor share can be set here (${why}): run as root on Linux with cgroup v1`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'balai-quota-'))
  const launcher = join(folder, 'launch')
  const quoted = `'${program.replaceAll("'", String.raw`'\''`)}'`
  writeFileSync(launcher, `#!/bin/sh\necho $$ > ${cpu}/cgroup.procs && echo $$ > ${account}/cgroup.procs && exec ${quoted} "$@"\n`)
  chmodSync(launcher, 0o755)
  return {
    launcher,
    cpuSeconds: () => Number(readFileSync(join(account, 'cpuacct.usage'), 'utf8')) / 1e9,
    memoryMb() {
      const processes = readFileSync(join(cpu, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean)
      return processes.reduce((sum, pid) => sum + proportionalMb(pid), 0)
    },
    remove() {
      rmdirSync(cpu)
      rmdirSync(account)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** 0 for a process that has just ended. */
function proportionalMb(pid: string): number {
  try {
    const kib = Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    return (kib * 1024) / 1e6
  } catch {
    return 0
  }
}
