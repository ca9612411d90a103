import type { Rng } from '@balai/engine/core'
import type { Intent } from '@balai/engine/input'
import type { MallPlan } from './mall-plan.ts'

/** What a mind knows of its body: feet in metres, and whether the last tick moved them. */
export type Body = { readonly x: number; readonly z: number; readonly isMoving: boolean }

/** Decides what one person does. Pure but for its own memory: clock and chance come from outside. */
export interface Mind {
  /** @returns a new wish, 'leave' when the person goes home, null to go on as before */
  think(nowMs: number, body: Body): Intent | 'leave' | null
}

export type MindOptions = {
  readonly plan: MallPlan
  readonly rng: Rng
  /** When the person came in, ms. */
  readonly bornMs: number
  /** Mean wait at a counter, seconds. */
  readonly wait: number
}
