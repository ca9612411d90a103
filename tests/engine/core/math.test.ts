import { createNetIds, createRng, directionX, directionZ, hashFloat, hashStart, nearestDirection, netIdIndex } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'

describe('directions', () => {
  it('M8: are 32 unit vectors, 11.25° apart, the same as by sine and cosine to 1e-6', () => {
    for (let i = 0; i < 32; i++) {
      expect(directionX[i]).toBeCloseTo(Math.cos((i * Math.PI) / 16), 6)
      expect(directionZ[i]).toBeCloseTo(Math.sin((i * Math.PI) / 16), 6)
      expect(nearestDirection(directionX[i] * 3, directionZ[i] * 3)).toBe(i)
    }
  })
  it('M8: have these bits on every machine', () => {
    let hash = hashStart
    for (let i = 0; i < 32; i++) hash = hashFloat(hashFloat(hash, directionX[i]), directionZ[i])
    expect(hash).toBe(4082977669)
  })
})

describe('net ids', () => {
  it('never give a live id twice and never revive a dead one', () => {
    const ids = createNetIds(5)
    const rng = createRng(11)
    const live = new Set<number>()
    const dead = new Set<number>()
    for (let i = 0; i < 5000; i++) {
      if (rng() < 0.5) {
        const id = ids.take()
        expect(id === null).toBe(live.size === 5)
        if (id === null) continue
        expect(id).not.toBe(0)
        expect(live.has(id) || dead.has(id)).toBe(false)
        expect(netIdIndex(id)).toBeLessThan(5)
        live.add(id)
      } else if (live.size > 0) {
        const id = [...live][Math.floor(rng() * live.size)]
        ids.release(id)
        live.delete(id)
        dead.add(id)
        expect(ids.isAlive(id)).toBe(false)
      }
    }
    expect(dead.size).toBeGreaterThan(1000)
  })
})
