import { tickMs } from '../core/index.ts'
import type { SpaceMap } from '../space/index.ts'
import { type FrameView, pose } from '../snapshot/index.ts'
import { createAcquaintances } from './acquaintances.ts'
import { endOfGesture, type Gesture, longAgoTicks, poseOfGesture } from './gestures.ts'
import { createSeats, nearestFreeSeat, seatFacing, type Seats } from './seats.ts'
import { createSitters } from './sitters.ts'

/** How each person of a frame is drawn, by index into the FrameView: where, which way, in which pose, and with which gesture. */
export type Postures = {
  /** Metres; on a seat its middle. */
  readonly x: Float32Array
  readonly z: Float32Array
  readonly facing: Uint8Array
  readonly pose: Uint8Array
  /** The gesture being shown, as the FrameView counts them; 0 for none, also when its time is over. */
  readonly gesture: Uint8Array
  /** 1: has stood there for a while and may be drawn waiting, when anything is drawn at all. */
  readonly isWaiting: Uint8Array
  /** The tile of the seat that one sits on, or -1. */
  readonly seat: Int32Array
  readonly seats: Seats
  /** Epoch ms at which the first of the gestures ends; Infinity when none does. */
  readonly dueMs: number
  /** Another place: its seats. */
  enter(map: SpaceMap): void
  /** @param tick another number whenever the FrameView comes of newer news */
  update(view: FrameView, nowMs: number, tick: number): void
}

/** People remembered between frames; the simulation knows fewer at a time. */
const remembered = 1024
/** Who has stood for so long waits, each a little later than another, ms. */
const waitsAfterMs = 4000
const waitsSpreadMs = 4000
/** A gesture told to be this much younger than we had it was begun anew, ms. */
const anewMs = 400

export function createPostures(gestures: readonly Gesture[]): Postures {
  const known = createAcquaintances(remembered)
  const sitters = createSitters()
  let seats: Seats = { columns: 0, rows: 0, byTile: new Uint8Array(0) }
  let isTaken = new Uint8Array(0)
  let x = new Float32Array(0)
  let z = new Float32Array(0)
  let facing = new Uint8Array(0)
  let poses = new Uint8Array(0)
  let shown = new Uint8Array(0)
  let isWaiting = new Uint8Array(0)
  let seat = new Int32Array(0)
  let dueMs = Number.POSITIVE_INFINITY
  let lastTick = -1

  const fit = (capacity: number): void => {
    if (x.length >= capacity) return
    x = new Float32Array(capacity)
    z = new Float32Array(capacity)
    facing = new Uint8Array(capacity)
    poses = new Uint8Array(capacity)
    shown = new Uint8Array(capacity)
    isWaiting = new Uint8Array(capacity)
    seat = new Int32Array(capacity)
  }

  /** The gesture that somebody shows now, or 0. */
  const gestureNow = (view: FrameView, i: number, place: number, nowMs: number, isNews: boolean): number => {
    const told = view.gesture[i]
    const ticks = view.gestureTicks[i]
    const toldSinceMs = ticks >= longAgoTicks ? Number.NEGATIVE_INFINITY : nowMs - ticks * tickMs
    const isAnew = isNews && toldSinceMs > known.gestureSinceMs[place] + anewMs
    if (told !== known.gesture[place] || isAnew) {
      known.gesture[place] = told
      known.gestureSinceMs[place] = toldSinceMs
    }
    const gesture = told === 0 ? undefined : gestures[told - 1]
    if (gesture === undefined) return 0
    const endMs = endOfGesture(gesture, known.gestureSinceMs[place])
    if (nowMs >= endMs) return 0
    if (endMs < dueMs) dueMs = endMs
    return told
  }

  const hasStoodLong = (view: FrameView, i: number, place: number, nowMs: number): boolean => {
    if (view.x[i] !== known.x[place] || view.z[i] !== known.z[place] || view.pose[i] !== pose.stand || view.gesture[i] !== 0) {
      known.x[place] = view.x[i]
      known.z[place] = view.z[i]
      known.stillSinceMs[place] = nowMs
      return false
    }
    // Not all at once, and for each always the same.
    const spread = ((view.netId[i] * 0x9e37) >>> 4) % waitsSpreadMs
    return nowMs - known.stillSinceMs[place] > waitsAfterMs + spread
  }

  /** Gives out the seats: to the lower netId first, so that every viewer sees the same. */
  const seatThem = (view: FrameView): void => {
    for (let k = 0; k < sitters.count; k++) {
      const i = sitters.order[k]
      const tile = nearestFreeSeat(seats, isTaken, view.x[i], view.z[i])
      if (tile < 0) {
        // Nobody sits on air.
        poses[i] = pose.stand
        continue
      }
      isTaken[tile] = 1
      seat[i] = tile
      x[i] = (tile % seats.columns) + 0.5
      z[i] = Math.floor(tile / seats.columns) + 0.5
      facing[i] = seatFacing(seats, tile)
    }
    for (let k = 0; k < sitters.count; k++) if (seat[sitters.order[k]] >= 0) isTaken[seat[sitters.order[k]]] = 0
  }

  return {
    get x() {
      return x
    },
    get z() {
      return z
    },
    get facing() {
      return facing
    },
    get pose() {
      return poses
    },
    get gesture() {
      return shown
    },
    get isWaiting() {
      return isWaiting
    },
    get seat() {
      return seat
    },
    get seats() {
      return seats
    },
    get dueMs() {
      return dueMs
    },
    enter(map) {
      seats = createSeats(map)
      isTaken = new Uint8Array(map.columns * map.rows)
    },
    update(view, nowMs, tick) {
      fit(view.netId.length)
      known.turn()
      sitters.clear()
      dueMs = Number.POSITIVE_INFINITY
      const isNews = tick !== lastTick
      lastTick = tick
      for (let i = 0; i < view.count; i++) {
        const place = known.meet(view.netId[i])
        const gesture = gestureNow(view, i, place, nowMs, isNews)
        x[i] = view.x[i]
        z[i] = view.z[i]
        facing[i] = view.facing[i]
        shown[i] = gesture
        seat[i] = -1
        poses[i] = gesture === 0 ? view.pose[i] : poseOfGesture(gestures[gesture - 1])
        isWaiting[i] = hasStoodLong(view, i, place, nowMs) ? 1 : 0
        if (poses[i] === pose.sit) sitters.add(i, view.netId[i])
      }
      if (sitters.count > 0) seatThem(view)
    },
  }
}
