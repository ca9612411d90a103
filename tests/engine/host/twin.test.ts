import { createRng } from '@balai/engine/core'
import { standing, walkIntent, walkToIntent } from '@balai/engine/input'
import { describe, expect, it } from 'vitest'
import { openHall, seen, settle } from './open-hall.ts'
import { shakyDelay } from './pipe.ts'

describe('client and server', () => {
  for (const [seed, base, jitter, stall] of [
    [1, 5, 3, 0],
    [2, 80, 40, 0],
    [3, 200, 50, 900],
    [4, 400, 100, 2000],
    [10, 60, 40, 500],
    [36, 400, 100, 2000],
    [47, 200, 100, 900],
  ] as const) {
    it(`seed ${seed}: four people at ${base} ± ${jitter} ms walk at random; own predictions need no correction and all views agree`, async () => {
      const hall = await openHall(seed, shakyDelay(seed, base, jitter, stall))
      for (let i = 0; i < 4; i++) hall.enter(`warga ${i}`)
      const rng = createRng(seed * 77)
      for (let round = 0; round < 500; round++) {
        for (const { client } of hall.citizens) {
          const dice = rng()
          if (dice < 0.05) client.want(walkIntent(Math.floor(rng() * 32)))
          else if (dice < 0.08) client.want(walkToIntent(rng() * 20, rng() * 14))
          else if (dice < 0.1) client.want({ ...standing })
        }
        hall.step()
      }
      for (const { client } of hall.citizens) client.want({ ...standing })
      settle(hall.step)
      expect(hall.server.stats().corrections).toBe(0)
      expect(hall.server.stats().intents).toBeGreaterThan(60)
      expect(hall.server.stats().lost).toBe(0)
      for (const viewer of hall.citizens) {
        for (const other of hall.citizens) {
          const at = other.client.position()
          expect(seen(viewer.client, other.netId)).toEqual({ x: at?.x, z: at?.z })
        }
      }
    })
  }

  it('N12: a viewer who missed a frame finds out by the check of the next intent, or by the probe, asks, and is right again', async () => {
    const hall = await openHall(7, () => 20)
    const walker = hall.enter(null)
    const viewer = hall.enter(null)
    settle(hall.step, 20)
    const send = viewer.pipe.server.send
    viewer.pipe.server.send = (bytes) => {
      if (bytes[0] < 128) return send(bytes)
      viewer.pipe.server.send = send
    }
    walker.client.want(walkIntent(24))
    settle(hall.step, 12)
    walker.client.want(walkIntent(28))
    settle(hall.step, 12)
    walker.client.want({ ...standing })
    settle(hall.step, 30)
    expect(hall.server.stats().lost).toBeGreaterThan(0)
    expect(viewer.client.stats().divergences).toBe(hall.server.stats().lost)
    const at = walker.client.position()
    expect(seen(viewer.client, walker.netId)).toEqual({ x: at?.x, z: at?.z })
  })

  it('M5: without physics the avatar stops where free space ends, and the server agrees without a correction', async () => {
    const hall = await openHall(4, () => 30, { withPhysics: false })
    const { client, netId } = hall.enter(null)
    const watcher = hall.enter(null)
    client.want(walkIntent(20))
    settle(hall.step, 160)
    const at = client.position()
    expect(at?.x).toBeGreaterThan(1.25)
    expect(hall.server.stats().corrections).toBe(0)
    expect(seen(watcher.client, netId)).toEqual({ x: at?.x, z: at?.z })
  })

  it('tells names as they are, zones once, and departures', async () => {
    const hall = await openHall(5, () => 20)
    const a = hall.enter('<b>Siti</b> & Ögün')
    const b = hall.enter(null)
    settle(hall.step, 20)
    expect(b.names.get(a.netId)).toBe('<b>Siti</b> & Ögün')
    a.client.want(walkToIntent(5.9, 3.6))
    settle(hall.step, 120)
    expect(a.zones.filter((zone) => zone.startsWith('entered c'))).toHaveLength(1)
    expect(seen(b.client, a.netId)).not.toBeNull()
    a.client.close()
    settle(hall.step, 20)
    expect(seen(b.client, a.netId)).toBeNull()
    expect(hall.server.stats().people).toBe(1)
  })

  it('a client that lies about its position is put back and counted', async () => {
    const hall = await openHall(6, () => 10)
    const { client } = hall.enter(null)
    settle(hall.step, 5)
    // The check of where it claims to stand is forged on the way.
    const pipe = hall.citizens[0].pipe
    const send = pipe.client.send
    pipe.client.send = (bytes) => {
      const forged = bytes.slice()
      if (forged[0] === 2) forged[5] ^= 0xff
      send(forged)
    }
    client.want(walkIntent(28))
    settle(hall.step, 40)
    expect(hall.server.stats().corrections).toBe(1)
    expect(client.stats().corrections).toBe(1)
  })

  it('a server that was stopped for ten seconds makes up for one, counts the rest, and goes on', async () => {
    const hall = await openHall(8, () => 10)
    const { client } = hall.enter(null)
    settle(hall.step, 20)
    client.want(walkIntent(8))
    settle(hall.step, 5)
    hall.clock.advance(10_000)
    settle(hall.step, 60)
    expect(hall.server.stats().slippedTicks).toBeGreaterThan(150)
    // Its clients find their ticks in its future and enter again.
    settle(hall.step, 200)
    expect(client.position()).toBeNull()
    const again = hall.enter(null)
    settle(hall.step, 20)
    const before = again.client.position()
    again.client.want(walkIntent(24))
    settle(hall.step, 20)
    expect(again.client.position()?.z).toBeLessThan((before?.z ?? 0) - 1)
    expect(hall.server.stats()).toMatchObject({ people: 1, corrections: 0 })
  })
})
