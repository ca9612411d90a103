import { describe, expect, it } from 'vitest'
import { comeIn, goHome, measureWindow, startTurning } from '../../../bench/bots/crowd.ts'
import { loadMallPlan } from '../../../bench/bots/mall-plan.ts'
import { createTally } from '../../../bench/bots/tally.ts'
import { createPeerClient } from '../../../bench/peers/peer-client.ts'
import { startPeerServer } from '../../../bench/peers/peer-server.ts'

describe('the plain peer', () => {
  it('takes clients and tells each of its 30 nearest, packed in full, as the ranges have it', async () => {
    const server = await startPeerServer('plain-ws.mjs', 'kukar', null)
    const tally = createTally()
    const share = {
      host: server.host,
      protocol: 'ws',
      says: 'positions',
      isRestless: true,
      plan: loadMallPlan('kukar'),
      wait: 8,
      seed: 1,
      tally,
    } as const
    const clients = Array.from({ length: 40 }, (_, i) => createPeerClient({ ...share, clock: () => performance.now() }, i))
    const stopTurning = startTurning(clients, () => performance.now(), [])
    try {
      await comeIn(clients, 1000, tally, 'the peer does not take clients')
      const { meters, people } = await measureWindow(clients, 1, null)
      expect(people).toEqual([40])
      for (const { bytesDown, framesDown, framesUp } of meters) {
        expect(framesDown).toBeGreaterThan(0)
        expect(bytesDown / framesDown).toBe(4 + 1 + 30 * 7)
        expect(framesUp).toBeGreaterThan(0)
      }
      expect(await server.readLoopMs()).toBeGreaterThanOrEqual(0)
    } finally {
      await goHome(clients)
      stopTurning()
      await server.stop()
    }
  })
})
