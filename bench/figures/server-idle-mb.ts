import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { CodedError } from '@balai/engine/core'
import type { RegionsResponse } from '../../game/api/index.ts'
import type { FigureErrorCode, Measurement } from './figure.ts'
import { createCaller } from './run-caller.ts'
import { startRunServer } from './run-server.ts'

const idleMs = 5000

/**
 * Resident memory of the server's process with all its threads, MB of a million bytes, after every region's page, queue and
 * catalogue has been opened and nobody has asked for anything for five seconds. n: regions opened.
 * @throws CodedError `no-proc` off Linux
 */
export async function measureServerIdleMb(): Promise<Measurement> {
  if (!existsSync('/proc/self/status'))
    throw new CodedError<FigureErrorCode>('no-proc', 'memory of a process is read from /proc, which only Linux has')
  const server = await startRunServer()
  const caller = createCaller(() => server.port)
  try {
    const read = async (path: string): Promise<unknown> => {
      const { status, body } = await caller.call('GET', path)
      if (status !== 200) throw new Error(`GET ${path} was answered ${status}`)
      return body
    }
    const { regions } = (await read('/api/regions')) as RegionsResponse
    for (const { slug } of regions) {
      await read(`/${slug}`)
      await read(`/api/regions/${slug}/queue`)
      await read(`/api/regions/${slug}/catalogue`)
    }
    await wait(idleMs)
    return { value: residentMb(server.pid), n: regions.length }
  } finally {
    caller.close()
    await server.stop()
  }
}

function residentMb(pid: number): number {
  const kib = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return (kib * 1024) / 1e6
}
