import { createRng, tickMs } from '@balai/engine/core'
import { type Client, createClient, type Place } from '@balai/engine/host'
import { walkIntent, walkToIntent } from '@balai/engine/input'
import { frameBit } from '@balai/engine/net'
import type { PhysicsPort } from '@balai/engine/physics'
import { socketOf } from '@balai/engine/server'
import { WebSocket } from 'ws'
import { percentile } from '../figures/percentile.ts'

/** What honest people in a hall have seen since they were asked last. */
export type HonestReport = {
  readonly people: number
  readonly corrections: number
  /** Others who were not where the server has them. */
  readonly lost: number
  /** Codes that connections ended with. */
  readonly closes: readonly number[]
  readonly frames: number
  /** How much later frames came than the one that came earliest after its tick, ms. */
  readonly lateP50Ms: number
  readonly lateP99Ms: number
}

export type HonestCrowd = { report(): HonestReport; close(): void }

/** Lets people in who walk about as a page would: real sockets, the engine's own client. @throws Error when one is not let in */
export async function enterHonestCrowd(options: {
  readonly url: string
  readonly place: Place
  readonly physics: PhysicsPort
  readonly count: number
  readonly seed: number
}): Promise<HonestCrowd> {
  const { count, physics, place, seed, url } = options
  const rng = createRng(seed)
  const clock = (): number => performance.now()
  const closes: number[] = []
  const people: { readonly client: Client; readonly web: WebSocket }[] = []
  let offsets: number[] = []
  let told = { corrections: 0, lost: 0 }
  let isLeaving = false

  for (let i = 0; i < count; i++) {
    const web = new WebSocket(url, { perMessageDeflate: false })
    await new Promise<void>((resolve, reject) => {
      web.once('open', resolve)
      web.once('error', reject)
    })
    // An ArrayBuffer: the engine's socket asks for them.
    web.on('message', (data: ArrayBuffer) => {
      const view = new DataView(data)
      if (view.getUint8(0) & frameBit) offsets.push(clock() - view.getUint16(1, true) * tickMs)
    })
    web.on('close', (code) => {
      if (!isLeaving) closes.push(code)
    })
    people.push({ web, client: createClient({ place, socket: socketOf(web), clock, look: i, physics, onEvent: () => undefined }) })
  }
  const timer = setInterval(() => {
    for (const { client } of people) {
      client.update(clock())
      if (rng() < 0.03)
        client.want(rng() < 0.3 ? walkIntent(Math.floor(rng() * 32)) : walkToIntent(rng() * place.map.columns, rng() * place.map.rows))
    }
  }, tickMs)

  return {
    report() {
      const sum = (key: 'corrections' | 'divergences'): number => people.reduce((total, { client }) => total + client.stats()[key], 0)
      const now = { corrections: sum('corrections'), lost: sum('divergences') }
      const earliest = Math.min(...offsets)
      const late = offsets.map((offset) => offset - earliest)
      const report = {
        people: people.filter(({ client, web }) => web.readyState === WebSocket.OPEN && client.position() !== null).length,
        corrections: now.corrections - told.corrections,
        lost: now.lost - told.lost,
        closes: closes.splice(0),
        frames: late.length,
        lateP50Ms: percentile(late, 0.5),
        lateP99Ms: percentile(late, 0.99),
      }
      offsets = []
      told = now
      return report
    },
    close() {
      isLeaving = true
      clearInterval(timer)
      for (const { client } of people) client.close()
    },
  }
}
