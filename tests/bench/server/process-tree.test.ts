import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { parseCoreBusy } from '../../../bench/server/core-time.ts'
import { descendantsOf, parseStat, readProcessTree } from '../../../bench/server/process-tree.ts'

describe('a process tree', () => {
  it('reads parent and time from a line of /proc, whatever the name holds', () => {
    const stat = '4242 (a (b) 7 c) S 17 4242 4242 0 -1 4194560 900 0 0 0 61 12 5 2 20 0 11 0 100 999 50'
    expect(parseStat(stat)).toEqual({ pid: 4242, parent: 17, cpuTicks: 80 })
  })
  it('is the process and all it has started, and nobody else', () => {
    const row = (pid: number, parent: number) => ({ pid, parent, cpuTicks: 1 })
    const rows = [row(1, 0), row(10, 1), row(11, 10), row(12, 11), row(13, 10), row(20, 1)]
    expect(descendantsOf(10, rows).map(({ pid }) => pid)).toEqual([10, 11, 12, 13])
  })
  it.skipIf(process.platform !== 'linux')('counts the time of threads and of children', async () => {
    const burn = 'const until = process.cpuUsage().user + 150_000; while (process.cpuUsage().user < until);'
    const script = `new Worker(${JSON.stringify(burn)}, { eval: true }).on('exit', () => { console.log('done'); setInterval(() => {}, 1000) })`
    const child = ['node', '-e', `const { Worker } = require('node:worker_threads'); ${script}`]
    const shell = spawn('sh', ['-c', '"$@"; true', 'sh', ...child], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
    try {
      await once(shell.stdout, 'data')
      const { cpuSeconds, processes, residentMb } = readProcessTree(shell.pid ?? 0)
      expect(cpuSeconds).toBeGreaterThan(0.15)
      expect(processes).toBe(2)
      expect(residentMb).toBeGreaterThan(20)
    } finally {
      process.kill(-(shell.pid ?? 0), 'SIGKILL')
      await once(shell, 'exit')
    }
    expect(() => readProcessTree(shell.pid ?? 0)).toThrow('not running')
  })
})

describe('the time of a core', () => {
  it('is all but idle and waiting for disks', () => {
    const stat = 'cpu  9 9 9 9 9 9 9 9 0 0\ncpu0 100 20 30 5000 700 1 2 7 50 0\ncpu1 1 1 1 1 1 1 1 1 0 0\nintr 5'
    expect(parseCoreBusy(stat, 0)).toBeCloseTo(1.6)
    expect(parseCoreBusy(stat, 7)).toBeNaN()
  })
})
