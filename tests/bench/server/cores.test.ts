import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coresIn, findCores, onCore, startOnCore } from '../../../bench/server/cores.ts'

const allowed = (pid: number | string): string =>
  /^Cpus_allowed_list:\s+(\S+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''

describe('cores', () => {
  it('are read from a list of ranges', () => {
    expect(coresIn('0-2,5')).toEqual([0, 1, 2, 5])
    expect(coresIn('3')).toEqual([3])
  })
  it('stay out of a command where there are none to choose', () => {
    expect(onCore(null, ['node', 'a.ts'])).toEqual(['node', 'a.ts'])
    expect(onCore(1, ['node'])).toEqual(['taskset', '-c', '1', 'node'])
  })
  it.skipIf(findCores() === null)('keep what is started on one of them, and let this process go again', async () => {
    const core = findCores()?.crowd ?? 0
    const before = allowed('self')
    const child = await startOnCore(core, async () => spawn('sleep', ['5']))
    try {
      expect(coresIn(allowed(child.pid ?? 0))).toEqual([core])
      expect(allowed('self')).toBe(before)
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })
})
