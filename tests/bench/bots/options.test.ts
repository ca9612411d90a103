import { describe, expect, it } from 'vitest'
import { isLoopback, readOptions } from '../../../bench/bots/options.ts'

const read = (line: string) => readOptions(line.split(' ').filter((word) => word !== ''))

describe('the command line', () => {
  it('reads what a run needs', () => {
    const options = read('--url ws://localhost:8131 --region kendari --n 1000 --twins 5 --seconds 30 --behaviour crowd --json out.json')
    expect(options).toMatchObject({ region: 'kendari', n: 1000, twins: 5, seconds: 30, behaviour: 'crowd', jsonFile: 'out.json' })
    expect(options?.url.origin).toBe('ws://localhost:8131')
  })
  it('reads the line between, seconds as ms', () => {
    expect(read('--delay 400 --jitter 100 --stall 2000 --stall-every 20 --cut-every 60')?.line).toEqual({
      delayMs: 400,
      jitterMs: 100,
      stallMs: 2000,
      stallEveryMs: 20_000,
      cutEveryMs: 60_000,
    })
  })
  it('refuses every host but this machine, and says why', () => {
    const hosts = ['ws://example.com', 'ws://10.0.0.2:8080', 'ws://0.0.0.0:8080', 'ws://127.0.0.1.example.com', 'http://localhost.evil.id']
    for (const host of hosts) expect(() => read(`--url ${host}`)).toThrow(/loopback.*this machine only/)
    expect(() => read('--url wss://localhost')).toThrow(/must look like/)
    for (const host of ['ws://127.0.0.1:1', 'ws://127.8.9.1', 'ws://[::1]:8080', 'http://localhost:8080/kukar']) read(`--url ${host}`)
    expect(isLoopback(new URL('ws://0x7f000001').hostname)).toBe(true)
  })
  it('names the option that cannot be used, its range, and what it got', () => {
    expect(() => read('--n 0')).toThrow('--n must be a whole number from 1 to 20000, got 0')
    expect(() => read('--n 1.5')).toThrow('--n')
    expect(() => read('--seconds soon')).toThrow('--seconds')
    expect(() => read('--n 10 --twins 11')).toThrow('--twins must not be above --n 10')
    expect(() => read('--behaviour dance')).toThrow('citizens, roam, crowd')
    expect(() => read('--stall 2000')).toThrow('--stall-every')
    expect(() => read('--stall 2000 --stall-every 2')).toThrow('leave room')
  })
  it('gives help instead of a run', () => {
    expect(read('--help')).toBeNull()
  })
})
