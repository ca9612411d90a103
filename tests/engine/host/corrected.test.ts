import { standing, walkIntent, walkToIntent } from '@balai/engine/input'
import { messageType } from '@balai/engine/net'
import { describe, expect, it } from 'vitest'
import { type Citizen, openHall, seen, settle } from './open-hall.ts'

/** Holds what the client says until it is released, as a line does that stalls. */
function holdUp({ pipe }: Citizen): () => void {
  const { send } = pipe.client
  const held: Uint8Array[] = []
  pipe.client.send = (bytes) => void held.push(bytes.slice())
  return () => {
    pipe.client.send = send
    for (const bytes of held) send(bytes)
  }
}

describe('N5: a correction', () => {
  it('makes void at both ends what was sent before it was heard, though its check may fit', async () => {
    const hall = await openHall(1, () => 100)
    const watcher = hall.enter(null)
    const walker = hall.enter(null)
    settle(hall.step, 20)
    const release = holdUp(walker)
    // Too late when it comes, and it leads nowhere: whoever walks to where they stand stays there.
    const at = walker.client.position()
    walker.client.want(walkToIntent(at?.x ?? 0, at?.z ?? 0))
    settle(hall.step, 75)
    release()
    hall.step()
    // From the same place as the server has it, before the correction was heard.
    walker.client.want(walkIntent(28))
    settle(hall.step, 40)
    expect(hall.server.stats().corrections).toBe(1)
    const mine = walker.client.position()
    expect(seen(watcher.client, walker.netId)).toEqual({ x: mine?.x, z: mine?.z })
    walker.client.want(walkIntent(24))
    settle(hall.step, 10)
    walker.client.want({ ...standing })
    settle(hall.step, 20)
    expect(hall.server.stats()).toMatchObject({ corrections: 1, lost: 0 })
    const then = walker.client.position()
    expect(then).not.toEqual(mine)
    expect(seen(watcher.client, walker.netId)).toEqual({ x: then?.x, z: then?.z })
  })

  it('stops whose late intents cost the server too much, and whoever sends a new wish with every tick over a slow line is none of them', async () => {
    const hall = await openHall(2, () => 600)
    const fidget = hall.enter(null)
    settle(hall.step, 40)
    for (let i = 0; i < 200; i++) {
      fidget.client.want(walkIntent(i % 32))
      hall.step()
    }
    fidget.client.want({ ...standing })
    settle(hall.step, 80)
    expect(hall.server.stats()).toMatchObject({ corrections: 0 })
    // The same intent again and again, as late as may be.
    const { send } = fidget.pipe.client
    let stamp = 0
    fidget.pipe.client.send = (bytes) => {
      if (bytes[0] === messageType.intent) stamp = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true)
      const copies = bytes[0] === messageType.intent ? 100 : 1
      for (let i = 0; i < copies; i++) send(bytes)
    }
    fidget.client.want(walkIntent(28))
    settle(hall.step, 60)
    expect(stamp).toBeGreaterThan(0)
    expect(hall.server.stats().corrections).toBe(0)
    fidget.pipe.client.send = (bytes) => {
      for (let i = 0; i < (bytes[0] === messageType.intent ? 230 : 1); i++) send(bytes)
    }
    fidget.client.want(walkIntent(4))
    settle(hall.step, 60)
    expect(hall.server.stats().corrections).toBe(1)
  })
})
