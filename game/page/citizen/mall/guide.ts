import type { Scene } from '@balai/engine/host/browser'
import { signal, type ReadonlySignal } from '@preact/signals'
import type { MallSpot, Standpoint } from '../../../mall/index.ts'

/** Leads somebody through the mall: by a way on the floor, or by walking for them. */
export type Guide = {
  /** What the way on the floor leads to; null when none is drawn. */
  readonly goal: ReadonlySignal<MallSpot | null>
  /** Where one stands, told a few times a second; null until it is known. */
  readonly standpoint: ReadonlySignal<Standpoint | null>
  /** Draws the way and lights the goal up. */
  show(spot: MallSpot): void
  /** Walks to it; a way on the floor to another place goes. */
  bring(spot: MallSpot): void
  clear(): void
  /** What the scene tells: where one is, and which zones (by index) one comes into and leaves. */
  moved(to: Standpoint): void
  zone(index: number, isIn: boolean): void
}

/** @param onThere one has come to where one was led, or was there already */
export function createGuide(scene: Pick<Scene, 'highlightZone' | 'showWay' | 'walkTo'>, onThere: (spot: MallSpot) => void): Guide {
  const goal = signal<MallSpot | null>(null)
  const standpoint = signal<Standpoint | null>(null)
  const inside = new Set<number>()
  /** What is lit up. */
  let lit: MallSpot | null = null

  const light = (spot: MallSpot | null) => {
    lit = spot
    scene.highlightZone(spot?.zone.index ?? -1)
  }
  const clear = () => {
    if (goal.value) scene.showWay(null)
    goal.value = null
    light(null)
  }
  const arrive = (spot: MallSpot) => {
    clear()
    onThere(spot)
  }
  return {
    goal,
    standpoint,
    show(spot) {
      if (inside.has(spot.zone.index)) {
        arrive(spot)
        return
      }
      goal.value = spot
      light(spot)
      scene.showWay({ x: spot.x, z: spot.z })
    },
    bring(spot) {
      if (inside.has(spot.zone.index)) return
      if (goal.value?.zone.index !== spot.zone.index) clear()
      light(spot)
      scene.walkTo(spot.x, spot.z)
    },
    clear,
    moved(to) {
      standpoint.value = to
    },
    zone(index, isIn) {
      if (isIn) inside.add(index)
      else inside.delete(index)
      if (isIn && lit?.zone.index === index) arrive(lit)
    },
  }
}
