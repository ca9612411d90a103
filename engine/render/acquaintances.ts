/** What the drawing remembers of somebody from frame to frame, by a number of its own for each netId. */
export type Acquaintances = {
  /** The place of this netId in the arrays; new people begin with zeros. */
  meet(netId: number): number
  /** Forgets, where room is wanted, those who were not met since the last call. Call it before each frame. */
  turn(): void
  /** The gesture last heard of, the ticks told with it, and the epoch ms at which it began. */
  readonly gesture: Uint8Array
  readonly toldTicks: Uint8Array
  readonly gestureSinceMs: Float64Array
  /** Where they were and the epoch ms since which they have been there. */
  readonly x: Float32Array
  readonly z: Float32Array
  readonly stillSinceMs: Float64Array
}

export function createAcquaintances(capacity: number): Acquaintances {
  const places = new Map<number, number>()
  const netIds = new Uint32Array(capacity)
  const metAt = new Uint32Array(capacity)
  const gesture = new Uint8Array(capacity)
  const toldTicks = new Uint8Array(capacity)
  const gestureSinceMs = new Float64Array(capacity)
  const x = new Float32Array(capacity)
  const z = new Float32Array(capacity)
  const stillSinceMs = new Float64Array(capacity)
  let used = 0
  let hand = 0
  let frame = 1

  /** A place that nobody has, or that of somebody who was not met lately: the hand goes round as in a clock. */
  const take = (): number => {
    if (used < capacity) return used++
    for (let i = 0; i < capacity; i++) {
      hand = (hand + 1) % capacity
      if (metAt[hand] + 1 < frame) break
    }
    places.delete(netIds[hand])
    return hand
  }

  return {
    gesture,
    toldTicks,
    gestureSinceMs,
    x,
    z,
    stillSinceMs,
    turn() {
      frame++
    },
    meet(netId) {
      let place = places.get(netId)
      if (place === undefined) {
        place = take()
        places.set(netId, place)
        netIds[place] = netId
        gesture[place] = toldTicks[place] = 0
        gestureSinceMs[place] = stillSinceMs[place] = x[place] = z[place] = 0
      }
      metAt[place] = frame
      return place
    },
  }
}
